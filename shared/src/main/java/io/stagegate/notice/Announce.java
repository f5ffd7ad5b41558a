package io.stagegate.notice;

import io.stagegate.model.Contacts;
import io.stagegate.model.Effect;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.SlackChannel;
import io.stagegate.store.Due;
import io.stagegate.store.Keys;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each person is to be told, in each channel that they are reached by; in Slack all of
 * them together, where the project has a channel there. Again is safe: what was written stays as it
 * is.
 */
public final class Announce {
  /** How many notices one transaction writes, two rows for each. */
  private static final int AT_ONCE = 25;

  private static final int PAGE = 200;

  private final Store store;
  private final Clock clock;
  private final Set<Notice.Channel> channels;

  /**
   * @param channels those that can be used here; in others nobody is told anything
   */
  public Announce(Store store, Clock clock, Set<Notice.Channel> channels) {
    this.store = store;
    this.clock = clock;
    this.channels = Set.copyOf(channels);
  }

  /**
   * Tells of something.
   *
   * @param at when it was written that it is to be told; a repeat has the same
   */
  public void tell(Effect.Announce what, Instant at) {
    var release = store.read(Keys.release(what.project(), what.release()));
    if (release.isEmpty() || channels.isEmpty()) {
      return;
    }
    var people =
        Recipients.of(
            what.kind(),
            release.get(),
            store.read(Keys.approval(what.project(), what.release())),
            store.read(Keys.team(what.project())),
            what.kind() == Notice.Kind.CLOSED ? asked(what) : Set.of());
    var place = store.read(NoticeKeys.slackChannel(what.project())).map(SlackChannel::id);
    var notices = new ArrayList<Notice>();
    if (place.isPresent() && channels.contains(Notice.Channel.SLACK)) {
      var by = new Login(release.get().requestedBy());
      notices.add(notice(what, at, by, Notice.Channel.SLACK, place.get()));
    }
    for (var login : people) {
      var contacts = store.read(NoticeKeys.contacts(login)).orElseGet(() -> Contacts.none(login));
      for (var channel : channels) {
        boolean together = channel == Notice.Channel.SLACK && place.isPresent();
        if (contacts.by(channel).isPresent() && !together) {
          notices.add(notice(what, at, login, channel, null));
        }
      }
    }
    for (int from = 0; from < notices.size(); from += AT_ONCE) {
      write(notices.subList(from, Math.min(from + AT_ONCE, notices.size())));
    }
  }

  private Notice notice(
      Effect.Announce what, Instant at, Login to, Notice.Channel channel, @Nullable String place) {
    return Notice.waiting(
        what.project(),
        what.release(),
        what.kind(),
        at.toEpochMilli(),
        to,
        channel,
        place,
        clock.instant());
  }

  private void write(List<Notice> notices) {
    store.transact(
        state -> {
          for (var notice : notices) {
            if (state.get(NoticeKeys.notice(notice)).isEmpty()) {
              var due = Due.of(notice);
              state.put(NoticeKeys.notice(notice), notice);
              state.put(NoticeKeys.due(due), due);
            }
          }
          return true;
        });
  }

  private Set<Login> asked(Effect.Announce what) {
    var people = new LinkedHashSet<Login>();
    @Nullable String cursor = null;
    do {
      var page = store.list(NoticeKeys.notices(what.project(), what.release()), PAGE, cursor);
      page.items().stream()
          .filter(notice -> notice.kind() == Notice.Kind.ASKED)
          .forEach(notice -> people.add(notice.to()));
      cursor = page.cursor();
    } while (cursor != null);
    return people;
  }
}
