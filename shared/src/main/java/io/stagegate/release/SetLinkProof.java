package io.stagegate.release;

import io.stagegate.model.LinkProof;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.release.ProjectSettings.Told;
import io.stagegate.store.Store;
import java.time.Clock;

/** An admin says what a link in a mail takes beside itself. */
public final class SetLinkProof {
  private final ProjectSettings settings;

  public SetLinkProof(Store store, Clock clock) {
    this.settings = new ProjectSettings(store, clock);
  }

  public ProjectSettings.Outcome<LinkProof> set(ProjectId id, LinkProof proof, Person by) {
    return settings.set(
        id,
        by,
        proof,
        new Told("project.link-proof", "project", text(proof)),
        (state, project) -> ProjectSettings.write(state, project.withLinkProof(proof)));
  }

  private static String text(LinkProof proof) {
    return switch (proof) {
      case SESSION -> "Links in mails take a session now.";
      case CODE -> "Links in mails take a session or a code now.";
      case LINK -> "Links in mails decide without anything else now.";
    };
  }
}
