package io.stagegate.wiring;

import jakarta.inject.Qualifier;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The objects in the reviews bucket. */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
public @interface Reviews {}
