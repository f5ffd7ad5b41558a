package io.stagegate.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.audit.AuditEntry;
import io.stagegate.audit.Chains;
import io.stagegate.audit.Keypair;
import io.stagegate.audit.SignedHead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports as people have them, tampered with in each way that a file can be. */
class AuditVerifyCommandTest {
  private static final Keypair KEY = new Keypair();
  private static final List<AuditEntry> CHAIN = Chains.of(Chains.SHOP, 5);
  private static final byte[] EXPORT = text(lines()).getBytes(UTF_8);

  @TempDir private Path folder = Path.of("");

  private static List<String> lines() {
    var lines =
        CHAIN.stream().map(AuditEntry::line).collect(Collectors.toCollection(ArrayList::new));
    lines.add(SignedHead.of(CHAIN.getLast().head(), Chains.NOW, KEY).line());
    return lines;
  }

  private static String text(List<String> lines) {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }

  private static Ran piped(byte[] export) {
    return Ran.command(Path.of(""), export, false, "audit", "verify", "-");
  }

  private static Ran verify(List<String> lines) {
    return piped(text(lines).getBytes(UTF_8));
  }

  private static void broken(List<String> lines, String sentence) {
    var ran = verify(lines);
    assertThat(ran.code()).as(ran.err()).isEqualTo(1);
    assertThat(ran.err()).isEqualTo("stagegate: broken: " + sentence + "\n");
    assertThat(ran.out()).isEmpty();
  }

  @Test
  void aWholeExportIsWhole() {
    var ran = piped(EXPORT);
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(ran.out())
        .isEqualTo(
            "Whole: 5 entries, all of them signed at 2026-11-23T10:00:00.125Z.\n"
                + "The signature is by the key that the file names. Is this yours? SHA-256 "
                + SignedHead.fingerprint(KEY.publicKey())
                + "\n");
    assertThat(ran.err()).isEmpty();
  }

  @Test
  void whatIsNotSignedIsSaid() {
    var lines = lines();
    lines.removeLast();
    assertThat(verify(lines).out()).startsWith("Whole: 5 entries.\nNothing of it is signed");
    lines.add(SignedHead.of(CHAIN.get(2).head(), Chains.NOW, KEY).line());
    assertThat(verify(lines).out()).startsWith("Whole: 5 entries. Signed up to entry 3 at ");
    assertThat(verify(lines.subList(0, 1)).out()).startsWith("Whole: 1 entry.");
  }

  @Test
  void aChangedEntryIsNamed() {
    var lines = lines();
    lines.set(2, lines.get(2).replace("\"ada\"", "\"bob\""));
    broken(lines, "Entry 3 was changed: its hash is that of another text.");
  }

  @Test
  void aDroppedASwappedAndADoubledEntryAreNamed() {
    var dropped = lines();
    dropped.remove(1);
    broken(dropped, "Entry 2 is missing: entry 3 is in its place.");
    var swapped = lines();
    Collections.swap(swapped, 1, 2);
    broken(swapped, "Entry 2 comes after entry 3.");
    var doubled = lines();
    doubled.add(2, doubled.get(1));
    broken(doubled, "Entry 2 comes twice.");
    var cut = lines();
    cut.remove(4);
    broken(cut, "Entry 5 is missing: entries up to 5 were signed at 2026-11-23T10:00:00.125Z.");
  }

  @Test
  void aHistoryThatWasWrittenAnewIsNamed() {
    var forged = new ArrayList<>(CHAIN.subList(0, 4));
    forged.add(Chains.next(forged, Chains.note(Chains.SHOP, "Never happened.")));
    var lines =
        forged.stream().map(AuditEntry::line).collect(Collectors.toCollection(ArrayList::new));
    lines.add(lines().getLast());
    broken(
        lines,
        "Entry 5 is not the one that was signed at 2026-11-23T10:00:00.125Z: it, or one before it,"
            + " was written anew.");
  }

  @Test
  void theGivenKeyMustHaveSigned() throws IOException {
    Files.write(folder.resolve("log"), EXPORT);
    pem("right.pem", KEY);
    pem("other.pem", new Keypair());

    assertThat(verify("log", "--key", "right.pem").out()).contains("by the key that was given");
    var other = verify("log", "--key", "other.pem");
    assertThat(other.code()).isEqualTo(1);
    assertThat(other.err()).contains("The head of entry 5 is signed by another key");

    var unsigned = lines();
    unsigned.removeLast();
    Files.writeString(folder.resolve("unsigned"), text(unsigned));
    var without = verify("unsigned", "--key", "right.pem");
    assertThat(without.code()).isEqualTo(1);
    assertThat(without.err()).contains("Nothing is signed");
  }

  @Test
  void aKeyThatIsNoneIsSaid() throws IOException {
    Files.write(folder.resolve("log"), EXPORT);
    Files.writeString(folder.resolve("text"), "hello");
    Files.writeString(
        folder.resolve("no.pem"), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n");
    unreadable(verify("log", "--key", "text"), "text: holds no public key in PEM");
    unreadable(verify("log", "--key", "no.pem"), "no.pem: holds no public key of an elliptic");
    unreadable(verify("log", "--key", "gone.pem"), "gone.pem: there is no such file");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | log:1: is no JSON",
        "{} | log:1: is no line of an export",
        "{\"kind\":\"entry\",\"version\":2} | log:1: is no line of an export, or one of a newer",
        "{\"kind\":\"note\",\"version\":1} | log:1: is neither an entry nor a signed head",
        "{\"kind\":\"entry\",\"version\":1} | log:1: has no hash of 64",
        "{\"kind\":\"head\",\"version\":1} | log:1: is not as Stagegate writes it",
        "{\"kind\":\"entry\",\"kind\":\"head\",\"version\":1} | log:1: is no JSON: Duplicate",
      })
  void whatIsNoExportIsSaidWithItsLine(String line, String reason) throws IOException {
    Files.writeString(folder.resolve("log"), line + "\n" + text(lines()));
    unreadable(verify("log"), reason);
  }

  @Test
  void filesThatCanNotBeReadAreSaid() throws IOException {
    unreadable(verify("gone"), "gone: there is no such file");
    unreadable(verify("."), ".: is a folder");
    Files.writeString(folder.resolve("empty"), "");
    unreadable(verify("empty"), "empty: holds no entry");
    Files.writeString(folder.resolve("long"), "x".repeat(200_000));
    unreadable(verify("long"), "long:1: is longer than any line");
    Files.writeString(folder.resolve("dos"), text(lines()).replace("\n", "\r\n"));
    unreadable(verify("dos"), "dos:1: does not end with its hash");
    Files.writeString(folder.resolve("late"), text(lines()) + "\n");
    unreadable(verify("late"), "late:7: ");
    assertThat(verify().code()).isEqualTo(2);
    assertThat(Ran.command(folder, new byte[0], false, "audit").code()).isEqualTo(2);
  }

  /** Whichever byte is changed to whatever: the export is not whole any more. */
  @Property(tries = 3000)
  void aByteThatWasChangedShows(
      @ForAll @IntRange(max = 1_000_000) int at,
      @ForAll @ByteRange(min = Byte.MIN_VALUE, max = Byte.MAX_VALUE) byte to) {
    var tampered = EXPORT.clone();
    int place = at % tampered.length;
    if (tampered[place] != to) {
      tampered[place] = to;
      assertThat(piped(tampered).code()).as("byte %d is %d", place, to).isIn(1, 2);
    }
  }

  /** Nor is it when a byte is taken out, but for the last line's end, which is no content. */
  @Property(tries = 1000)
  void aByteThatIsGoneShows(@ForAll @IntRange(max = 1_000_000) int at) {
    int place = at % (EXPORT.length - 1);
    var tampered = new byte[EXPORT.length - 1];
    System.arraycopy(EXPORT, 0, tampered, 0, place);
    System.arraycopy(EXPORT, place + 1, tampered, place, tampered.length - place);
    assertThat(piped(tampered).code()).as("byte %d", place).isIn(1, 2);
  }

  private Ran verify(String... arguments) {
    List<String> all = new ArrayList<>(List.of("audit", "verify"));
    all.addAll(List.of(arguments));
    return Ran.command(folder, new byte[0], false, all.toArray(String[]::new));
  }

  private static void unreadable(Ran ran, String reason) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    assertThat(ran.err()).startsWith("stagegate: " + reason);
    assertThat(ran.out()).isEmpty();
  }

  private void pem(String file, Keypair key) throws IOException {
    var lines = key.publicKey().replaceAll("(.{64})", "$1\n");
    Files.writeString(
        folder.resolve(file),
        "-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n");
  }
}
