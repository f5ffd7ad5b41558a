@NullMarked
package io.stagegate.audit;

import org.jspecify.annotations.NullMarked;
