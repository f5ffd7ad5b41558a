package io.stagegate.store;

import java.time.Instant;

/** A webhook delivery that was taken, kept so that a repeat is seen as one. */
public record Delivery(String id, Instant at) {}
