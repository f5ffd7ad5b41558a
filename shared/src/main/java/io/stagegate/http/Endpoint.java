package io.stagegate.http;

/** Answers the requests of one route. */
@FunctionalInterface
public interface Endpoint {
  Response answer(Request request);
}
