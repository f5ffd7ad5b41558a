/**
 * The audit log: what people did and what Stagegate did to production, in chains that show each
 * change made to them afterwards. Pure values; {@code docs/audit.md} holds the format.
 */
@NullMarked
package io.stagegate.audit;

import org.jspecify.annotations.NullMarked;
