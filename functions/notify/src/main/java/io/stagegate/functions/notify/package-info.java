/** Sends what people are told, and the codes that verify addresses. */
@NullMarked
package io.stagegate.functions.notify;

import org.jspecify.annotations.NullMarked;
