package io.stagegate.functions.notify;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.stagegate.functions.notify.page.CodePage;
import io.stagegate.functions.notify.page.MailPage;

/** Mails in HTML, by the templates of {@code src/main/jte}, which escape all they are given. */
final class MailHtml {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          MailHtml.class.getClassLoader(),
          "io.stagegate.functions.notify.jte");

  String of(MailPage page) {
    return rendered("release.jte", page);
  }

  String of(CodePage page) {
    return rendered("code.jte", page);
  }

  private String rendered(String template, Object model) {
    var html = new StringOutput();
    engine.render(template, model, html);
    return html.toString();
  }
}
