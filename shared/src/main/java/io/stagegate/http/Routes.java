package io.stagegate.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which endpoint answers which method and path. A pattern is a path whose {@code {names}} each
 * stand for one segment; the first that matches counts. HEAD is answered as GET, without the body.
 */
public final class Routes {
  private final List<Route> routes;

  private record Route(String method, List<String> pattern, Endpoint endpoint) {
    Optional<Map<String, String>> match(List<String> segments) {
      if (segments.size() != pattern.size()) {
        return Optional.empty();
      }
      var parameters = new LinkedHashMap<String, String>();
      for (int i = 0; i < pattern.size(); i++) {
        var part = pattern.get(i);
        var segment = segments.get(i);
        if (part.startsWith("{") && !segment.isEmpty()) {
          parameters.put(part.substring(1, part.length() - 1), segment);
        } else if (!part.equals(segment)) {
          return Optional.empty();
        }
      }
      return Optional.of(parameters);
    }
  }

  private Routes(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Answers a request; 404 where no route has its path, 405 where none has its method. */
  Response answer(Request request) {
    var head = request.method().equals("HEAD");
    var method = head ? "GET" : request.method();
    var segments = segments(request.path());
    var allowed = new TreeSet<String>();
    for (var route : routes) {
      var matched = route.match(segments);
      if (matched.isPresent()) {
        if (route.method().equals(method)) {
          var answer = route.endpoint().answer(request.with(matched.get()));
          return head ? answer.withoutBody() : answer;
        }
        allowed.add(route.method());
      }
    }
    return allowed.isEmpty()
        ? Problem.notFound().answer(request)
        : Problem.of(405, "This address does not take " + request.method() + ".")
            .answer(request)
            .with("allow", String.join(", ", allowed));
  }

  private static List<String> segments(String path) {
    return List.of(path.split("/", -1));
  }

  /** Collects routes. */
  public static final class Builder {
    private final List<Route> routes = new ArrayList<>();

    private Builder() {}

    public Builder get(String pattern, Endpoint endpoint) {
      return add("GET", pattern, endpoint);
    }

    public Builder post(String pattern, Endpoint endpoint) {
      return add("POST", pattern, endpoint);
    }

    public Builder put(String pattern, Endpoint endpoint) {
      return add("PUT", pattern, endpoint);
    }

    public Builder delete(String pattern, Endpoint endpoint) {
      return add("DELETE", pattern, endpoint);
    }

    public Routes build() {
      return new Routes(routes);
    }

    private Builder add(String method, String pattern, Endpoint endpoint) {
      routes.add(new Route(method, segments(pattern), endpoint));
      return this;
    }
  }
}
