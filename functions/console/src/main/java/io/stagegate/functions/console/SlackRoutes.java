package io.stagegate.functions.console;

import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.PathParameters;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.ProjectId;
import io.stagegate.model.SlackChannel;
import io.stagegate.notice.SetSlackChannel;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** In which channel of Slack a project's people are told. */
final class SlackRoutes {
  private static final String PATH = "/api/v1/projects/{project}/slack";

  private final SetSlackChannel channels;

  SlackRoutes(SetSlackChannel channels) {
    this.channels = channels;
  }

  void add(Routes.Builder routes, Guard guard) {
    routes.put(PATH, guard.api(this::put)).delete(PATH, guard.api(this::remove));
  }

  /**
   * The setting.
   *
   * @param channel absent where each is told alone
   */
  private record ChannelView(@Nullable String channel) {}

  private Response put(Request request, Caller caller) {
    var id = Fields.ofJson(request).needed("channel");
    try {
      var project = PathParameters.project(request);
      return set(project, Optional.of(new SlackChannel(project, id)), caller);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("The field channel does not fit: " + e.getMessage() + ".");
    }
  }

  private Response remove(Request request, Caller caller) {
    return set(PathParameters.project(request), Optional.empty(), caller);
  }

  private Response set(ProjectId project, Optional<SlackChannel> channel, Caller caller) {
    return SettingAnswers.json(
        channels.set(project, channel, caller.person()),
        now -> new ChannelView(now.map(SlackChannel::id).orElse(null)));
  }
}
