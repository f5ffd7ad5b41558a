package io.stagegate.functions.changeset;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.CloudFormationStacks;
import io.stagegate.cloud.Stacks;
import io.stagegate.wiring.CloudFormationModule;
import io.stagegate.wiring.S3Module;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** What the change set function is made of. */
@Singleton
@Component(
    modules = {
      StoreModule.class,
      CloudFormationModule.class,
      S3Module.class,
      ChangeSetComponent.StacksModule.class
    })
interface ChangeSetComponent {
  Preflight preflight();

  ChangeSets changeSets();

  ReviewDesk reviews();

  /** CloudFormation. */
  @Module
  interface StacksModule {
    @Provides
    static Stacks stacks(CloudFormationClient client) {
      return new CloudFormationStacks(client);
    }
  }
}
