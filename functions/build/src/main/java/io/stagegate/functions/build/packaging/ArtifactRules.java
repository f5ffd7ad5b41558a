package io.stagegate.functions.build.packaging;

import io.stagegate.functions.build.packaging.ArtifactRule.Form;
import io.stagegate.functions.build.packaging.ArtifactRule.Missing;
import io.stagegate.functions.build.packaging.ArtifactRule.Source;
import java.util.List;

/**
 * Every property that {@code aws cloudformation package} uploads, and those that only {@code sam
 * package} does.
 *
 * @see <a href="https://docs.aws.amazon.com/cli/latest/reference/cloudformation/package.html">aws
 *     cloudformation package</a>
 */
final class ArtifactRules {
  private static final Form URI = new Form.S3Uri();
  private static final Form URL = new Form.Url();
  private static final Form BUCKET = new Form.BucketAndKey("Bucket", "Key");
  private static final Form S3_BUCKET = new Form.BucketAndKey("S3Bucket", "S3Key");

  static final List<ArtifactRule> RESOURCES =
      List.of(
          code("AWS::Lambda::Function", "Code", S3_BUCKET),
          code("AWS::Lambda::LayerVersion", "Content", S3_BUCKET),
          code("AWS::Serverless::Function", "CodeUri", URI),
          code("AWS::Serverless::LayerVersion", "ContentUri", URI),
          file("AWS::Serverless::Api", "DefinitionUri", URI),
          file("AWS::Serverless::HttpApi", "DefinitionUri", URI),
          file("AWS::Serverless::StateMachine", "DefinitionUri", BUCKET),
          file("AWS::Serverless::GraphQLApi", "SchemaUri", URI),
          template("AWS::Serverless::Application", "Location"),
          template("AWS::CloudFormation::Stack", "TemplateURL"),
          template("AWS::CloudFormation::StackSet", "TemplateURL"),
          zip("AWS::CloudFormation::ModuleVersion", "ModulePackage", URI),
          zip("AWS::CloudFormation::ResourceVersion", "SchemaHandlerPackage", URI),
          file("AWS::ApiGateway::RestApi", "BodyS3Location", BUCKET),
          file("AWS::StepFunctions::StateMachine", "DefinitionS3Location", BUCKET),
          file("AWS::AppSync::GraphQLSchema", "DefinitionS3Location", URI),
          file("AWS::AppSync::Resolver", "RequestMappingTemplateS3Location", URI),
          file("AWS::AppSync::Resolver", "ResponseMappingTemplateS3Location", URI),
          file("AWS::AppSync::Resolver", "CodeS3Location", URI),
          file("AWS::AppSync::FunctionConfiguration", "RequestMappingTemplateS3Location", URI),
          file("AWS::AppSync::FunctionConfiguration", "ResponseMappingTemplateS3Location", URI),
          file("AWS::AppSync::FunctionConfiguration", "CodeS3Location", URI),
          new ArtifactRule(
              "AWS::ElasticBeanstalk::ApplicationVersion",
              List.of("SourceBundle"),
              Source.AS_IS,
              S3_BUCKET,
              Missing.OWN_FOLDER),
          file("AWS::Glue::Job", "Command.ScriptLocation", URI),
          zip("AWS::CodeCommit::Repository", "Code.S3", BUCKET));

  /** In SAM's {@code Globals} section, by its sub-section, which stands in the type's place. */
  static final List<ArtifactRule> GLOBALS =
      List.of(
          zip("Function", "CodeUri", URI),
          file("Api", "DefinitionUri", URI),
          file("HttpApi", "DefinitionUri", URI));

  /** In the {@code Metadata} section, by its key. */
  static final List<ArtifactRule> METADATA =
      List.of(
          file("AWS::ServerlessRepo::Application", "ReadmeUrl", URI),
          file("AWS::ServerlessRepo::Application", "LicenseUrl", URI));

  /** The one parameter of the macro {@code AWS::Include}, wherever it stands. */
  static final ArtifactRule INCLUDE = file("AWS::Include", "Location", URI);

  private ArtifactRules() {}

  private static ArtifactRule code(String type, String property, Form form) {
    return new ArtifactRule(type, List.of(property), Source.ZIPPED, form, Missing.OWN_FOLDER);
  }

  private static ArtifactRule zip(String type, String property, Form form) {
    return new ArtifactRule(type, path(property), Source.ZIPPED, form, Missing.NOTHING);
  }

  private static ArtifactRule file(String type, String property, Form form) {
    return new ArtifactRule(type, path(property), Source.AS_IS, form, Missing.NOTHING);
  }

  private static ArtifactRule template(String type, String property) {
    return new ArtifactRule(type, path(property), Source.TEMPLATE, URL, Missing.NOTHING);
  }

  private static List<String> path(String property) {
    return List.of(property.split("\\.", -1));
  }
}
