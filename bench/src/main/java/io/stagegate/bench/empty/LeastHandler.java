package io.stagegate.bench.empty;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.stagegate.wiring.AwsModule;
import io.stagegate.wiring.SdkClients;
import io.stagegate.wiring.StoreModule;
import java.io.InputStream;
import java.io.OutputStream;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Does nothing, but has the table's client at hand, made as the functions make theirs. */
public final class LeastHandler implements RequestStreamHandler {
  private final DynamoDbClient dynamo =
      StoreModule.dynamo(
          new SdkClients(
              AwsModule.http(), Region.of(System.getenv("AWS_REGION")), AwsModule.credentials()));

  @Override
  public void handleRequest(InputStream event, OutputStream answer, Context context) {
    context.getLogger().log(dynamo.serviceName());
  }
}
