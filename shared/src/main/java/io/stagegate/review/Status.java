package io.stagegate.review;

/** Says in one sentence why change sets can't be executed. */
public final class Status {
  private Status() {}

  /** Empty where they can. */
  public static String sentence(Review review) {
    if (review.executable()) {
      return "";
    }
    return review.changeSets().stream()
        .filter(info -> !info.executable())
        .findFirst()
        .map(Status::sentence)
        .orElse("No change set is given, so there is nothing to execute");
  }

  private static String sentence(ChangeSetInfo info) {
    String reason = info.statusReason() == null ? "" : ": " + info.statusReason();
    return switch (StatusReason.of(info)) {
      case NO_CHANGES -> "It changes nothing";
      case ACCESS_DENIED -> "Access was denied while it was made" + reason;
      case TEMPLATE_ERROR -> "The template has an error" + reason;
      case VALIDATION_ERROR -> "CloudFormation refused it" + reason;
      case OBSOLETE -> "It is obsolete: the stack has changed since it was made";
      case NESTED -> "It is executed with the change set it is nested in, not by itself";
      case NONE, WARNING, OTHER ->
          "It can't be executed now (status "
              + (info.status() == null ? "not told" : info.status())
              + ", execution status "
              + (info.executionStatus() == null ? "not told" : info.executionStatus())
              + ")"
              + reason;
    };
  }
}
