package io.stagegate.review.policy;

import org.jspecify.annotations.Nullable;

/**
 * What one policy's statement says and another policy does not: allowed now and not before, or
 * forbidden before and not now.
 *
 * @param statement only the part of it that the other does not say
 * @param stricter the conditions under which the other policy says the same; null where it does not
 *     at all
 */
public record Gain(Statement statement, @Nullable Conditions stricter) {}
