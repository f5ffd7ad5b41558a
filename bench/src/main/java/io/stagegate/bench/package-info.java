/** Measures Stagegate beside the same work done without it: {@code ./stagegate bench}. */
@NullMarked
package io.stagegate.bench;

import org.jspecify.annotations.NullMarked;
