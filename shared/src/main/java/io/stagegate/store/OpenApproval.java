package io.stagegate.store;

import io.stagegate.model.ProjectId;
import java.time.Instant;

/** A row of the list of open approvals, which lies in order of {@code expiresAt}. */
public record OpenApproval(ProjectId project, int release, Instant expiresAt) {}
