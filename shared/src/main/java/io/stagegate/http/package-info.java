/**
 * HTTP as API Gateway hands it to a function: requests in, responses out, who asks, and what a
 * refusal looks like.
 */
@NullMarked
package io.stagegate.http;

import org.jspecify.annotations.NullMarked;
