package io.stagegate.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stagegate.cloud.TransientException;
import io.stagegate.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;

/**
 * A function behind API Gateway: decodes the request, lets its routes answer, encodes the answer.
 * No failure reaches the caller as anything but a problem.
 *
 * <p>It reads the event as a stream. Lambda's own event classes need its reflective serializer and
 * joda-time (1.1 MB of jars): to the first answer under the Runtime Interface Client that took 1.0
 * to 1.3 s of processor time, this 0.7 to 0.8 s.
 */
public abstract class HttpFunction implements RequestStreamHandler {
  private final Routes routes;
  private final Log log;
  private final int largestBody;

  protected HttpFunction(Routes routes, Log log) {
    this(routes, log, Fields.LARGEST_BODY);
  }

  /**
   * @param largestBody in bytes; what is longer is answered with 413
   */
  protected HttpFunction(Routes routes, Log log, int largestBody) {
    this.routes = routes;
    this.log = log;
    this.largestBody = largestBody;
  }

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    GatewayEvents.write(answer(GatewayEvents.read(in)), out);
  }

  /** Answers one request. */
  public final Response answer(Request request) {
    try {
      if (request.body().size() > largestBody) {
        return Problem.of(413, "The body is larger than " + largestBody + " bytes.")
            .answer(request);
      }
      return routes.answer(request);
    } catch (BadRequest e) {
      return e.problem().answer(request);
    } catch (Store.ContentionException e) {
      log.error("contention", about(request), e);
      return Problem.of(503, "Others keep changing this right now. Try again in a moment.")
          .answer(request)
          .with("retry-after", "1");
    } catch (TransientException e) {
      log.error("did not answer", about(request), e);
      return Problem.of(
              503, "Something that Stagegate needs did not answer. Try again in a moment.")
          .answer(request)
          .with("retry-after", "5");
    } catch (RuntimeException e) {
      log.error("request failed", about(request), e);
      return Problem.unexpected(request.id()).answer(request);
    }
  }

  private static Map<String, String> about(Request request) {
    return Map.of("requestId", request.id(), "method", request.method(), "path", request.path());
  }
}
