package io.stagegate.functions.build;

import dagger.Component;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;

/** How the intake is put together. */
@Singleton
@Component(modules = StoreModule.class)
interface IntakeComponent {
  TakeDelivery takeDelivery();
}
