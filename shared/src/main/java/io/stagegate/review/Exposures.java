package io.stagegate.review;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.List;
import java.util.Map;

/**
 * Settings that let callers in, by type and by their pointer in Properties; after the pages of each
 * type in the template reference.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Resource
 *     and property reference</a>
 */
final class Exposures {
  /**
   * One setting.
   *
   * @param type the type that has it; {@code *} for every type
   * @param open the value that lets in
   * @param absentOpens whether it lets in where it is not given
   * @param whenNew how much it means for something new, where it is often meant so
   * @param says what it means, with the name and the value put in where it says {@code %s}
   */
  record Exposure(
      String type,
      JsonPointer pointer,
      String open,
      boolean absentOpens,
      RiskLevel whenNew,
      String says) {}

  private static final String REACH = "Anybody can now reach the ";
  private static final String SHOWN = " (%s)";

  private static final List<Exposure> ALL =
      List.of(
          set("AWS::Lambda::Url", "/AuthType", "NONE", REACH + "function address" + SHOWN),
          set(
              "AWS::Serverless::Function",
              "/FunctionUrlConfig/AuthType",
              "NONE",
              REACH + "function address" + SHOWN),
          set("*", "/PubliclyAccessible", "true", REACH + "NOUN" + SHOWN),
          set(
              "AWS::MSK::Cluster",
              "/BrokerNodeGroupInfo/ConnectivityInfo/PublicAccess/Type",
              "SERVICE_PROVIDED_EIPS",
              REACH + "NOUN" + SHOWN),
          open(
              "AWS::EKS::Cluster",
              "/ResourcesVpcConfig/EndpointPublicAccess",
              "true",
              RiskLevel.LOW,
              "Any address of the internet can now reach the cluster's API" + SHOWN),
          open(
              "AWS::ElasticLoadBalancing::LoadBalancer",
              "/Scheme",
              "internet-facing",
              RiskLevel.LOW,
              "The load balancer now has addresses of the internet" + SHOWN),
          open(
              "AWS::ElasticLoadBalancingV2::LoadBalancer",
              "/Scheme",
              "internet-facing",
              RiskLevel.LOW,
              "The load balancer now has addresses of the internet" + SHOWN),
          set(
              "AWS::EC2::Subnet",
              "/MapPublicIpOnLaunch",
              "true",
              RiskLevel.LOW,
              "What starts in the subnet now has an address of the internet" + SHOWN),
          set(
              "AWS::ECS::Service",
              "/NetworkConfiguration/AwsvpcConfiguration/AssignPublicIp",
              "ENABLED",
              RiskLevel.LOW,
              "Its tasks now have addresses of the internet" + SHOWN),
          set(
              "AWS::Cognito::IdentityPool",
              "/AllowUnauthenticatedIdentities",
              "true",
              "Anybody can now get credentials without signing in" + SHOWN),
          open(
              "AWS::Cognito::UserPool",
              "/AdminCreateUserConfig/AllowAdminCreateUserOnly",
              "false",
              RiskLevel.LOW,
              "Anybody can now sign up" + SHOWN),
          set(
              "AWS::AppSync::GraphQLApi",
              "/AuthenticationType",
              "API_KEY",
              RiskLevel.MEDIUM,
              "Anybody who has an API key, which is no secret in a browser, can now call the API"
                  + SHOWN),
          set(
              "AWS::ApiGatewayV2::Api",
              "/DisableExecuteApiEndpoint",
              "false",
              RiskLevel.NONE,
              "The API now answers at its default address too" + SHOWN),
          set(
              "AWS::ApiGateway::RestApi",
              "/DisableExecuteApiEndpoint",
              "false",
              RiskLevel.NONE,
              "The API now answers at its default address too" + SHOWN),
          set(
              "AWS::S3::Bucket",
              "/AccessControl",
              "PublicRead",
              "Anybody can now read the bucket's objects" + SHOWN),
          set(
              "AWS::S3::Bucket",
              "/AccessControl",
              "PublicReadWrite",
              "Anybody can now read and write the bucket's objects" + SHOWN));

  private static final Map<String, List<Exposure>> BY_TYPE =
      ALL.stream().collect(groupingBy(Exposure::type));

  private Exposures() {}

  static List<Exposure> of(String type) {
    return BY_TYPE.getOrDefault(type, List.of());
  }

  private static Exposure set(String type, String pointer, String open, String says) {
    return set(type, pointer, open, RiskLevel.HIGH, says);
  }

  private static Exposure set(
      String type, String pointer, String open, RiskLevel whenNew, String says) {
    return new Exposure(type, JsonPointer.compile(pointer), open, false, whenNew, says);
  }

  /** It is open unless something else is said. */
  private static Exposure open(
      String type, String pointer, String open, RiskLevel whenNew, String says) {
    return new Exposure(type, JsonPointer.compile(pointer), open, true, whenNew, says);
  }
}
