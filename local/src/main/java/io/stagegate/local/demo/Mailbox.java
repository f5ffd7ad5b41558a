package io.stagegate.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.local.support.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Somebody's mail, as the emulator of the mail service keeps it. */
public final class Mailbox {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration EVERY = Duration.ofMillis(150);
  private static final Pattern CODE = Pattern.compile("\\b[2-9A-Z]{4}-[2-9A-Z]{4}\\b");
  private static final Pattern LINK = Pattern.compile("/links/[0-9a-f]{32}\\?s=[A-Za-z0-9_-]{43}");

  private final ObjectMapper json = JsonMapper.builder().build();
  private final HttpClient client;
  private final URI messages;
  private final String address;

  /**
   * A mailbox.
   *
   * @param endpoint the emulator's
   */
  public Mailbox(HttpClient client, String endpoint, String address) {
    this.client = client;
    this.messages = URI.create(endpoint.replaceAll("/+$", "") + "/_ministack/ses/messages");
    this.address = address;
  }

  public String address() {
    return address;
  }

  /** One mail. */
  public record Mail(String from, String subject, String text, String html) {}

  /** All that came, the oldest first. */
  public List<Mail> mails() throws IOException, InterruptedException {
    var answer = client.send(HttpRequest.newBuilder(messages).build(), BodyHandlers.ofString());
    var mails = new ArrayList<Mail>();
    for (var message : json.readTree(answer.body()).findParents("MessageId")) {
      if (message.path("To").toString().contains("\"" + address + "\"")) {
        mails.add(mail(message));
      }
    }
    return mails;
  }

  private static Mail mail(JsonNode message) {
    return new Mail(
        message.path("Source").asText(),
        message.path("Subject").asText(),
        message.path("BodyText").asText(),
        message.path("BodyHtml").asText());
  }

  /** Waits for the code in the last mail that brings one. */
  public String code() {
    return await("a code for " + address, CODE, "Your code");
  }

  /** Waits for the personal link to a release's review: its path and query. */
  public String link(String project, int release) {
    return await(
        "mail about release " + release + " to " + address,
        LINK,
        "[" + project + "] ",
        "/releases/" + release + "\n");
  }

  private String await(String what, Pattern wanted, String... marks) {
    return Waiting.until(
        what,
        LIMIT,
        EVERY,
        () -> {
          for (var mail : mails().reversed()) {
            var found = wanted.matcher(mail.text());
            var all = mail.subject() + "\n" + mail.text();
            if (List.of(marks).stream().allMatch(all::contains) && found.find()) {
              return Optional.of(found.group());
            }
          }
          return Optional.empty();
        });
  }
}
