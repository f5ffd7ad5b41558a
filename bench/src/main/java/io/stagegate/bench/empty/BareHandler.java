package io.stagegate.bench.empty;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.InputStream;
import java.io.OutputStream;

/** Does nothing and needs nothing but Lambda's own interface. */
public final class BareHandler implements RequestStreamHandler {
  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {}
}
