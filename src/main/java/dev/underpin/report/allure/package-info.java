/** The Allure report of a run: results written from the outcomes, and one HTML file that asks nobody for anything. */
@NullMarked
package dev.underpin.report.allure;

import org.jspecify.annotations.NullMarked;
