package io.stagegate.infra;

/**
 * What functions are given to work with.
 *
 * @param endpoint the API's own address, without a slash at its end
 */
record Surroundings(
    Settings settings,
    Storage storage,
    Audit audit,
    AuditKey auditKey,
    Secrets secrets,
    Intake intake,
    Targets targets,
    String endpoint) {}
