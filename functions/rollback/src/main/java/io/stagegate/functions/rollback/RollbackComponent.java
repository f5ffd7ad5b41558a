package io.stagegate.functions.rollback;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.http.Guard;
import io.stagegate.http.Log;
import io.stagegate.release.RequestRelease;
import io.stagegate.store.Store;
import io.stagegate.wiring.HttpModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How this function is put together. */
@Singleton
@Component(modules = {StoreModule.class, HttpModule.class, RollbackComponent.Parts.class})
interface RollbackComponent {
  Rollbacks rollbacks();

  Guard guard();

  Log log();

  /** What is this function's own. */
  @Module
  interface Parts {
    @Provides
    @Singleton
    static Log log(Clock clock) {
      return Log.of("rollback", clock);
    }

    @Provides
    static Rollbacks rollbacks(Store store, Clock clock) {
      return new Rollbacks(new RequestRelease(store, clock));
    }
  }
}
