package io.stagegate.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.store.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Requests and responses as API Gateway's HTTP APIs write them, <a
 * href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html">payload
 * format 2.0</a>.
 */
final class GatewayEvents {
  private GatewayEvents() {}

  static Request read(InputStream in) throws IOException {
    var event = Codec.mapper().readTree(in);
    var context = event.path("requestContext");
    var headers = texts(event.path("headers"));
    return new Request(
        context.path("http").path("method").asText("GET"),
        event.path("rawPath").asText("/"),
        Map.of(),
        form(event.path("rawQueryString").asText("")),
        headers,
        cookies(event.path("cookies"), headers),
        body(event),
        context.path("http").path("sourceIp").asText(""),
        context.path("requestId").asText(""));
  }

  static void write(Response response, OutputStream out) throws IOException {
    try (var json = FACTORY.createGenerator(out)) {
      json.writeStartObject();
      json.writeNumberField("statusCode", response.status());
      json.writeObjectFieldStart("headers");
      for (var header : response.headers().entrySet()) {
        json.writeStringField(header.getKey(), header.getValue());
      }
      json.writeEndObject();
      if (!response.cookies().isEmpty()) {
        json.writeArrayFieldStart("cookies");
        for (var cookie : response.cookies()) {
          json.writeString(cookie);
        }
        json.writeEndArray();
      }
      json.writeStringField("body", response.body());
      json.writeBooleanField("isBase64Encoded", false);
      json.writeEndObject();
    }
  }

  private static final JsonFactory FACTORY = new JsonFactory();

  private static Body body(JsonNode event) {
    var text = event.path("body").asText("");
    if (text.isEmpty() || event.path("body").isNull()) {
      return Body.EMPTY;
    }
    return event.path("isBase64Encoded").asBoolean()
        ? Body.holding(Base64.getDecoder().decode(text))
        : Body.of(text);
  }

  private static Map<String, String> texts(JsonNode object) {
    var texts = new HashMap<String, String>();
    object.properties().forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
    return texts;
  }

  /** API Gateway takes cookies out of the headers; others leave them there. */
  private static Map<String, String> cookies(JsonNode list, Map<String, String> headers) {
    var cookies = new HashMap<String, String>();
    list.forEach(cookie -> cookie(cookie.asText(), cookies));
    headers.forEach(
        (name, value) -> {
          if (name.equalsIgnoreCase("cookie")) {
            for (var cookie : value.split(";", -1)) {
              cookie(cookie.strip(), cookies);
            }
          }
        });
    return cookies;
  }

  private static void cookie(String pair, Map<String, String> into) {
    int equals = pair.indexOf('=');
    if (equals > 0) {
      into.putIfAbsent(pair.substring(0, equals), pair.substring(equals + 1));
    }
  }

  /** Reads {@code a=b&c=d}; of a name that comes twice the first counts. */
  static Map<String, String> form(String encoded) {
    var fields = new HashMap<String, String>();
    if (encoded.isEmpty()) {
      return fields;
    }
    for (var pair : encoded.split("&", -1)) {
      int equals = pair.indexOf('=');
      var name = equals < 0 ? pair : pair.substring(0, equals);
      var value = equals < 0 ? "" : pair.substring(equals + 1);
      fields.putIfAbsent(decoded(name), decoded(value));
    }
    return fields;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest("The percent signs of the form or query can't be read.");
    }
  }
}
