package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** No form of a review shows a secret, however it is written and wherever it stands. */
class MaskingPropertiesTest {
  private static final String[] NAMES = {
    "Password", "DB_PASSWORD", "authToken", "client_secret", "STRIPE_KEY", "DbPassphrase"
  };
  private static final String[] SIGNS = {
    "\"", "\\", "'", "/", "<", "&", "é", "語", "😀", "\t", " ", "$", "%", "+", "=", "`", "|", "#"
  };

  /** What must not be seen: a part of the secret that every way to write it leaves as it is. */
  private static String core(Random random, int part) {
    StringBuilder core = new StringBuilder("S" + part);
    for (int i = 0; i < 9; i++) {
      core.append("bcdfghjkmnpqrstvwxyz".charAt(random.nextInt(20)));
    }
    return core.toString();
  }

  @Property(tries = 500)
  void aSecretParameterIsShownNowhere(@ForAll Random random) {
    String first = core(random, 1);
    String last = core(random, 2);
    StringBuilder secret = new StringBuilder(first);
    for (int i = random.nextInt(5); i >= 0; i--) {
      secret.append(one(random, SIGNS));
    }
    secret.append(last);
    List<JsonNode> answers = Releases.of(random);
    List<String> hidden = new ArrayList<>(List.of(first, last));
    ObjectNode declares = (ObjectNode) answers.get(random.nextInt(answers.size()));
    declares
        .putArray("Parameters")
        .addObject()
        .put("ParameterKey", one(random, NAMES))
        .put("ParameterValue", secret.toString());
    for (JsonNode answer : answers) {
      hide((ObjectNode) answer, secret.toString(), random, hidden);
    }
    assertHidden(Reviews.of(answers.toArray(JsonNode[]::new)), hidden);
  }

  @Property(tries = 500)
  void whatIsNamedLikeASecretIsShownNowhere(@ForAll Random random) {
    String core = core(random, 1);
    String secret = one(random, SIGNS) + core + one(random, SIGNS) + core;
    String name = one(random, NAMES);
    List<JsonNode> answers = Releases.of(random);
    List<String> hidden = List.of(core);
    for (JsonNode answer : answers) {
      ObjectNode target = target((ObjectNode) answer, random);
      switch (random.nextInt(5)) {
        case 0 ->
            target.put("Name", name).put("Path", "/Properties/" + name).put("AfterValue", secret);
        case 1 -> target.put("AfterValue", object(name, secret).toString());
        case 2 ->
            target.put("AfterValue", object("in", object(name, secret).toString()).toString());
        case 3 ->
            target.put(
                "AfterValue", "first line\nexport " + name + "=" + json(secret) + "\nlast line");
        default ->
            target.put(
                "AfterValue",
                "curl -d " + json(object(name, secret).toString()) + " https://example.com");
      }
    }
    assertHidden(Reviews.of(answers.toArray(JsonNode[]::new)), hidden);
  }

  private static void assertHidden(Review review, List<String> hidden) {
    String everywhere = Reviews.everywhere(review);
    for (String part : hidden) {
      int at = everywhere.indexOf(part);
      assertThat(at)
          .as(
              () ->
                  everywhere.substring(
                      Math.max(0, at - 80), Math.min(everywhere.length(), at + 80)))
          .isNegative();
    }
  }

  /** Writes the secret into an answer in one of many ways. */
  private static void hide(ObjectNode answer, String secret, Random random, List<String> hidden) {
    String base64 = Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
    String script =
        Base64.getEncoder().encodeToString(("a=" + secret + ";").getBytes(StandardCharsets.UTF_8));
    hidden.add(base64);
    hidden.add(script);
    String address = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    String written =
        switch (random.nextInt(9)) {
          case 0 -> secret;
          case 1 -> "x " + secret + " y";
          case 2 -> object("k", "v=" + secret).toString();
          case 3 -> object("k", object("z", secret).toString()).toString();
          case 4 -> "https://example.com/?q=" + address + "&r=1";
          case 5 -> base64;
          case 6 -> script;
          case 7 -> "k: '" + secret.replace("'", "''") + "'";
          default -> "k: " + json(secret);
        };
    ObjectNode target = target(answer, random);
    target.put(random.nextBoolean() ? "AfterValue" : "BeforeValue", written);
    if (random.nextInt(4) == 0) {
      answer.put("StatusReason", "Parameter validation failed: " + written);
    }
    if (random.nextInt(4) == 0) {
      ObjectNode row = (ObjectNode) answer.at("/Changes/0/ResourceChange");
      row.put("AfterContext", object("Properties", written).toString());
      row.put("PhysicalResourceId", "shop-" + written);
    }
  }

  private static ObjectNode target(ObjectNode answer, Random random) {
    ArrayNode changes = answer.withArray("/Changes");
    JsonNode entry = changes.path(changes.isEmpty() ? 0 : random.nextInt(changes.size()));
    ObjectNode row =
        entry.path("ResourceChange") instanceof ObjectNode there
            ? there
            : changes.addObject().put("Type", "Resource").putObject("ResourceChange");
    ObjectNode detail = row.withArray("/Details").addObject().put("Evaluation", "Static");
    return detail
        .putObject("Target")
        .put("Attribute", "Properties")
        .put("Name", "Free")
        .put("Path", "/Properties/Free");
  }

  private static ObjectNode object(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  private static String json(String text) {
    return TextNode.valueOf(text).toString();
  }

  private static String one(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
