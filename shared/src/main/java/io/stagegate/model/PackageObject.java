package io.stagegate.model;

/**
 * One stored object of a package.
 *
 * @param key its key in the packages bucket
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param size in bytes
 */
public record PackageObject(String key, String sha256, long size) {}
