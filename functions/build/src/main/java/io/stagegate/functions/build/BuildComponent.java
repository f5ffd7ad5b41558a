package io.stagegate.functions.build;

import dagger.Component;
import io.stagegate.wiring.S3Module;
import io.stagegate.wiring.SourceModule;
import io.stagegate.wiring.StoreModule;
import jakarta.inject.Singleton;

/** How the packaging of builds is put together. */
@Singleton
@Component(modules = {StoreModule.class, S3Module.class, SourceModule.class})
interface BuildComponent {
  PackageBuild packageBuild();
}
