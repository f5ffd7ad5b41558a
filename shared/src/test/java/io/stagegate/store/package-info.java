@NullMarked
package io.stagegate.store;

import org.jspecify.annotations.NullMarked;
