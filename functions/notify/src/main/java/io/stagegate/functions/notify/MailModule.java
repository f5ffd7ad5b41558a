package io.stagegate.functions.notify;

import dagger.Module;
import dagger.Provides;
import dagger.multibindings.ElementsIntoSet;
import io.stagegate.link.Links;
import io.stagegate.wiring.LinkSealsModule;
import io.stagegate.wiring.SesModule;
import io.stagegate.wiring.Settings;
import jakarta.inject.Provider;
import java.util.Set;
import software.amazon.awssdk.services.sesv2.SesV2Client;

/** Mail, where {@code MAIL_FROM} says from whom it comes. */
@Module(includes = {SesModule.class, LinkSealsModule.class})
interface MailModule {
  @Provides
  @ElementsIntoSet
  static Set<Messenger> mail(Settings settings, Provider<SesV2Client> ses, Links links) {
    return settings
        .optional("MAIL_FROM")
        .<Set<Messenger>>map(
            from ->
                Set.of(
                    new MailMessenger(
                        new SesMail(ses.get(), from),
                        new MailHtml(),
                        links,
                        settings.required("PUBLIC_URL"))))
        .orElseGet(Set::of);
  }
}
