@NullMarked
package io.stagegate.link;

import org.jspecify.annotations.NullMarked;
