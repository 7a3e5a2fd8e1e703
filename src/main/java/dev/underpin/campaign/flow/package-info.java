/** What people do around one feature, without a feature file: the same hands and eyes, adaptive to what comes. */
@NullMarked
package dev.underpin.campaign.flow;

import org.jspecify.annotations.NullMarked;
