/** What mails show, for their templates. */
@NullMarked
package io.stagegate.functions.notify.page;

import org.jspecify.annotations.NullMarked;
