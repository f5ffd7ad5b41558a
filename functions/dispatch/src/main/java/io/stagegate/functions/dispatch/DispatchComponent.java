package io.stagegate.functions.dispatch;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.StepFunctionsWorkflows;
import io.stagegate.cloud.Workflows;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.SfnModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What the dispatch functions are made of. */
@Singleton
@Component(modules = {StoreModule.class, SfnModule.class, DispatchComponent.WorkflowsModule.class})
interface DispatchComponent {
  Outbox outbox();

  Sweep sweep();

  /** Step Functions. */
  @Module
  interface WorkflowsModule {
    @Provides
    static Workflows workflows(SfnClient client, Settings settings) {
      return new StepFunctionsWorkflows(
          client,
          Map.of(
              Workflows.Machine.BUILD, settings.required("BUILD_MACHINE_ARN"),
              Workflows.Machine.RELEASE, settings.required("RELEASE_MACHINE_ARN")));
    }
  }
}
