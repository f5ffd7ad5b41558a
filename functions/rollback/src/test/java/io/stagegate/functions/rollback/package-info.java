@NullMarked
package io.stagegate.functions.rollback;

import org.jspecify.annotations.NullMarked;
