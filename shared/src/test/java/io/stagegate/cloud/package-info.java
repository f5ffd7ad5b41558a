@NullMarked
package io.stagegate.cloud;

import org.jspecify.annotations.NullMarked;
