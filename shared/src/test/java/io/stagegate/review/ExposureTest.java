package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be reached by more callers than before. */
class ExposureTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::Lambda::Url | {AuthType: AWS_IAM} | {AuthType: NONE} | PUBLIC_ACCESS HIGH Anybody can now reach the function address (AuthType NONE)
          AWS::Lambda::Url | - | {AuthType: NONE} | PUBLIC_ACCESS HIGH Anybody can now reach the function address (AuthType NONE)
          AWS::Lambda::Url | {AuthType: NONE} | {AuthType: NONE, a: b} | -
          AWS::Lambda::Url | {AuthType: AWS_IAM} | {AuthType: !ImportValue a} | PUBLIC_ACCESS HIGH? Anybody can perhaps reach the function address (AuthType is known only after the deployment)
          AWS::Lambda::Url | {AuthType: AWS_IAM} | {AuthType: !Ref A} | PUBLIC_ACCESS HIGH? Anybody can perhaps reach the function address (AuthType is known only after the deployment)
          AWS::Lambda::Url | {AuthType: !Ref A} | {AuthType: !Ref A, a: b} | -
          AWS::Serverless::Function | {} | {FunctionUrlConfig: {AuthType: NONE}} | PUBLIC_ACCESS HIGH Anybody can now reach the function address (AuthType NONE)
          AWS::RDS::DBInstance | {PubliclyAccessible: false} | {PubliclyAccessible: true} | PUBLIC_ACCESS HIGH Anybody can now reach the database (PubliclyAccessible true)
          AWS::RDS::DBInstance | {PubliclyAccessible: 'true'} | {PubliclyAccessible: true} | -
          AWS::RDS::DBInstance | {PubliclyAccessible: true} | {PubliclyAccessible: false} | -
          AWS::Redshift::Cluster | {} | {PubliclyAccessible: true} | PUBLIC_ACCESS HIGH Anybody can now reach the data warehouse (PubliclyAccessible true)
          AWS::Custom::New | {} | {PubliclyAccessible: true} | PUBLIC_ACCESS HIGH Anybody can now reach the resource (PubliclyAccessible true)
          AWS::MSK::Cluster | {} | {BrokerNodeGroupInfo: {ConnectivityInfo: {PublicAccess: {Type: SERVICE_PROVIDED_EIPS}}}} | PUBLIC_ACCESS HIGH Anybody can now reach the Kafka cluster (Type SERVICE_PROVIDED_EIPS)
          AWS::EKS::Cluster | {ResourcesVpcConfig: {EndpointPublicAccess: false}} | {ResourcesVpcConfig: {}} | PUBLIC_ACCESS HIGH Any address of the internet can now reach the cluster's API (EndpointPublicAccess not given)
          AWS::ElasticLoadBalancingV2::LoadBalancer | {Scheme: internal} | {Scheme: internet-facing} | PUBLIC_ACCESS HIGH The load balancer now has addresses of the internet (Scheme internet-facing)
          AWS::ElasticLoadBalancingV2::LoadBalancer | - | {} | PUBLIC_ACCESS LOW The load balancer now has addresses of the internet (Scheme not given)
          AWS::ElasticLoadBalancingV2::LoadBalancer | - | {Scheme: internal} | -
          AWS::ElasticLoadBalancing::LoadBalancer | {Scheme: internal} | {} | PUBLIC_ACCESS HIGH The load balancer now has addresses of the internet (Scheme not given)
          AWS::EC2::Subnet | {} | {MapPublicIpOnLaunch: true} | PUBLIC_ACCESS HIGH What starts in the subnet now has an address of the internet (MapPublicIpOnLaunch true)
          AWS::ECS::Service | - | {NetworkConfiguration: {AwsvpcConfiguration: {AssignPublicIp: ENABLED}}} | PUBLIC_ACCESS LOW Its tasks now have addresses of the internet (AssignPublicIp ENABLED)
          AWS::Cognito::IdentityPool | {} | {AllowUnauthenticatedIdentities: true} | PUBLIC_ACCESS HIGH Anybody can now get credentials without signing in (AllowUnauthenticatedIdentities true)
          AWS::Cognito::UserPool | {AdminCreateUserConfig: {AllowAdminCreateUserOnly: true}} | {} | PUBLIC_ACCESS HIGH Anybody can now sign up (AllowAdminCreateUserOnly not given)
          AWS::AppSync::GraphQLApi | {AuthenticationType: AWS_IAM} | {AuthenticationType: API_KEY} | PUBLIC_ACCESS HIGH Anybody who has an API key, which is no secret in a browser, can now call the API (AuthenticationType API_KEY)
          AWS::ApiGatewayV2::Api | {DisableExecuteApiEndpoint: true} | {DisableExecuteApiEndpoint: false} | PUBLIC_ACCESS HIGH The API now answers at its default address too (DisableExecuteApiEndpoint false)
          AWS::ApiGatewayV2::Api | - | {DisableExecuteApiEndpoint: false} | -
          AWS::ApiGateway::RestApi | {EndpointConfiguration: {Types: [PRIVATE]}} | {EndpointConfiguration: {Types: [REGIONAL]}} | PUBLIC_ACCESS HIGH The internet can now reach the API, which was private so far
          AWS::ApiGateway::RestApi | {EndpointConfiguration: {Types: [EDGE]}} | {EndpointConfiguration: {Types: [REGIONAL]}} | -
          AWS::ECR::PublicRepository | - | {} | PUBLIC_ACCESS MEDIUM Anybody can pull its images
          AWS::S3::Bucket | {AccessControl: Private} | {AccessControl: PublicRead} | PUBLIC_ACCESS HIGH Anybody can now read the bucket's objects (AccessControl PublicRead)
          AWS::S3::Bucket | {AccessControl: PublicRead} | {AccessControl: PublicReadWrite} | PUBLIC_ACCESS HIGH Anybody can now read and write the bucket's objects (AccessControl PublicReadWrite)
          AWS::S3::Bucket | {AccessControl: PublicRead} | {AccessControl: PublicRead, a: b} | -
          AWS::S3::Bucket | {PublicAccessBlockConfiguration: {BlockPublicAcls: true, BlockPublicPolicy: 'true'}} | {} | PUBLIC_ACCESS HIGH The bucket no longer blocks public access (BlockPublicAcls, BlockPublicPolicy)
          AWS::S3::Bucket | {PublicAccessBlockConfiguration: {BlockPublicAcls: true}} | {PublicAccessBlockConfiguration: {BlockPublicAcls: !Ref B}} | -
          AWS::S3::Bucket | {} | {PublicAccessBlockConfiguration: {BlockPublicAcls: false}} | -
          AWS::S3::Bucket | - | {PublicAccessBlockConfiguration: {BlockPublicAcls: false}} | PUBLIC_ACCESS HIGH The bucket does not block public access (BlockPublicAcls)
          AWS::S3::Bucket | {AccessControl: Private} | - | -
          """)
  void letsMoreCallersIn(String type, String before, String after, String expected) {
    assertThat(Risks.words(Risks.of(type, before, after), RiskKind.PUBLIC_ACCESS))
        .containsExactlyInAnyOrderElementsOf(Risks.expected(expected));
  }

  @org.junit.jupiter.api.Test
  void whatWasBeforeIsNotGuessed() {
    String modify = "{'Action':'Modify','LogicalResourceId':'R','ResourceType':'AWS::Lambda::Url'}";
    assertThat(
            Reviews.of(
                    Reviews.answer(modify),
                    StackTemplates.of(
                        null,
                        Reviews.template(
                            "Resources: {R: {Type: 'AWS::Lambda::Url', Properties: {AuthType: NONE}}}")))
                .changes()
                .getFirst()
                .risks())
        .isEmpty();
  }
}
