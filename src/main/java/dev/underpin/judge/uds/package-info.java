/**
 * Whether what control units answer to testers obeys ISO 14229-1:2020 and ISO 14229-2:2021, judged from the messages alone: written from
 * the standard's tables, apart from the server.
 */
@NullMarked
package dev.underpin.judge.uds;

import org.jspecify.annotations.NullMarked;
