package io.stagegate.http;

import io.stagegate.model.Login;
import io.stagegate.model.ProjectId;
import io.stagegate.model.StageName;

/** What a path names, as the model has it; what can be no such thing isn't there: 404. */
public final class PathParameters {
  private PathParameters() {}

  /** The path's {@code {project}}. */
  public static ProjectId project(Request request) {
    try {
      return new ProjectId(request.parameter("project"));
    } catch (IllegalArgumentException e) {
      throw BadRequest.notFound();
    }
  }

  /** The path's {@code {login}}. */
  public static Login login(Request request) {
    try {
      return new Login(request.parameter("login"));
    } catch (IllegalArgumentException e) {
      throw BadRequest.notFound();
    }
  }

  /** The path's {@code {stage}}. */
  public static StageName stage(Request request) {
    try {
      return new StageName(request.parameter("stage"));
    } catch (IllegalArgumentException e) {
      throw BadRequest.notFound();
    }
  }

  /** A number from 1. */
  public static int number(Request request, String name) {
    var text = request.parameter(name);
    if (!text.isEmpty()
        && text.length() <= 9
        && text.chars().allMatch(c -> c >= '0' && c <= '9')
        && text.charAt(0) != '0') {
      return Integer.parseInt(text);
    }
    throw BadRequest.notFound();
  }
}
