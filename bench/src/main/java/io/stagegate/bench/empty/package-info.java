/** Handlers that do nothing: what a cold start costs before there is any function. */
@NullMarked
package io.stagegate.bench.empty;

import org.jspecify.annotations.NullMarked;
