package io.stagegate.local.road;

/** Small templates: a queue, whose timeout is what changes, and an output that says which it is. */
final class Templates {
  private Templates() {}

  /**
   * A version of the service.
   *
   * @param number of the version: output Version is {@code v1}
   */
  static String version(int number) {
    return version(number, "");
  }

  /** The same with more resources, each line indented by two. */
  static String version(int number, String more) {
    return """
        AWSTemplateFormatVersion: "2010-09-09"
        Resources:
          Orders:
            Type: AWS::SQS::Queue
            Properties:
              VisibilityTimeout: %2$d
        %3$s
        Outputs:
          Version:
            Value: v%1$d
        """
        .formatted(number, 30 * number, more);
  }
}
