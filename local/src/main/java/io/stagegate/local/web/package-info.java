/** Addresses on this machine: the gateway before the API, and translation of AWS addresses. */
@NullMarked
package io.stagegate.local.web;

import org.jspecify.annotations.NullMarked;
