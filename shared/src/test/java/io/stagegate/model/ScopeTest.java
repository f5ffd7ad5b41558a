package io.stagegate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What somebody may do is what their roles give, and of that what their token is for. */
class ScopeTest {
  private static final ProjectId SHOP = new ProjectId("shop");
  private static final Login ADA = new Login("ada");
  private static final Origin FROM = new Origin(Channel.TOKEN, "192.0.2.7");
  private static final Login ROOT = new Login("root");

  @ParameterizedTest
  @CsvSource({
    "READ, VIEW",
    "ASK, ASK DEPLOY",
    "DECIDE, DECIDE",
    "ADMIN, ADMINISTER",
  })
  void aTokenOfOneScopeDoesThisAndNoMore(Scope scope, String permissions) {
    var everything = team(EnumSet.allOf(Role.class));
    assertThat(allowed(everything, new Person(ADA, false, Set.of(scope), FROM)))
        .isEqualTo(words(permissions));
    // Who runs this Stagegate decides nothing by that alone.
    assertThat(allowed(Optional.empty(), new Person(ROOT, true, Set.of(scope), FROM)))
        .isEqualTo(words(permissions.replace("DECIDE", "")));
  }

  @ParameterizedTest
  @EnumSource(Role.class)
  void aTokenOfAllScopesGivesNothingThatItsOwnerHasNot(Role role) {
    var expected = EnumSet.noneOf(Permission.class);
    EnumSet.allOf(Permission.class).stream().filter(role::permits).forEach(expected::add);

    assertThat(allowed(team(Set.of(role)), new Person(ADA, false, FROM)))
        .isEqualTo(new TreeSet<>(expected));
    assertThat(allowed(team(Set.of(role)), new Person(new Login("eve"), false, FROM))).isEmpty();
  }

  @Test
  void aRefusalNamesTheScope() {
    var everything = team(EnumSet.allOf(Role.class));
    var reader = new Person(ADA, false, Set.of(Scope.READ), FROM);
    assertThat(Access.toDecideOn(StageName.PRODUCTION, everything, reader))
        .isEqualTo(new Access.Lacking(Scope.DECIDE.lacking()));
    assertThat(Scope.DECIDE.lacking()).contains("scope decide");
    assertThat(Access.toOperate(new Person(ROOT, true, Set.of(Scope.READ), FROM), "no"))
        .isEqualTo(new Access.Lacking(Scope.ADMIN.lacking()));
    assertThat(Access.toOperate(new Person(ADA, false, FROM), "no"))
        .isEqualTo(new Access.Lacking("no"));
    assertThat(Access.toOperate(new Person(ROOT, true, FROM), "no"))
        .isEqualTo(new Access.Allowed());
  }

  @Test
  void aStrangerIsOneWithAnyToken() {
    assertThat(
            Access.to(
                Permission.VIEW,
                team(Set.of(Role.ADMIN)),
                new Person(new Login("eve"), false, Set.of(Scope.ASK), FROM)))
        .isEqualTo(new Access.Foreign());
  }

  @Test
  void wordsAreReadAsTheyAreWritten() {
    for (var scope : Scope.values()) {
      assertThat(Scope.ofWord(scope.word())).isEqualTo(scope);
    }
    for (var odd : List.of("", "READ", "write", "read ")) {
      assertThatThrownBy(() -> Scope.ofWord(odd)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  private static Set<Permission> allowed(Optional<Team> team, Person person) {
    var allowed = new TreeSet<Permission>();
    for (var permission : Permission.values()) {
      if (Access.to(permission, team, person) instanceof Access.Allowed) {
        allowed.add(permission);
      }
    }
    return allowed;
  }

  private static Set<Permission> words(String permissions) {
    var all = new TreeSet<Permission>();
    for (var word : permissions.split(" ", -1)) {
      if (!word.isEmpty()) {
        all.add(Permission.valueOf(word));
      }
    }
    return all;
  }

  private static Optional<Team> team(Set<Role> roles) {
    return Optional.of(
        new Team(SHOP, List.of(new Member(SHOP, ADA, roles, Set.of(), "root", Instant.EPOCH))));
  }
}
