@NullMarked
package io.stagegate.release;

import org.jspecify.annotations.NullMarked;
