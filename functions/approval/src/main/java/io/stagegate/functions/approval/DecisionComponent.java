package io.stagegate.functions.approval;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.http.Guard;
import io.stagegate.http.Log;
import io.stagegate.link.DecideByLink;
import io.stagegate.link.LinkCodes;
import io.stagegate.link.LinkCookies;
import io.stagegate.link.LinkDoor;
import io.stagegate.link.LinkSeals;
import io.stagegate.release.Decide;
import io.stagegate.store.Store;
import io.stagegate.wiring.HttpModule;
import io.stagegate.wiring.LinkModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;

/** How the deciding function is put together. */
@Singleton
@Component(
    modules = {
      StoreModule.class,
      HttpModule.class,
      LinkModule.class,
      DecisionComponent.Parts.class
    })
interface DecisionComponent {
  Decisions decisions();

  LinkForms links();

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
    static LinkForms links(
        Store store,
        LinkDoor door,
        LinkSeals seals,
        LinkCookies cookies,
        LinkCodes codes,
        Clock clock) {
      var decide = new DecideByLink(new Decide(store, clock), clock);
      return new LinkForms(door, seals, cookies, codes, decide, clock);
    }

    @Provides
    static Decisions decisions(Store store, Clock clock) {
      return new Decisions(new Decide(store, clock));
    }
  }
}
