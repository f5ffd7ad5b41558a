package io.stagegate.functions.slack;

import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;

/** {@code POST /slack/interactions}: Slack tells what somebody pressed. */
public final class SlackHandler extends HttpFunction {
  /** Built by the Lambda runtime. */
  public SlackHandler() {
    this(DaggerSlackComponent.create());
  }

  private SlackHandler(SlackComponent component) {
    this(component.interactions(), component.log());
  }

  SlackHandler(Interactions interactions, Log log) {
    super(Routes.builder().post("/slack/interactions", interactions::take).build(), log);
  }
}
