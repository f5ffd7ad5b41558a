package io.stagegate.store;

import org.jspecify.annotations.Nullable;

/**
 * How far something has come that goes through all open approvals again and again.
 *
 * @param after where the last run stopped, in the list's own terms; null to begin in front
 */
public record Round(@Nullable String after) {}
