package io.stagegate.store;

import io.stagegate.model.Effect;
import java.time.Instant;

/**
 * An effect that waits to be delivered.
 *
 * @param id its sort key: when it was written, then a random part
 */
public record OutboxEntry(String id, Instant at, Effect effect) {}
