package io.stagegate.functions.dispatch;

import dagger.Component;
import dagger.Module;
import dagger.Provides;
import io.stagegate.cloud.StepFunctionsWorkflows;
import io.stagegate.cloud.Workflows;
import io.stagegate.notice.Announce;
import io.stagegate.store.Store;
import io.stagegate.wiring.Channels;
import io.stagegate.wiring.Settings;
import io.stagegate.wiring.SfnModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Map;
import software.amazon.awssdk.services.sfn.SfnClient;

/** What the dispatch functions are made of. */
@Singleton
@Component(
    modules = {
      StoreModule.class,
      SfnModule.class,
      DispatchComponent.WorkflowsModule.class,
      DispatchComponent.AnnounceModule.class
    })
interface DispatchComponent {
  Outbox outbox();

  Sweep sweep();

  /** Whoever is told of a release, and in which channels. */
  @Module
  interface AnnounceModule {
    @Provides
    static Announce announce(Store store, Clock clock, Settings settings) {
      return new Announce(store, clock, Channels.of(settings));
    }
  }

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
