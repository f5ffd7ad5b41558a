package io.stagegate.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which Stagegate is called, and with what.
 *
 * @param api the API's address, without a slash at the end
 */
record Connection(URI api, String token) {
  private static final String LOCAL = ".stagegate/local.json";

  /**
   * What was given by options, else by {@code STAGEGATE_URL} and {@code STAGEGATE_TOKEN}; where no
   * address is, the system that runs on this machine. Its token goes to no other address.
   */
  static Read<Connection> of(
      Surroundings surroundings, @Nullable String url, @Nullable String token) {
    var address = given(url, surroundings, "STAGEGATE_URL");
    if (address.isEmpty()) {
      return local(surroundings);
    }
    var secret = given(token, surroundings, "STAGEGATE_TOKEN");
    return secret.isEmpty()
        ? new Read.Failed<>(Problem.of(address.get(), "needs a token: set STAGEGATE_TOKEN"))
        : to(address.get(), secret.get());
  }

  private static Optional<String> given(
      @Nullable String option, Surroundings surroundings, String variable) {
    return Optional.ofNullable(option == null ? surroundings.environment().get(variable) : option)
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static Read<Connection> to(String address, String token) {
    try {
      var uri = URI.create(address.replaceAll("/+$", "") + "/api/v1");
      var http = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
      return http && uri.getHost() != null
          ? new Read.Done<>(new Connection(uri, token))
          : new Read.Failed<>(Problem.of(address, "is no http(s) address"));
    } catch (IllegalArgumentException e) {
      return new Read.Failed<>(Problem.of(address, "is no http(s) address"));
    }
  }

  private static Read<Connection> local(Surroundings surroundings) {
    var file = surroundings.project().resolve(LOCAL);
    if (!Files.isRegularFile(file)) {
      return new Read.Failed<>(
          Problem.of(
              LOCAL,
              "no Stagegate runs on this machine: name one by --url or STAGEGATE_URL and"
                  + " STAGEGATE_TOKEN"));
    }
    try {
      var state = new ObjectMapper().readTree(file.toFile());
      return new Read.Done<>(
          new Connection(
              URI.create(state.required("api").asText()), state.required("token").asText()));
    } catch (IOException | IllegalArgumentException e) {
      return new Read.Failed<>(Problem.of(LOCAL, "can't be read: " + e.getMessage()));
    }
  }

  @Override
  public String toString() {
    return "Connection[" + api + "]";
  }
}
