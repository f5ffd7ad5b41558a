package io.stagegate.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.store.Codec;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class GatewayEventsTest {
  @Test
  void readsAnEventOfFormatTwo() throws IOException {
    var request =
        read(
            """
            {"version":"2.0","routeKey":"$default","rawPath":"/projects/shop",
             "rawQueryString":"cursor=a%2Fb&cursor=second&empty",
             "cookies":["stagegate=abc","other=x=y"],
             "headers":{"Content-Type":"application/json","x-hub-signature-256":"sha256=00"},
             "requestContext":{"http":{"method":"POST","sourceIp":"198.51.100.4"},"requestId":"R1="},
             "body":"eyJhIjoiw6QifQ==","isBase64Encoded":true}
            """);

    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/projects/shop");
    assertThat(request.query("cursor")).hasValue("a/b");
    assertThat(request.query("empty")).hasValue("");
    assertThat(request.cookie("stagegate")).hasValue("abc");
    assertThat(request.cookie("other")).hasValue("x=y");
    assertThat(request.header("CONTENT-TYPE")).hasValue("application/json");
    assertThat(request.source()).isEqualTo("198.51.100.4");
    assertThat(request.id()).isEqualTo("R1=");
    assertThat(request.body().text()).isEqualTo("{\"a\":\"ä\"}");
  }

  @Test
  void keepsTheBytesOfABodyThatIsNoText() throws IOException {
    var request = read("{\"rawPath\":\"/\",\"body\":\"/wD+\",\"isBase64Encoded\":true}");

    assertThat(request.body().stream().readAllBytes()).containsExactly(0xff, 0x00, 0xfe);
  }

  @Test
  void takesCookiesFromTheHeaderWhereTheyAreLeftThere() throws IOException {
    var request = read("{\"rawPath\":\"/\",\"headers\":{\"Cookie\":\"a=1; stagegate=abc\"}}");

    assertThat(request.cookie("stagegate")).hasValue("abc");
  }

  @Test
  void anEventWithoutAnythingIsARequestForTheRoot() throws IOException {
    var request = read("{\"body\":null}");

    assertThat(request.method()).isEqualTo("GET");
    assertThat(request.path()).isEqualTo("/");
    assertThat(request.body().size()).isZero();
  }

  @Test
  void writesAnAnswer() throws IOException {
    var out = new ByteArrayOutputStream();
    GatewayEvents.write(Response.seeOther("/x").withCookie("a=b; Path=/"), out);

    var answer = Codec.mapper().readTree(out.toByteArray());
    assertThat(answer.path("statusCode").asInt()).isEqualTo(303);
    assertThat(answer.path("headers").path("location").asText()).isEqualTo("/x");
    assertThat(answer.path("cookies").get(0).asText()).isEqualTo("a=b; Path=/");
    assertThat(answer.path("isBase64Encoded").asBoolean()).isFalse();
  }

  private static Request read(String event) throws IOException {
    return GatewayEvents.read(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)));
  }
}
