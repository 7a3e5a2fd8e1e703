/** What a run says of itself: summary, result table, JUnit file, and the Allure report under {@code allure}. */
@NullMarked
package dev.underpin.report;

import org.jspecify.annotations.NullMarked;
