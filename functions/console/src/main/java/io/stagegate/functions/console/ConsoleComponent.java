package io.stagegate.functions.console;

import dagger.Component;
import io.stagegate.http.Log;
import io.stagegate.http.Routes;
import io.stagegate.wiring.HttpModule;
import io.stagegate.wiring.LinkModule;
import io.stagegate.wiring.S3Module;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;

/** How this function is put together. */
@Singleton
@Component(
    modules = {
      StoreModule.class,
      S3Module.class,
      HttpModule.class,
      LinkModule.class,
      ConsoleModule.class
    })
interface ConsoleComponent {
  Routes routes();

  Log log();
}
