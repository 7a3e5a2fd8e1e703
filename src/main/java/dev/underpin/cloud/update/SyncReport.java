package dev.underpin.cloud.update;

import tools.jackson.databind.node.ObjectNode;

/**
 * A vehicle's report and what it proved.
 *
 * @param status the judgement
 * @param report the signed part of the manifest
 */
public record SyncReport(SyncStatus status, ObjectNode report) {}
