package io.stagegate.functions.console;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.NOW;
import static io.stagegate.release.Samples.SHOP;
import static io.stagegate.release.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.model.Login;
import io.stagegate.model.Member;
import io.stagegate.model.Role;
import io.stagegate.model.StageName;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Decide;
import io.stagegate.release.Samples;
import io.stagegate.store.Keys;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody sees first: the questions that wait for them. */
class WaitingForYouTest {
  private final Console console = new Console();

  @BeforeEach
  void aQuestion() {
    Samples.withTwoBuilds(console.store);
    belongs("ada", Set.of(), Role.ADMIN, Role.APPROVER);
    belongs("kim", Set.of(), Role.PROMOTER);
    belongs("bob", Set.of(StageName.DEV), Role.APPROVER);
    console.post("/projects/shop/promotions", "{\"stage\":\"dev\",\"build\":2}");
    new AskPeople(console.store, console.clock).ask(SHOP, 1, DIGEST, "the-task-token");
  }

  @Test
  void whoMayDecideSeesTheQuestionAndNobodyElse() {
    assertThat(releases("ada")).containsExactly(1);
    assertThat(releases("kim")).as("asks, does not decide").isEmpty();
    assertThat(releases("bob")).as("decides on another stage").isEmpty();
    assertThat(releases("eve")).as("belongs to nothing").isEmpty();
    assertThat(console.page("/").body())
        .contains("Waiting for you", "href=\"/projects/shop/releases/1\"");
    assertThat(console.adminPage("/").body()).doesNotContain("Waiting for you");
  }

  @Test
  void whatIsDecidedWaitsForNobody() {
    new Decide(console.store, console.clock)
        .press(new Decide.Press(SHOP, 1, false, DIGEST, "Not now.", false, person("ada")));

    assertThat(releases("ada")).isEmpty();
    assertThat(console.page("/").body()).doesNotContain("Waiting for you");
  }

  private List<Integer> releases(String login) {
    return new WaitingForYou(console.store)
        .of(person(login)).stream().map(each -> each.release().number()).toList();
  }

  private void belongs(String login, Set<StageName> decides, Role... roles) {
    console.store.transact(
        state -> {
          var member = new Member(SHOP, new Login(login), Set.of(roles), decides, "ada", NOW);
          state.put(Keys.membership(member.login(), SHOP), member);
          return true;
        });
  }
}
