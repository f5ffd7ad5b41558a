package io.stagegate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HttpFunctionTest {
  private final List<String> lines = new ArrayList<>();
  private final HttpFunction function =
      new Example(new Log("example", Clock.systemUTC(), lines::add));

  private static final class Example extends HttpFunction {
    Example(Log log) {
      super(
          Routes.builder()
              .get("/things/{thing}", request -> Response.json(200, request.parameters()))
              .post(
                  "/things/{thing}",
                  request -> Response.json(201, Fields.ofJson(request).number("n")))
              .get(
                  "/broken",
                  request -> {
                    throw new IllegalStateException("the cause <b>inside</b>");
                  })
              .get(
                  "/busy",
                  request -> {
                    throw new Store.ContentionException("others");
                  })
              .build(),
          log);
    }
  }

  @Test
  void aRouteAnswersWithItsParameters() {
    assertThat(function.answer(Requests.get("/things/7").build()).body())
        .isEqualTo("{\"thing\":\"7\"}");
  }

  @Test
  void headIsGetWithoutTheBody() {
    var answer = function.answer(Requests.of("HEAD", "/things/7").build());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void anUnknownPathIs404() {
    for (var path : List.of("/nothing", "/things", "/things/", "/things/7/", "//things/7", "")) {
      var answer = function.answer(Requests.get(path).build());
      assertThat(answer.status()).as(path).isEqualTo(404);
      assertThat(answer.headers()).containsEntry("content-type", "application/problem+json");
    }
  }

  @Test
  void aWrongMethodIs405AndNamesTheRightOnes() {
    var answer = function.answer(Requests.of("DELETE", "/things/7").build());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("allow", "GET, POST");
  }

  @Test
  void aFailureNobodyExpectedIsLoggedAndNotShown() {
    var answer =
        function.answer(Requests.get("/broken").header("authorization", "Bearer s3cret").build());

    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.body()).contains("request-1").doesNotContain("cause", "Exception", "at io.");
    assertThat(lines)
        .singleElement()
        .asString()
        .contains("IllegalStateException", "the cause", "request-1", "/broken")
        .doesNotContain("s3cret", "\n");
  }

  @Test
  void aBrowserGetsAPage() {
    var answer = function.answer(Requests.get("/broken").browser().build());

    assertThat(answer.headers().get("content-type")).startsWith("text/html");
    assertThat(answer.headers().get("content-security-policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(answer.headers())
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("cache-control", "no-store");
    assertThat(answer.body())
        .contains("request-1")
        .doesNotContain("the cause", "<style", "<script");
  }

  @Test
  void contentionIs503WithTheTimeToWait() {
    var answer = function.answer(Requests.get("/busy").build());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.headers()).containsEntry("retry-after", "1");
  }

  @Test
  void aBodyOverOneMegabyteIs413() {
    var answer =
        function.answer(
            Requests.post("/things/7").body(Body.of("x".repeat(1024 * 1024 + 1))).build());

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void whatCantBeReadIs400WithTheField() {
    assertThat(posted("{\"n\":3}").status()).isEqualTo(201);
    assertThat(posted("{").body()).contains("The body is not JSON.");
    assertThat(posted("[]").body()).contains("not a JSON object");
    assertThat(posted("{\"n\":{}}").body()).contains("The field n is not a plain value.");
    assertThat(posted("{\"n\":0}").body()).contains("The field n is not a number from 1.");
    assertThat(posted("{\"n\":\"<b>\"}").body()).contains("The field n is not a number from 1.");
    assertThat(posted("{\"n\":null}").body()).contains("The field n is missing.");
    assertThat(posted("[".repeat(10_000)).status()).isEqualTo(400);
    assertThat(posted("").status()).isEqualTo(400);
  }

  private Response posted(String json) {
    return function.answer(Requests.post("/things/7").json(json).build());
  }
}
