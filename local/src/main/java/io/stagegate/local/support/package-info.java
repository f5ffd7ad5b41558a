/** Small helpers: closing in order, waiting for conditions, processes, ports. */
@NullMarked
package io.stagegate.local.support;

import org.jspecify.annotations.NullMarked;
