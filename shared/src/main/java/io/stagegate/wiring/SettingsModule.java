package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The settings of the process, and its clock: the one place that reads either. */
@Module
public interface SettingsModule {
  @Provides
  @Singleton
  static Settings settings() {
    return new Settings(System.getenv());
  }

  @Provides
  @Singleton
  static Clock clock() {
    return Clock.systemUTC();
  }
}
