package io.stagegate.store;

import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.ProjectId;
import io.stagegate.model.Verification;
import java.time.Instant;

/** A row of the list of what is to be sent to people, which lies in order of {@code at}. */
public sealed interface Due {
  /** When it is to be sent. */
  Instant at();

  /** Tells apart what is due in the same instant. */
  String name();

  /**
   * A notice about a release.
   *
   * @param notice its {@link Notice#id}
   */
  record OfNotice(Instant at, ProjectId project, int release, String notice) implements Due {
    @Override
    public String name() {
      return project + "#" + release + "#" + notice;
    }
  }

  /** A code that verifies an address, or whom a link is for. */
  record OfCode(Instant at, Login login, Notice.Channel channel, String purpose) implements Due {
    @Override
    public String name() {
      return login + "#" + channel + "#" + purpose;
    }
  }

  static Due of(Notice notice) {
    return new OfNotice(
        notice.attempts().nextAt(), notice.project(), notice.release(), notice.id());
  }

  static Due of(Verification code) {
    return new OfCode(code.attempts().nextAt(), code.login(), code.channel(), code.purpose());
  }
}
