package io.stagegate.functions.audit;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.audit.SignedHead;
import io.stagegate.cloud.KmsSigner;
import io.stagegate.wiring.S3Module;
import io.stagegate.wiring.SdkClients;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.util.Optional;
import software.amazon.awssdk.services.kms.KmsClient;

/** How this function is put together. */
@Singleton
@Component(modules = {StoreModule.class, S3Module.class, SignComponent.SignerModule.class})
interface SignComponent {
  SignHeads heads();

  /** The key that {@code AUDIT_KEY} names; {@code none} where nothing is to be signed. */
  @Module
  interface SignerModule {
    @Provides
    @Singleton
    static Optional<SignedHead.Signer> signer(SdkClients clients, Settings settings) {
      var key = settings.required("AUDIT_KEY");
      return key.equals("none")
          ? Optional.empty()
          : Optional.of(new KmsSigner(clients.client(KmsClient.builder()), key));
    }
  }
}
