package io.stagegate.functions.notify;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.Objects;
import io.stagegate.http.Log;
import io.stagegate.model.Notice;
import io.stagegate.notice.NoticeTexts;
import io.stagegate.store.Store;
import io.stagegate.wiring.Reviews;
import io.stagegate.wiring.S3Module;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the notify function is made of: a messenger for each channel that is set up. */
@Singleton
@Component(
    modules = {
      StoreModule.class,
      S3Module.class,
      MailModule.class,
      SlackModule.class,
      NotifyComponent.NoticesModule.class
    })
interface NotifyComponent {
  Deliveries deliveries();

  /** What is told, and by whom. */
  @Module
  interface NoticesModule {
    @Provides
    static NoticeTexts texts(
        Store store, @Reviews Objects reviews, Settings settings, Clock clock) {
      return new NoticeTexts(store, reviews, settings.required("PUBLIC_URL"), clock);
    }

    @Provides
    static Log log(Clock clock) {
      return Log.of("notify", clock);
    }

    @Provides
    static Map<Notice.Channel, Messenger> messengers(Set<Messenger> all) {
      return all.stream().collect(Collectors.toMap(Messenger::channel, Function.identity()));
    }
  }
}
