@NullMarked
package io.stagegate.infra;

import org.jspecify.annotations.NullMarked;
