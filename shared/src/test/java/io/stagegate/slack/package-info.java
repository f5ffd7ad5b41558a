@NullMarked
package io.stagegate.slack;

import org.jspecify.annotations.NullMarked;
