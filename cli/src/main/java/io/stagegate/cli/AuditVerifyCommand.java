package io.stagegate.cli;

import io.stagegate.audit.AuditChain;
import io.stagegate.audit.AuditChain.Verdict;
import io.stagegate.audit.SignedHead;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./stagegate audit verify}: checks an export of the audit log, without any system. */
@Command(
    name = "verify",
    sortOptions = false,
    header = "Checks that an export of the audit log is whole and as it was signed.",
    synopsisHeading = "%n",
    description = {
      "",
      "Nothing but the file is read. The first link that does not hold is named. Without --key the"
          + " signatures are checked by the key that the file itself names: then compare its"
          + " fingerprint with that of your Stagegate's key.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:whole",
      "1:broken; the first link that does not hold is on standard error",
      "2:a file that can't be read (file, line, reason), or wrong usage"
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ./stagegate audit export shop >shop.jsonl && ./stagegate audit verify shop.jsonl",
      "  ./stagegate audit verify shop.jsonl --key audit.pem"
    })
final class AuditVerifyCommand implements Callable<Integer> {
  private static final int WHOLE = 0;
  private static final int BROKEN = 1;

  private final Surroundings surroundings;

  @Parameters(paramLabel = "FILE", description = "An export; - is standard input.")
  private String file = "";

  @Option(
      names = "--key",
      paramLabel = "PUBLIC_KEY.pem",
      description = "The key that must have signed; then something must be signed.")
  private @Nullable String key;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  AuditVerifyCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  @Override
  public Integer call() {
    var named = key;
    Read<Optional<String>> expected =
        named == null
            ? new Read.Done<>(Optional.empty())
            : PublicKeys.read(new Inputs(surroundings), named).then(Read::present);
    var checked =
        expected.then(
            signer ->
                new AuditFile(surroundings, file)
                    .read()
                    .then(
                        all ->
                            new Read.Done<>(AuditChain.verify(all.links(), all.heads(), signer))));
    return switch (checked) {
      case Read.Done<Verdict>(Verdict.Whole whole) -> whole(whole);
      case Read.Done<Verdict>(Verdict.Broken(var number, var fault, var sentence)) ->
          said(BROKEN, "broken: " + sentence);
      case Read.Failed<Verdict>(var problem) ->
          said(io.stagegate.cli.Verdict.UNREADABLE, problem.toString());
    };
  }

  private int whole(Verdict.Whole whole) {
    try {
      surroundings.print(text(whole));
      return WHOLE;
    } catch (IOException e) {
      return said(io.stagegate.cli.Verdict.UNREADABLE, "can't be written: " + e.getMessage());
    }
  }

  private String text(Verdict.Whole whole) {
    var head = whole.signed();
    var found = "Whole: " + whole.entries() + (whole.entries() == 1 ? " entry" : " entries");
    return head == null
        ? found
            + ".\nNothing of it is signed: what was written anew, or cut off at its end, does not"
            + " show.\n"
        : found + signed(whole.entries(), head);
  }

  private String signed(int entries, SignedHead head) {
    var upTo =
        head.number() == entries
            ? ", all of them signed at " + head.signedAt() + ".\n"
            : ". Signed up to entry " + head.number() + " at " + head.signedAt() + ".\n";
    var by =
        key == null
            ? "The signature is by the key that the file names. Is this yours? SHA-256 "
            : "The signature is by the key that was given: SHA-256 ";
    return upTo + by + head.fingerprint() + "\n";
  }

  private int said(int code, String sentence) {
    surroundings.say(sentence);
    return code;
  }
}
