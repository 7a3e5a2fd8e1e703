/** The tester's side of ISO 14229-1:2020: requests matched to their answers, and the download as a state machine. */
@NullMarked
package dev.underpin.uds.client;

import org.jspecify.annotations.NullMarked;
