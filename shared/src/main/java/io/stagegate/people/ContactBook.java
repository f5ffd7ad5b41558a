package io.stagegate.people;

import io.stagegate.model.Contacts;
import io.stagegate.model.Login;
import io.stagegate.model.Notice.Channel;
import io.stagegate.model.Verification;
import io.stagegate.store.Key;
import io.stagegate.store.NoticeKeys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** How people are reached. An address counts once its reader has typed in the code sent there. */
public final class ContactBook {
  private final Store store;
  private final Clock clock;
  private final Set<Channel> channels;

  /**
   * @param channels those that can be used here
   */
  public ContactBook(Store store, Clock clock, Set<Channel> channels) {
    this.store = store;
    this.clock = clock;
    this.channels = Set.copyOf(channels);
  }

  /** What came of naming an address. */
  public sealed interface Asked {
    /** A code is on its way there. */
    record Sent(Verification verification) implements Asked {}

    /** Not again before then. */
    record TooSoon(Instant again) implements Asked {}

    /** Nobody is told anything in this channel here. */
    record NotSetUp() implements Asked {}
  }

  /** What came of typing in a code. */
  public sealed interface Verified {
    /** The address is theirs; these are their contacts now. */
    record Right(Contacts contacts) implements Verified {}

    /** That is not the code; so often they may try again. */
    record Wrong(int triesLeft) implements Verified {}

    /** No code is waited for, or it is no longer good. */
    record Over() implements Verified {}
  }

  public Contacts of(Login login) {
    return store.read(NoticeKeys.contacts(login)).orElseGet(() -> Contacts.none(login));
  }

  /** Addresses of theirs that wait for their code. */
  public List<Verification> waiting(Login login) {
    return Stream.of(Channel.values())
        .flatMap(channel -> store.read(key(login, channel)).stream())
        .filter(verification -> verification.open(clock.instant()))
        .toList();
  }

  /**
   * Somebody says where they are reached: a code is sent there.
   *
   * @param address as {@link Channel#address} gives it
   */
  public Asked add(Login login, Channel channel, String address) {
    if (!channels.contains(channel)) {
      return new Asked.NotSetUp();
    }
    return store.transact(
        state -> {
          var before = state.get(key(login, channel));
          return switch (Verification.ask(
              login, channel, address, Verification.CONTACT, before, clock.instant())) {
            case Verification.Asking.TooSoon(var again) -> new Asked.TooSoon(again);
            case Verification.Asking.Asked(var asked) -> {
              Verifications.send(state, asked, before);
              yield new Asked.Sent(asked);
            }
          };
        });
  }

  /** They type in the code. */
  public Verified verify(Login login, Channel channel, String code) {
    return store.transact(
        state -> {
          var asked = state.get(key(login, channel)).filter(v -> v.open(clock.instant()));
          if (asked.isEmpty()) {
            return new Verified.Over();
          }
          var verification = asked.get();
          if (!Codes.matches(verification, code)) {
            var tried = verification.tried();
            Verifications.write(state, tried);
            return new Verified.Wrong(tried.triesLeft());
          }
          var contacts =
              state.get(NoticeKeys.contacts(login)).orElseGet(() -> Contacts.none(login));
          var way = new Contacts.Way(verification.address(), clock.instant());
          var after = contacts.with(channel, way);
          state.put(NoticeKeys.contacts(login), after);
          SlackUsers.follow(state, contacts, after);
          state.delete(key(login, channel));
          return new Verified.Right(after);
        });
  }

  /** They are not reached by this channel any more. */
  public Contacts remove(Login login, Channel channel) {
    return store.transact(
        state -> {
          var before = state.get(NoticeKeys.contacts(login)).orElseGet(() -> Contacts.none(login));
          var after = before.without(channel);
          state.put(NoticeKeys.contacts(login), after);
          SlackUsers.follow(state, before, after);
          return after;
        });
  }

  private static Key<Verification> key(Login login, Channel channel) {
    return NoticeKeys.verification(login, channel, Verification.CONTACT);
  }
}
