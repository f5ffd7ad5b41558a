@NullMarked
package io.stagegate.functions.slack;

import org.jspecify.annotations.NullMarked;
