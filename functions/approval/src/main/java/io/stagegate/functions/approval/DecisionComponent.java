package io.stagegate.functions.approval;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.http.Guard;
import io.stagegate.http.Log;
import io.stagegate.release.Decide;
import io.stagegate.store.Store;
import io.stagegate.wiring.HttpModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How the deciding function is put together. */
@Singleton
@Component(modules = {StoreModule.class, HttpModule.class, DecisionComponent.Parts.class})
interface DecisionComponent {
  Decisions decisions();

  Guard guard();

  Log log();

  /** What is this function's own. */
  @Module
  interface Parts {
    @Provides
    @Singleton
    static Log log(Clock clock) {
      return Log.of("decide", clock);
    }

    @Provides
    static Decisions decisions(Store store, Clock clock) {
      return new Decisions(new Decide(store, clock));
    }
  }
}
