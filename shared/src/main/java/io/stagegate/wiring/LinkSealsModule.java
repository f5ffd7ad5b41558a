package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Secrets;
import io.stagegate.link.LinkSeals;
import io.stagegate.link.Links;
import io.stagegate.store.Store;
import jakarta.inject.Singleton;

/** Personal links, by the key in the secret that {@code LINK_SECRET} names. */
@Module(includes = {SecretsModule.class, StoreModule.class})
public interface LinkSealsModule {
  @Provides
  @Singleton
  static LinkSeals seals(Secrets secrets, Settings settings) {
    var name = settings.required("LINK_SECRET");
    return new LinkSeals(
        () ->
            secrets
                .get(name)
                .orElseThrow(() -> new IllegalStateException("There is no secret " + name + ".")),
        check -> secrets.accepts(name, check));
  }

  @Provides
  static Links links(Store store, LinkSeals seals, Settings settings) {
    return new Links(store, seals, settings.required("PUBLIC_URL"));
  }
}
