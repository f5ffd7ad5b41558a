@NullMarked
package io.stagegate.functions.webhook;

import org.jspecify.annotations.NullMarked;
