/** The support desk: diagnostic sessions from request to report, triage, commands, appointments, evidence and delivery. */
@NullMarked
package dev.underpin.cloud.desk;

import org.jspecify.annotations.NullMarked;
