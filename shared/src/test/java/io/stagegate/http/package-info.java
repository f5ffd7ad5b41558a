@NullMarked
package io.stagegate.http;

import org.jspecify.annotations.NullMarked;
