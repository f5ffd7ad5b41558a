@NullMarked
package io.stagegate.functions.approval;

import org.jspecify.annotations.NullMarked;
