package io.stagegate.functions.notify;

import io.stagegate.functions.notify.page.CodePage;
import io.stagegate.functions.notify.page.MailPage;
import java.util.List;

/** Mails in plain text: lines, for who reads no HTML. */
final class MailText {
  private MailText() {}

  static String of(MailPage page) {
    var out = new StringBuilder();
    paragraph(out, page.title());
    paragraph(out, page.lead());
    if (!page.headline().isEmpty()) {
      paragraph(out, page.headline() + "\nRisk: " + page.risk() + ". " + page.counts() + ".");
    }
    list(out, "", page.risks());
    paragraph(out, page.button() + ":\n" + page.target());
    if (page.asks()) {
      paragraph(
          out, "The link is for you alone and good for one decision. Opening it decides nothing.");
    }
    list(out, page.goes() + "\n", page.commits());
    paragraph(
        out,
        "-- \nYou are told because you belong to "
            + page.project()
            + ".\nThe release's page: "
            + page.text().page()
            + "\nHow you are reached: "
            + page.account());
    return out.toString();
  }

  static String of(CodePage page) {
    var out = new StringBuilder();
    paragraph(out, page.lead());
    paragraph(out, "    " + page.code());
    paragraph(out, page.until());
    paragraph(
        out, "If it was not you who asked for it, nothing happens as long as nobody types it in.");
    return out.toString();
  }

  private static void paragraph(StringBuilder out, String text) {
    if (!text.isEmpty()) {
      out.append(text).append("\n\n");
    }
  }

  private static void list(StringBuilder out, String over, List<String> lines) {
    if (!over.isEmpty() || !lines.isEmpty()) {
      out.append(over);
      lines.forEach(line -> out.append("- ").append(line).append('\n'));
      out.append('\n');
    }
  }
}
