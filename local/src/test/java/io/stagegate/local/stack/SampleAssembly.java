package io.stagegate.local.stack;

import io.stagegate.local.function.SampleZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A {@code cdk.out} as the CDK lays it out, with one Java function behind an HTTP API. */
public final class SampleAssembly {
  private static final String MANIFEST =
      """
      {"version": "36.0.0", "artifacts": {
        "Sample.assets": {"type": "cdk:asset-manifest", "properties": {"file": "Sample.assets.json"}},
        "Sample": {"type": "aws:cloudformation:stack", "environment": "aws://unknown-account/unknown-region",
          "properties": {"templateFile": "Sample.template.json"}}}}
      """;

  private static final String ASSETS =
      """
      {"version": "36.0.0", "files": {
        "c0de": {"source": {"path": "asset.c0de.zip", "packaging": "file"},
          "destinations": {"here": {"bucketName": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}", "objectKey": "c0de.zip"}}},
        "fo1d": {"source": {"path": "asset.fo1d", "packaging": "zip"},
          "destinations": {"here": {"bucketName": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}", "objectKey": "fo1d.zip"}}},
        "7e41": {"source": {"path": "Sample.template.json", "packaging": "file"},
          "destinations": {"here": {"bucketName": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}", "objectKey": "7e41.json"}}}}}
      """;

  private static final String TEMPLATE =
      """
      {"Parameters": {
         "PublicUrl": {"Type": "String", "Default": ""},
         "BootstrapVersion": {"Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version"}},
       "Resources": {
         "Role": {"Type": "AWS::IAM::Role", "Properties": {"AssumeRolePolicyDocument": {"Version": "2012-10-17", "Statement": [
           {"Effect": "Allow", "Action": "sts:AssumeRole", "Principal": {"Service": "lambda.amazonaws.com"}}]}}},
         "Echo": {"Type": "AWS::Lambda::Function", "Properties": {
           "Runtime": "java25", "Handler": "%s", "MemorySize": 256, "Timeout": 20,
           "Role": {"Fn::GetAtt": ["Role", "Arn"]},
           "Code": {"S3Bucket": {"Fn::Sub": "cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}"}, "S3Key": "c0de.zip"},
           "Environment": {"Variables": {"OWN": {"Ref": "PublicUrl"}}}}},
         "Table": {"Type": "AWS::DynamoDB::Table", "Properties": {"BillingMode": "PAY_PER_REQUEST",
           "AttributeDefinitions": [{"AttributeName": "pk", "AttributeType": "S"}], "KeySchema": [{"AttributeName": "pk", "KeyType": "HASH"}]}},
         "Token": {"Type": "AWS::SecretsManager::Secret", "Properties": {"GenerateSecretString": {"ExcludePunctuation": true, "PasswordLength": 40}}},
         "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"Name": "sample", "ProtocolType": "HTTP"}},
         "Integration": {"Type": "AWS::ApiGatewayV2::Integration", "Properties": {"ApiId": {"Ref": "Api"}, "IntegrationType": "AWS_PROXY",
           "IntegrationUri": {"Fn::GetAtt": ["Echo", "Arn"]}, "PayloadFormatVersion": "2.0"}},
         "Route": {"Type": "AWS::ApiGatewayV2::Route", "Properties": {"ApiId": {"Ref": "Api"}, "RouteKey": "$default",
           "Target": {"Fn::Sub": "integrations/${Integration}"}}},
         "Stage": {"Type": "AWS::ApiGatewayV2::Stage", "Properties": {"ApiId": {"Ref": "Api"}, "StageName": "$default", "AutoDeploy": true}}},
       "Outputs": {
         "ApiId": {"Value": {"Ref": "Api"}},
         "ApiUrl": {"Value": {"Fn::Sub": "https://${Api}.execute-api.${AWS::Region}.${AWS::URLSuffix}/"}},
         "ApiTokenSecret": {"Value": {"Ref": "Token"}},
         "TableName": {"Value": {"Ref": "Table"}}}}
      """;

  private SampleAssembly() {}

  /** Writes it into {@code folder}. */
  public static Path write(Path folder) throws IOException {
    Files.createDirectories(folder.resolve("asset.fo1d/inner"));
    Files.writeString(folder.resolve("asset.fo1d/inner/file.txt"), "text");
    Files.writeString(folder.resolve("manifest.json"), MANIFEST);
    Files.writeString(folder.resolve("Sample.assets.json"), ASSETS);
    Files.writeString(
        folder.resolve("Sample.template.json"), TEMPLATE.replace("%s", SampleZip.HANDLER));
    SampleZip.write(folder.resolve("asset.c0de.zip"));
    return folder;
  }
}
