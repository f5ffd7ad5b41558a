package io.stagegate.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One commit built for one stage.
 *
 * @param number counted per project from 1
 * @param packages empty until packaged; never changed after that
 * @param failure what failed first, where {@code state} is {@code FAILED}
 * @param promotedBy number of the release that brought it to production last; null before
 */
public record Build(
    ProjectId project,
    int number,
    StageName stage,
    Commit commit,
    State state,
    List<ServicePackage> packages,
    @Nullable Failure failure,
    @Nullable Integer promotedBy,
    Instant createdAt,
    Instant updatedAt) {

  /** Where a build is on its way. */
  public enum State {
    /** Written, its workflow not begun. */
    QUEUED,
    /** Source is fetched and packaged. */
    PACKAGING,
    /** Its change sets are applied to its stage. */
    DEPLOYING,
    /** Deployed well to its stage. */
    DEPLOYED,
    /** Ended without being deployed; the stage is as it was. */
    FAILED,
    /** Not deployed, since a newer build was there before it. */
    SKIPPED;

    public boolean ended() {
      return this == DEPLOYED || this == FAILED || this == SKIPPED;
    }
  }

  public Build {
    packages = List.copyOf(packages);
  }

  public static Build queued(
      ProjectId project, int number, StageName stage, Commit commit, Instant now) {
    return new Build(project, number, stage, commit, State.QUEUED, List.of(), null, null, now, now);
  }

  public boolean promoted() {
    return promotedBy != null;
  }

  /** The package of a service made for a stage. */
  public Optional<ServicePackage> packageFor(String service, StageName stage) {
    return packages.stream()
        .filter(made -> made.service().equals(service) && made.stage().equals(stage))
        .findFirst();
  }

  /** The packages made for a stage, in the order their services are deployed. */
  public List<ServicePackage> packagesFor(StageName stage) {
    return packages.stream().filter(made -> made.stage().equals(stage)).toList();
  }

  public Build packaging(Instant now) {
    return with(State.PACKAGING, packages, null, promotedBy, now);
  }

  public Build packaged(List<ServicePackage> made, Instant now) {
    return with(State.DEPLOYING, made, null, promotedBy, now);
  }

  public Build deployed(Instant now) {
    return with(State.DEPLOYED, packages, null, promotedBy, now);
  }

  public Build failed(Failure first, Instant now) {
    return with(State.FAILED, packages, first, promotedBy, now);
  }

  public Build skipped(Instant now) {
    return with(State.SKIPPED, packages, null, promotedBy, now);
  }

  public Build promoted(int release, Instant now) {
    return with(state, packages, failure, release, now);
  }

  private Build with(
      State state,
      List<ServicePackage> packages,
      @Nullable Failure failure,
      @Nullable Integer promotedBy,
      Instant now) {
    return new Build(
        project, number, stage, commit, state, packages, failure, promotedBy, createdAt, now);
  }
}
