package io.stagegate.cloud;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Tells apart what an AWS call failed with: what may pass, and what is an answer. */
public final class AwsCalls {
  private AwsCalls() {}

  /**
   * Makes a call.
   *
   * @throws TransientException where it was throttled, the service failed, or nothing answered; the
   *     SDK has retried by then
   */
  public static <T> T call(Supplier<T> call) {
    try {
      return call.get();
    } catch (SdkServiceException e) {
      if (e.isThrottlingException() || e.statusCode() >= 500) {
        throw new TransientException(String.valueOf(e.getMessage()), e);
      }
      throw e;
    } catch (SdkClientException e) {
      throw new TransientException(String.valueOf(e.getMessage()), e);
    }
  }
}
