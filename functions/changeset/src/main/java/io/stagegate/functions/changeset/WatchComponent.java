package io.stagegate.functions.changeset;

import dagger.Component;
import io.stagegate.wiring.CloudFormationModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;

/** What the watching function is made of. */
@Singleton
@Component(
    modules = {
      StoreModule.class,
      CloudFormationModule.class,
      ChangeSetComponent.StacksModule.class
    })
interface WatchComponent {
  Watch watch();
}
