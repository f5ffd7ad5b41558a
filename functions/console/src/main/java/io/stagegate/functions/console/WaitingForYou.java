package io.stagegate.functions.console;

import io.stagegate.functions.console.page.Models.Waiting;
import io.stagegate.model.Approval;
import io.stagegate.model.Member;
import io.stagegate.model.Permission;
import io.stagegate.model.Person;
import io.stagegate.model.ProjectId;
import io.stagegate.store.Keys;
import io.stagegate.store.OpenApproval;
import io.stagegate.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The questions that somebody may answer and has not, the first to expire in front. */
final class WaitingForYou {
  private static final int SHOWN = 20;
  private static final int PAGE = 100;

  /** However many are open in all projects, a page of somebody's is made of so many reads. */
  private static final int MOST_PAGES = 5;

  private final Store store;

  WaitingForYou(Store store) {
    this.store = store;
  }

  List<Waiting> of(Person person) {
    var projects = deciding(person);
    var found = new ArrayList<Waiting>();
    @Nullable String cursor = null;
    for (int page = 0; page < MOST_PAGES && !projects.isEmpty(); page++) {
      var open = store.list(Keys.openApprovals(), PAGE, cursor);
      for (var each : open.items()) {
        if (found.size() == SHOWN) {
          return found;
        }
        Optional.ofNullable(projects.get(each.project()))
            .flatMap(member -> question(each, member))
            .ifPresent(found::add);
      }
      cursor = open.cursor();
      if (cursor == null) {
        return found;
      }
    }
    return found;
  }

  /** The projects in which they decide. */
  private Map<ProjectId, Member> deciding(Person person) {
    return store.list(Keys.memberships(person.login()), PAGE, null).items().stream()
        .filter(member -> member.may(Permission.DECIDE))
        .collect(Collectors.toUnmodifiableMap(Member::project, Function.identity()));
  }

  private Optional<Waiting> question(OpenApproval open, Member member) {
    var login = member.login().value();
    var approval =
        store
            .read(Keys.approval(open.project(), open.release()))
            .filter(asked -> asked.status() == Approval.Status.PENDING)
            .filter(asked -> asked.quorum().bars(login).isEmpty())
            .filter(asked -> asked.votes().stream().noneMatch(vote -> vote.by().equals(login)));
    return approval.flatMap(
        asked ->
            store
                .read(Keys.release(open.project(), open.release()))
                .filter(release -> member.mayDecideOn(release.stage()))
                .map(release -> new Waiting(release, asked)));
  }
}
