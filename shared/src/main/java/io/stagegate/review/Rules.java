package io.stagegate.review;

import java.util.List;
import java.util.Map;

/** Every rule that a change is judged by. */
final class Rules {
  private Rules() {}

  /**
   * All of them.
   *
   * @param templates of the stacks that are reviewed, nested ones too
   */
  static List<Rule> of(Map<String, StackTemplates> templates) {
    return List.of(
        new DataLossRule(),
        new ReplacementRule(),
        new CascadeRule(),
        new TypeChangeRule(),
        new NestedRule(),
        new PermissionRule(),
        new AttachmentRule(),
        new ActsAsRule(),
        new ExposureRule(),
        new SecurityGroupRule(),
        new ApiRule(),
        new SettingsRule(),
        new TlsRule(),
        new AmountRule(),
        new RetentionRule(),
        new CostRule(),
        new GuardRule(),
        new RunningRule(),
        new TrafficRule(),
        new ContentsRule(templates),
        new UnknownRule());
  }
}
