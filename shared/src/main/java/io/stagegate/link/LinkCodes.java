package io.stagegate.link;

import io.stagegate.model.Contacts;
import io.stagegate.model.Notice;
import io.stagegate.model.PersonalLink;
import io.stagegate.model.Verification;
import io.stagegate.people.Codes;
import io.stagegate.people.Verifications;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** The codes that show a link's holder to be the one it is for. */
public final class LinkCodes {
  private final Store store;
  private final Clock clock;
  private final Set<Notice.Channel> channels;
  private final LinkSeals seals;

  /**
   * @param channels those that can be used here
   */
  public LinkCodes(Store store, Clock clock, Set<Notice.Channel> channels, LinkSeals seals) {
    this.store = store;
    this.clock = clock;
    this.channels = Set.copyOf(channels);
    this.seals = seals;
  }

  /** What came of asking for a code. */
  public sealed interface Asked {
    /** It is on its way, in this channel. */
    record Sent(Notice.Channel channel) implements Asked {}

    /** Not again before then. */
    record TooSoon(Instant again) implements Asked {}

    /** They have no contact any more. */
    record NoContact() implements Asked {}
  }

  /** Sends a code: by the channel that the link did not come by, where there is one. */
  public Asked send(PersonalLink link) {
    return store.transact(
        state -> {
          var contacts =
              state.get(NoticeKeys.contacts(link.to())).orElseGet(() -> Contacts.none(link.to()));
          var channel =
              channels.contains(Notice.Channel.SLACK) && contacts.slack() != null
                  ? Notice.Channel.SLACK
                  : Notice.Channel.MAIL;
          var way = contacts.by(channel);
          if (way.isEmpty()) {
            return new Asked.NoContact();
          }
          var key = NoticeKeys.verification(link.to(), channel, purpose(link));
          var before = state.get(key);
          return switch (Verification.ask(
              link.to(), channel, way.get().address(), purpose(link), before, clock.instant())) {
            case Verification.Asking.TooSoon(var again) -> new Asked.TooSoon(again);
            case Verification.Asking.Asked(var asked) -> {
              Verifications.send(state, asked, before);
              yield new Asked.Sent(channel);
            }
          };
        });
  }

  /** Whether a code is waited for. */
  public boolean waiting(PersonalLink link) {
    for (var channel : Notice.Channel.values()) {
      var asked = store.read(NoticeKeys.verification(link.to(), channel, purpose(link)));
      if (asked.filter(code -> code.open(clock.instant())).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** The proof that the right code was typed in; empty for a wrong one. Each try counts. */
  public Optional<String> proof(PersonalLink link, String typed) {
    var right =
        store.transact(
            state -> {
              for (var channel : Notice.Channel.values()) {
                var key = NoticeKeys.verification(link.to(), channel, purpose(link));
                var asked = state.get(key).filter(code -> code.open(clock.instant()));
                if (asked.isPresent()) {
                  var matches = Codes.matches(asked.get(), typed);
                  Verifications.write(state, matches ? asked.get().spent() : asked.get().tried());
                  if (matches) {
                    return true;
                  }
                }
              }
              return false;
            });
    return right
        ? Optional.of(seals.proof(link, clock.instant().plus(LinkCookies.PROOF)))
        : Optional.empty();
  }

  private static String purpose(PersonalLink link) {
    return "LINK#" + link.id();
  }
}
