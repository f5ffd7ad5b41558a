package io.stagegate.functions.deploy;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.CloudFormationStacks;
import io.stagegate.cloud.Stacks;
import io.stagegate.wiring.CloudFormationModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;

/** What the deploy functions are made of. */
@Singleton
@Component(
    modules = {StoreModule.class, CloudFormationModule.class, DeployComponent.StacksModule.class})
interface DeployComponent {
  Leases leases();

  Execution execution();

  Outcomes outcomes();

  /** CloudFormation. */
  @Module
  interface StacksModule {
    @Provides
    static Stacks stacks(CloudFormationClient client) {
      return new CloudFormationStacks(client);
    }
  }
}
