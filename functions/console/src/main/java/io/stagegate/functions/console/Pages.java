package io.stagegate.functions.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.stagegate.http.Response;

/** The templates of {@code src/main/jte}, compiled with the module. */
final class Pages {
  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Pages.class.getClassLoader(),
          "io.stagegate.functions.console.jte");

  /** A page as an answer. */
  Response page(int status, String template, Object model) {
    var html = new StringOutput();
    engine.render(template + ".jte", model, html);
    return Response.html(status, html.toString());
  }
}
