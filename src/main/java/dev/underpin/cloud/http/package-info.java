/** The cloud's HTTP front: routes, answers and errors, on WireMock, with and without sockets. */
@NullMarked
package dev.underpin.cloud.http;

import org.jspecify.annotations.NullMarked;
