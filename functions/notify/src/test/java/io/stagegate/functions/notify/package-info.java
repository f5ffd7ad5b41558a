@NullMarked
package io.stagegate.functions.notify;

import org.jspecify.annotations.NullMarked;
