@NullMarked
package io.stagegate.notice;

import org.jspecify.annotations.NullMarked;
