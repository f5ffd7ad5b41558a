package io.stagegate.model;

import java.util.regex.Pattern;

/**
 * The channel in Slack in which a project's people are told. Where it has none, each is told alone.
 *
 * @param id as Slack shows it in the channel's details: {@code C012AB3CD}
 */
public record SlackChannel(ProjectId project, String id) {
  private static final Pattern SHAPE = Pattern.compile("[CG][A-Z0-9]{2,20}");

  public SlackChannel {
    if (!SHAPE.matcher(id).matches()) {
      throw new IllegalArgumentException("a Slack channel's id is one like C012AB3CD");
    }
  }
}
