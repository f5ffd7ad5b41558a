package io.stagegate.functions.console;

import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;

/** The console's pages and the API, but for what other functions answer. */
public final class ConsoleHandler extends HttpFunction {
  /** Built by the Lambda runtime. */
  public ConsoleHandler() {
    this(DaggerConsoleComponent.create());
  }

  private ConsoleHandler(ConsoleComponent component) {
    this(component.routes(), component.log());
  }

  ConsoleHandler(Routes routes, Log log) {
    super(routes, log);
  }
}
