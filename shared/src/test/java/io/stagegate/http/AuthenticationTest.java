package io.stagegate.http;

import static io.stagegate.release.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.http.Authentication.Identity;
import io.stagegate.model.Channel;
import io.stagegate.model.Login;
import io.stagegate.model.Origin;
import io.stagegate.model.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthenticationTest {
  private static final Login ADA = new Login("ada");

  private final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  private final Doors doors = new Doors(clock);

  @Test
  void aTokenStandsForItsOwnerWithinItsScopes() {
    var caller = known(doors.withToken(Requests.get("/"), "ada", Scope.READ, Scope.ASK));

    assertThat(caller.person().login()).isEqualTo(ADA);
    assertThat(caller.person().operator()).isFalse();
    assertThat(caller.person().scopes()).isEqualTo(Set.of(Scope.READ, Scope.ASK));
    assertThat(caller.channel()).isEqualTo(Channel.TOKEN);
    assertThat(caller.csrf()).isEmpty();
    assertThat(doors.tokens().of(ADA).getFirst().lastUsedAt()).isEqualTo(clock.instant());
  }

  /** The audit log tells from where somebody acted. */
  @Test
  void everybodyCarriesWhereTheyCameFrom() {
    var source = Requests.get("/").build().source();

    assertThat(known(doors.withToken(Requests.get("/"), "ada", Scope.READ)).person().from())
        .isEqualTo(new Origin(Channel.TOKEN, source));
    assertThat(known(Doors.withToken(Requests.get("/"))).person().from())
        .isEqualTo(new Origin(Channel.API, source));
    assertThat(known(doors.signedIn(Requests.get("/"))).person().from())
        .isEqualTo(new Origin(Channel.CONSOLE, source));
    assertThat(source).isNotEmpty();
  }

  @Test
  void theOperatorsTokenIsTheOperatorWithinItsScopes() {
    var person = known(doors.withToken(Requests.get("/"), Doors.ADMIN, Scope.READ)).person();

    assertThat(person.operator()).isTrue();
    assertThat(person.within(Scope.ADMIN)).isFalse();
    assertThat(known(Doors.withToken(Requests.get("/"))).person().within(Scope.ADMIN)).isTrue();
  }

  @Test
  void whatIsEndedIsNoneAtTheNextRequest() {
    var session = Requests.get("/").cookie(doors.sessions().open("ada"));
    var token = doors.withToken(Requests.get("/"), "ada", Scope.READ);
    assertThat(known(session).login()).isEqualTo("ada");
    assertThat(known(token).login()).isEqualTo("ada");

    doors.accounts().end(person("ada"));

    assertThat(of(session)).isInstanceOf(Identity.Anonymous.class);
    assertThat(of(token)).isInstanceOf(Identity.WrongToken.class);
    clock.pass(Duration.ofMillis(1));
    assertThat(known(Requests.get("/").cookie(doors.sessions().open("ada"))).login())
        .isEqualTo("ada");
    assertThat(known(doors.withToken(Requests.get("/"), "ada", Scope.READ)).login())
        .isEqualTo("ada");
    assertThat(of(session)).isInstanceOf(Identity.Anonymous.class);
  }

  @Test
  void aTokenThatIsNoneIsNotMadeUpForByASession() {
    for (var odd :
        List.of(
            "Bearer sgt_" + "A".repeat(40),
            "Bearer sgt_",
            "Bearer ",
            "Bearer",
            "",
            "bearer " + Doors.TOKEN,
            "Basic " + Doors.TOKEN,
            "Bearer " + Doors.TOKEN + " ",
            "Bearer sgt_" + "\u0000".repeat(40),
            "Bearer " + "sgt_".repeat(100_000))) {
      var request =
          Requests.get("/").cookie(doors.sessions().open("ada")).header("Authorization", odd);
      assertThat(of(request)).as(odd).isInstanceOf(Identity.WrongToken.class);
    }
  }

  private Identity of(Requests request) {
    return doors.authentication().of(request.build());
  }

  private Caller known(Requests request) {
    assertThat(of(request)).isInstanceOf(Identity.Known.class);
    return ((Identity.Known) of(request)).caller();
  }
}
