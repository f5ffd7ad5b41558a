package io.stagegate.functions.console;

import static io.stagegate.functions.console.TokenRoutes.self;

import io.stagegate.functions.console.page.Chrome;
import io.stagegate.functions.console.page.Models;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Fields;
import io.stagegate.http.Guard;
import io.stagegate.http.Problem;
import io.stagegate.http.Request;
import io.stagegate.http.Response;
import io.stagegate.http.Routes;
import io.stagegate.model.Contacts;
import io.stagegate.model.Notice.Channel;
import io.stagegate.model.Verification;
import io.stagegate.people.ContactBook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** How somebody who is signed in is reached: each address is verified before it counts. */
final class AccountRoutes {
  private static final String PAGE = "/account";
  private static final String CONTACTS = PAGE + "/contacts";
  private static final String CONTACT = CONTACTS + "/{channel}";

  private final ContactBook contacts;
  private final Pages pages;
  private final Clock clock;

  AccountRoutes(ContactBook contacts, Pages pages, Clock clock) {
    this.contacts = contacts;
    this.pages = pages;
    this.clock = clock;
  }

  void add(Routes.Builder routes, Guard guard) {
    routes
        .get(PAGE, guard.page(self(this::page)))
        .post(CONTACTS, guard.form(this::addForm))
        .post(CONTACT + "/verification", guard.form(this::verifyForm))
        .post(CONTACT + "/removal", guard.form(this::removeForm))
        .get("/api/v1" + PAGE, guard.api(self((request, caller) -> view(caller))))
        .post("/api/v1" + CONTACTS, guard.api(self(this::add)))
        .post("/api/v1" + CONTACT + "/verification", guard.api(self(this::verify)))
        .delete("/api/v1" + CONTACT, guard.api(self(this::remove)));
  }

  /** Somebody's account as the API shows it. */
  private record AccountView(
      String login, @Nullable Way mail, @Nullable Way slack, List<Waiting> waiting) {
    private record Way(String address, Instant verifiedAt) {
      static @Nullable Way of(Contacts.@Nullable Way way) {
        return way == null ? null : new Way(way.address(), way.verifiedAt());
      }
    }
  }

  /**
   * An address that waits for its code.
   *
   * @param problem why the code could not be sent so far; absent where it was not tried or is sent
   */
  private record Waiting(
      String channel, String address, Instant expiresAt, @Nullable String problem) {
    static Waiting of(Verification asked) {
      return new Waiting(
          asked.channel().word(),
          asked.address(),
          asked.expiresAt(),
          asked.codeHash() == null ? asked.attempts().lastError() : null);
    }
  }

  private Response view(Caller caller) {
    var login = caller.person().login();
    var known = contacts.of(login);
    return Response.json(
        200,
        new AccountView(
            login.value(),
            AccountView.Way.of(known.mail()),
            AccountView.Way.of(known.slack()),
            contacts.waiting(login).stream().map(Waiting::of).toList()));
  }

  private Response page(Request request, Caller caller) {
    var login = caller.person().login();
    var chrome = Chrome.of("Your account", caller, clock.instant());
    return pages.page(
        200,
        "account",
        new Models.AccountPage(chrome, contacts.of(login), contacts.waiting(login)));
  }

  /** Takes {@code channel} and {@code address}. */
  private Response add(Request request, Caller caller) {
    return add(
        request, caller, Fields.ofJson(request), asked -> Response.json(202, Waiting.of(asked)));
  }

  private Response addForm(Request request, Caller caller, Fields form) {
    return add(request, caller, form, asked -> Response.seeOther(PAGE));
  }

  private Response add(
      Request request, Caller caller, Fields fields, Function<Verification, Response> done) {
    var channel = fields.needed("channel", Channel::ofWord);
    var address = fields.needed("address", channel::address);
    return switch (contacts.add(caller.person().login(), channel, address)) {
      case ContactBook.Asked.Sent(var asked) -> done.apply(asked);
      case ContactBook.Asked.TooSoon(var again) -> tooSoon(request, again);
      case ContactBook.Asked.NotSetUp() ->
          Problem.of(409, "This Stagegate sends no " + channel.word() + ".").answer(request);
    };
  }

  /** Takes {@code code}. */
  private Response verify(Request request, Caller caller) {
    return verify(request, caller, Fields.ofJson(request), () -> view(caller));
  }

  private Response verifyForm(Request request, Caller caller, Fields form) {
    return verify(request, caller, form, () -> Response.seeOther(PAGE));
  }

  private Response verify(Request request, Caller caller, Fields fields, Supplier<Response> done) {
    return switch (contacts.verify(
        caller.person().login(), channel(request), fields.needed("code"))) {
      case ContactBook.Verified.Right right -> done.get();
      case ContactBook.Verified.Wrong(var left) ->
          Problem.of(403, "That is not the code. Tries left: " + left + ".").answer(request);
      case ContactBook.Verified.Over() ->
          Problem.of(410, "No code is waited for: have another one sent.").answer(request);
    };
  }

  private Response remove(Request request, Caller caller) {
    contacts.remove(caller.person().login(), channel(request));
    return view(caller);
  }

  private Response removeForm(Request request, Caller caller, Fields form) {
    contacts.remove(caller.person().login(), channel(request));
    return Response.seeOther(PAGE);
  }

  private Response tooSoon(Request request, Instant again) {
    var wait = Math.max(1, Duration.between(clock.instant(), again).toSeconds());
    return Problem.of(429, "A code was sent just now. Wait " + wait + " seconds for another.")
        .answer(request)
        .with("retry-after", Long.toString(wait));
  }

  private static Channel channel(Request request) {
    try {
      return Channel.ofWord(request.parameter("channel"));
    } catch (IllegalArgumentException e) {
      throw BadRequest.notFound();
    }
  }
}
