@NullMarked
package io.stagegate.bench;

import org.jspecify.annotations.NullMarked;
