/** Uptane metadata of a repository: roles and their keys, the chain of Root, and the Timestamp, Snapshot and Targets under it. */
@NullMarked
package dev.underpin.cloud.uptane;

import org.jspecify.annotations.NullMarked;
