package io.stagegate.wiring;

import dagger.Module;
import dagger.Provides;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** The client of the mail service. */
@Module(includes = AwsModule.class)
public interface SesModule {
  @Provides
  @Singleton
  static SesV2Client ses(SdkClients clients) {
    return clients.client(SesV2Client.builder());
  }
}
