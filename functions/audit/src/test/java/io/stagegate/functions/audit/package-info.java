@NullMarked
package io.stagegate.functions.audit;

import org.jspecify.annotations.NullMarked;
