/** What the cloud knows of users and vehicles: accounts, keys, inventory, mailboxes, inboxes, and the audit log of all of it. */
@NullMarked
package dev.underpin.cloud.registry;

import org.jspecify.annotations.NullMarked;
