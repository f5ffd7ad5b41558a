@NullMarked
package io.stagegate.functions.dispatch;

import org.jspecify.annotations.NullMarked;
