@NullMarked
package io.stagegate.source;

import org.jspecify.annotations.NullMarked;
