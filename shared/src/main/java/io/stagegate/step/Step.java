package io.stagegate.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stagegate.store.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A task of a state machine: decodes its input record, calls a use case, encodes its answer.
 *
 * <p>An exception reaches the state machine under its class's full name.
 *
 * @param <I> the input's record
 * @param <O> the answer's record
 */
public abstract class Step<I, O> implements RequestStreamHandler {
  private final ObjectMapper mapper = Codec.mapper();
  private final Class<I> input;

  protected Step(Class<I> input) {
    this.input = input;
  }

  protected abstract O run(I input);

  @Override
  public final void handleRequest(InputStream in, OutputStream out, Context context)
      throws IOException {
    mapper.writeValue(out, run(mapper.readValue(in, input)));
  }
}
