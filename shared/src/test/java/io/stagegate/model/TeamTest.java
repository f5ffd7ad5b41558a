package io.stagegate.model;

import static io.stagegate.model.Samples.NOW;
import static io.stagegate.model.Samples.ORDERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TeamTest {
  private static final Member ADMIN = member("ada", Role.ADMIN);
  private static final Team TEAM =
      new Team(ORDERS, List.of(ADMIN, member("bob", Role.APPROVER), member("eve", Role.APPROVER)));

  private static Member member(String login, Role... roles) {
    return new Member(ORDERS, new Login(login), Set.of(roles), Set.of(), "ada", NOW);
  }

  @ParameterizedTest
  @CsvSource({
    //         VIEW  DEPLOY ASK   DECIDE ADMINISTER
    "VIEWER,   true, false, false, false, false",
    "DEPLOYER, true, true,  false, false, false",
    "PROMOTER, true, false, true,  false, false",
    "APPROVER, true, false, false, true,  false",
    "ADMIN,    true, true,  true,  false, true",
  })
  void whatARolePermits(
      Role role, boolean view, boolean deploy, boolean ask, boolean decide, boolean administer) {
    var member = member("x", role);

    assertThat(member.may(Permission.VIEW)).isEqualTo(view);
    assertThat(member.may(Permission.DEPLOY)).isEqualTo(deploy);
    assertThat(member.may(Permission.ASK)).isEqualTo(ask);
    assertThat(member.may(Permission.DECIDE)).isEqualTo(decide);
    assertThat(member.may(Permission.ADMINISTER)).isEqualTo(administer);
  }

  @ParameterizedTest(name = "{0}, operator {1}, {2}: {3}")
  @CsvSource({
    "ada,     false, ASK,        Allowed",
    "ada,     false, DECIDE,     It takes the role approver.",
    "bob,     false, VIEW,       Allowed",
    "bob,     false, ASK,        It takes the role promoter or admin.",
    "bob,     false, ADMINISTER, It takes the role admin.",
    "bob,     true,  ADMINISTER, Allowed",
    "mallory, false, VIEW,       Foreign",
    "mallory, true,  VIEW,       Allowed",
    "mallory, true,  ADMINISTER, Allowed",
    "mallory, true,  DECIDE,     It takes the role approver in this project.",
  })
  void access(String login, boolean operator, Permission permission, String expected) {
    var person = new Person(new Login(login), operator, Origin.SYSTEM);

    assertThat(words(Access.to(permission, Optional.of(TEAM), person))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}, operator {1}, on {2}: {3}")
  @CsvSource({
    "bob,     false, production, Allowed",
    "bob,     false, staging,    Allowed",
    "kim,     false, staging,    Allowed",
    "kim,     false, production, It takes the role approver for production.",
    "ada,     false, production, It takes the role approver for production.",
    "ada,     true,  production, It takes the role approver for production.",
    "mallory, false, production, Foreign",
    "mallory, true,  production, It takes the role approver in this project.",
  })
  void decidingIsPerStage(String login, boolean operator, String stage, String expected) {
    var staging =
        new Member(
            ORDERS,
            new Login("kim"),
            Set.of(Role.APPROVER),
            Set.of(new StageName("staging")),
            "ada",
            NOW);
    var team = changed(TEAM.with(staging));
    var person = new Person(new Login(login), operator, Origin.SYSTEM);

    assertThat(words(Access.toDecideOn(new StageName(stage), Optional.of(team), person)))
        .isEqualTo(expected);
  }

  @Test
  void aTeamKeepsAnAdmin() {
    assertThat(TEAM.without(new Login("ada"))).isInstanceOf(Team.Change.Refused.class);
    assertThat(TEAM.with(member("ada", Role.VIEWER))).isInstanceOf(Team.Change.Refused.class);

    var two = changed(TEAM.with(member("bob", Role.ADMIN)));
    assertThat(changed(two.without(new Login("ada"))).members()).hasSize(2);
  }

  @Test
  void somebodyIsAMemberOnceWhateverTheCapitals() {
    var again = changed(TEAM.with(member("BOB", Role.VIEWER)));

    assertThat(again.members()).hasSize(3);
    assertThat(again.member(new Login("Bob")).orElseThrow().roles()).containsExactly(Role.VIEWER);
    assertThat(TEAM.without(new Login("nobody"))).isInstanceOf(Team.Change.Refused.class);
  }

  @Test
  void aTeamIsBounded() {
    var full = IntStream.range(1, 100).mapToObj(i -> member("m" + i, Role.VIEWER));
    var team = new Team(ORDERS, Stream.concat(full, List.of(ADMIN).stream()).toList());

    assertThat(team.with(member("one-more", Role.VIEWER))).isInstanceOf(Team.Change.Refused.class);
    assertThat(team.with(member("m1", Role.APPROVER))).isInstanceOf(Team.Change.Changed.class);
  }

  @ParameterizedTest(name = "{0} needed, {1} asked, {2} wrote: {3} can, enough {4}")
  @CsvSource({
    "1, '',  '',  2, true",
    "2, '',  '',  2, true",
    "3, '',  '',  2, false",
    "2, bob, '',  1, false",
    "1, bob, eve, 0, false",
    "1, ada, '',  2, true",
  })
  void whetherAQuorumCanBeReached(
      int needed, String requester, String author, int can, boolean enough) {
    var quorum = new Quorum(needed, set(requester), set(author), false, false);

    assertThat(TEAM.deciders(quorum, StageName.PRODUCTION)).isEqualTo(can);
    assertThat(TEAM.canReach(quorum, StageName.PRODUCTION)).isEqualTo(enough);
  }

  @Test
  void whatAMemberIs() {
    assertThatThrownBy(() -> member("x")).hasMessageContaining("a role at least");
    assertThatThrownBy(
            () ->
                new Member(
                    ORDERS,
                    new Login("x"),
                    Set.of(Role.ADMIN),
                    Set.of(StageName.PRODUCTION),
                    "ada",
                    NOW))
        .hasMessageContaining("only an approver");
    assertThatThrownBy(() -> new Login("a b")).hasMessageContaining("a login has");
  }

  private static Set<String> set(String login) {
    return login.isEmpty() ? Set.of() : Set.of(login);
  }

  private static Team changed(Team.Change change) {
    return switch (change) {
      case Team.Change.Changed(var team) -> team;
      case Team.Change.Refused(var reason) -> throw new AssertionError(reason);
    };
  }

  private static String words(Access access) {
    return switch (access) {
      case Access.Allowed() -> "Allowed";
      case Access.Lacking(var reason) -> reason;
      case Access.Foreign() -> "Foreign";
    };
  }
}
