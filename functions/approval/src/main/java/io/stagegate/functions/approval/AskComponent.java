package io.stagegate.functions.approval;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.release.AskPeople;
import io.stagegate.store.Store;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How the asking function is put together. */
@Singleton
@Component(modules = {StoreModule.class, AskComponent.Parts.class})
interface AskComponent {
  AskPeople people();

  /** What is this function's own. */
  @Module
  interface Parts {
    @Provides
    static AskPeople people(Store store, Clock clock) {
      return new AskPeople(store, clock);
    }
  }
}
