package io.stagegate.model;

import java.time.Instant;

/**
 * What one person said on a review.
 *
 * @param by their login
 * @param comment empty where nothing
 * @param override whether they decided alone, as an admin, where others were asked for
 */
public record Vote(String by, boolean approve, String comment, boolean override, Instant at) {}
