package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.http.Authentication;
import io.stagegate.link.LinkCodes;
import io.stagegate.link.LinkCookies;
import io.stagegate.link.LinkDoor;
import io.stagegate.link.LinkSeals;
import io.stagegate.link.Links;
import io.stagegate.link.Visits;
import io.stagegate.store.Store;
import java.time.Clock;

/** Who comes by a personal link. */
@Module(includes = {HttpModule.class, LinkSealsModule.class})
public interface LinkModule {
  @Provides
  static LinkCookies cookies(Settings settings) {
    return new LinkCookies(settings.required("PUBLIC_URL"));
  }

  @Provides
  static LinkDoor door(
      Store store,
      LinkSeals seals,
      LinkCookies cookies,
      Authentication authentication,
      Clock clock) {
    return new LinkDoor(store, seals, cookies, authentication, clock);
  }

  @Provides
  static LinkCodes codes(Store store, LinkSeals seals, Settings settings, Clock clock) {
    return new LinkCodes(store, clock, Channels.of(settings), seals);
  }

  @Provides
  static Visits visits(Links links, Clock clock) {
    return new Visits(links, clock);
  }
}
