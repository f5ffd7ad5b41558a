package io.stagegate.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks that a chain is whole, and names the first link of it that is not. */
public final class AuditChain {
  /** The member of a line that holds its hash. */
  public static final String HASH = "hash";

  private AuditChain() {}

  /**
   * What checking takes of an entry.
   *
   * @param hash as the entry says
   * @param actual as its body gives
   */
  public record Link(AuditLog log, int number, String previous, String hash, String actual) {}

  /** What is wrong. */
  public enum Fault {
    /** An entry is not as it was written. */
    CHANGED,
    MISSING,
    OUT_OF_ORDER,
    TWICE,
    /** It is another chain's. */
    FOREIGN,
    /** Entries up to a signed head are cut off. */
    TRUNCATED,
    /** The chain fits in itself, but is not the one that was signed. */
    NOT_AS_SIGNED,
    BAD_SIGNATURE,
    /** A signature by another key than the expected one. */
    OTHER_KEY,
    /** A key was given, and nothing is signed. */
    UNSIGNED
  }

  /** What came of checking. */
  public sealed interface Verdict {
    /**
     * All fits.
     *
     * @param entries how many there are
     * @param signed the newest signed head; null where there is none
     */
    record Whole(int entries, @Nullable SignedHead signed) implements Verdict {}

    /**
     * It does not.
     *
     * @param number of the first entry that does not fit
     * @param sentence what is wrong, for people
     */
    record Broken(int number, Fault fault, String sentence) implements Verdict {}
  }

  /**
   * Checks a whole chain.
   *
   * @param links in the order they came, from number 1
   * @param heads in any order
   * @param key the public key that must have signed, in base64; empty to take what the heads name
   */
  public static Verdict verify(List<Link> links, List<SignedHead> heads, Optional<String> key) {
    var log = heads.isEmpty() ? links.getFirst().log() : heads.getFirst().log();
    var walk = new Walk(log, links, heads, key);
    return walk.broken()
        .<Verdict>map(broken -> broken)
        .orElseGet(() -> new Verdict.Whole(links.size(), walk.newest()));
  }

  /** One check. */
  private static final class Walk {
    private final AuditLog log;
    private final List<Link> links;
    private final List<SignedHead> heads;
    private final Optional<String> key;
    private final Set<Integer> numbers = new HashSet<>();
    private final Map<Integer, List<SignedHead>> signed = new HashMap<>();

    Walk(AuditLog log, List<Link> links, List<SignedHead> heads, Optional<String> key) {
      this.log = log;
      this.links = links;
      this.heads = heads;
      this.key = key;
      links.forEach(link -> numbers.add(link.number()));
      heads.forEach(
          head ->
              signed.merge(
                  head.number(),
                  List.of(head),
                  (some, more) ->
                      java.util.stream.Stream.concat(some.stream(), more.stream()).toList()));
    }

    @Nullable SignedHead newest() {
      return heads.stream().max(java.util.Comparator.comparing(SignedHead::number)).orElse(null);
    }

    Optional<Verdict.Broken> broken() {
      int next = 1;
      var before = AuditHead.BEGINNING;
      for (var link : links) {
        var wrong = place(link, next).or(() -> content(link));
        if (wrong.isEmpty() && !link.previous().equals(before)) {
          wrong = follows(link);
        }
        if (wrong.isEmpty()) {
          wrong = heads(link);
        }
        if (wrong.isPresent()) {
          return wrong;
        }
        before = link.hash();
        next++;
      }
      return end(next);
    }

    private Optional<Verdict.Broken> place(Link link, int next) {
      int number = link.number();
      if (!link.log().equals(log)) {
        return broken(
            next,
            Fault.FOREIGN,
            "Where entry %d of %s belongs is entry %d of %s."
                .formatted(next, log, number, link.log()));
      }
      if (number == next) {
        return Optional.empty();
      }
      if (number < next) {
        return broken(number, Fault.TWICE, "Entry " + number + " comes twice.");
      }
      return numbers.contains(next)
          ? broken(
              next, Fault.OUT_OF_ORDER, "Entry %d comes after entry %d.".formatted(next, number))
          : broken(
              next,
              Fault.MISSING,
              "Entry %d is missing: entry %d is in its place.".formatted(next, number));
    }

    private static Optional<Verdict.Broken> content(Link link) {
      return link.hash().equals(link.actual())
          ? Optional.empty()
          : broken(
              link.number(),
              Fault.CHANGED,
              "Entry %d was changed: its hash is that of another text.".formatted(link.number()));
    }

    private static Optional<Verdict.Broken> follows(Link link) {
      int number = link.number();
      return broken(
          number,
          Fault.CHANGED,
          number == 1
              ? "Entry 1 was changed: it does not begin a chain."
              : "Entry %d does not follow entry %d: one of the two was changed."
                  .formatted(number, number - 1));
    }

    private Optional<Verdict.Broken> heads(Link link) {
      for (var head : signed.getOrDefault(link.number(), List.of())) {
        var wrong = signature(head);
        if (wrong.isPresent()) {
          return wrong;
        }
        if (!head.hash().equals(link.hash())) {
          return broken(
              link.number(),
              Fault.NOT_AS_SIGNED,
              ("Entry %d is not the one that was signed at %s: it, or one before it, was written"
                      + " anew.")
                  .formatted(link.number(), head.signedAt()));
        }
      }
      return Optional.empty();
    }

    private Optional<Verdict.Broken> signature(SignedHead head) {
      int number = head.number();
      if (!head.log().equals(log)) {
        return broken(
            number,
            Fault.FOREIGN,
            "The signed head of entry %d is one of %s.".formatted(number, head.log()));
      }
      if (key.isPresent() && !key.get().equals(head.publicKey())) {
        return broken(
            number,
            Fault.OTHER_KEY,
            "The head of entry %d is signed by another key than the one given.".formatted(number));
      }
      return head.holds()
          ? Optional.empty()
          : broken(
              number,
              Fault.BAD_SIGNATURE,
              "The signature of entry %d does not hold.".formatted(number));
    }

    private Optional<Verdict.Broken> end(int next) {
      for (var head : heads) {
        if (head.number() >= next || head.number() < 1) {
          var wrong = signature(head);
          return wrong.isPresent()
              ? wrong
              : broken(
                  next,
                  Fault.TRUNCATED,
                  "Entry %d is missing: entries up to %d were signed at %s."
                      .formatted(next, head.number(), head.signedAt()));
        }
      }
      return key.isPresent() && heads.isEmpty()
          ? broken(
              next - 1,
              Fault.UNSIGNED,
              "Nothing is signed: no head vouches for the entries up to %d.".formatted(next - 1))
          : Optional.empty();
    }

    private static Optional<Verdict.Broken> broken(int number, Fault fault, String sentence) {
      return Optional.of(new Verdict.Broken(number, fault, sentence));
    }
  }
}
