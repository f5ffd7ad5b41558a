package io.stagegate.local.web;

import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates addresses as AWS gives them out (stack outputs) to those of the emulator.
 *
 * <p>Names like {@code ID.execute-api.REGION.amazonaws.com} lead to AWS, and {@code
 * ID.execute-api.localhost} is not resolved on every machine, so the path form is used: {@code
 * ENDPOINT/_aws/execute-api/ID/STAGE/PATH}.
 */
public record LocalAddresses(URI endpoint) {
  private static final Pattern API =
      Pattern.compile("^https?://([a-z0-9]+)\\.execute-api\\.[^/]+(/.*)?$");
  private static final Pattern FUNCTION_URL =
      Pattern.compile("^https?://([a-z0-9-]+)\\.lambda-url\\.[^/]+(/.*)?$");

  /**
   * The address here of {@code address}: of an HTTP API, a REST API (its stage is the first part of
   * the path) or a function URL. Any other address is returned unchanged.
   *
   * @param stage stage of an HTTP API that serves from the root ({@code $default}); null when the
   *     path carries the stage
   */
  public URI local(String address, @org.jspecify.annotations.Nullable String stage) {
    Matcher api = API.matcher(address);
    if (api.matches()) {
      String path = api.group(2) == null ? "/" : api.group(2);
      return at("/_aws/execute-api/" + api.group(1) + (stage == null ? "" : "/" + stage) + path);
    }
    Matcher function = FUNCTION_URL.matcher(address);
    if (function.matches()) {
      String path = function.group(2) == null ? "/" : function.group(2);
      return at("/_aws/lambda-url/" + function.group(1) + path);
    }
    return URI.create(address);
  }

  /** As {@link #local(String, String)}, for an HTTP API that serves from the root. */
  public URI local(String address) {
    return local(address, "$default");
  }

  /** The address here of an API's stage, ending with a slash. */
  public URI api(String apiId, String stage) {
    return at("/_aws/execute-api/" + apiId + "/" + stage + "/");
  }

  private URI at(String path) {
    String base = endpoint.toString();
    return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
  }
}
