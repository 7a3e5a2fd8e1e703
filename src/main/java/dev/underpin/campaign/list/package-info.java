/** What a campaign plays: its file, and the list of runs that file and seed make of it. */
@NullMarked
package dev.underpin.campaign.list;

import org.jspecify.annotations.NullMarked;
