/** What a campaign leaves behind: a folder that survives the end of its process at any moment, and what is read off it. */
@NullMarked
package dev.underpin.campaign.store;

import org.jspecify.annotations.NullMarked;
