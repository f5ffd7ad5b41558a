package io.stagegate.review;

import java.util.List;

/** Every rule that a change is judged by. */
final class Rules {
  static final List<Rule> ALL =
      List.of(
          new DataLossRule(),
          new ReplacementRule(),
          new CascadeRule(),
          new TypeChangeRule(),
          new NestedRule(),
          new PermissionRule(),
          new AttachmentRule(),
          new ActsAsRule(),
          new ExposureRule(),
          new SettingsRule(),
          new TrafficRule(),
          new UnknownRule());

  private Rules() {}
}
