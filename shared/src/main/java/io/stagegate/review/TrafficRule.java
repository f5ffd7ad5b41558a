package io.stagegate.review;

import java.util.List;
import java.util.Map;

/** What serves traffic and is made anew or goes away: callers lose it for a while or for good. */
final class TrafficRule implements Rule {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("AWS::ApiGateway::RestApi", "API, whose address changes"),
          Map.entry("AWS::ApiGateway::Stage", "API stage"),
          Map.entry("AWS::ApiGateway::DomainName", "domain name"),
          Map.entry("AWS::ApiGatewayV2::Api", "API, whose address changes"),
          Map.entry("AWS::ApiGatewayV2::Stage", "API stage"),
          Map.entry("AWS::ApiGatewayV2::DomainName", "domain name"),
          Map.entry("AWS::AppSync::GraphQLApi", "API, whose address changes"),
          Map.entry("AWS::AutoScaling::AutoScalingGroup", "group of instances"),
          Map.entry("AWS::CloudFront::Distribution", "distribution, whose address changes"),
          Map.entry("AWS::EC2::EIP", "address"),
          Map.entry("AWS::EC2::Instance", "instance"),
          Map.entry("AWS::ECS::Service", "service"),
          Map.entry("AWS::ElasticLoadBalancing::LoadBalancer", "load balancer"),
          Map.entry("AWS::ElasticLoadBalancingV2::Listener", "listener"),
          Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", "load balancer"),
          Map.entry("AWS::Lambda::Function", "function"),
          Map.entry("AWS::Lambda::Url", "function address"),
          Map.entry("AWS::Route53::RecordSet", "DNS record"),
          Map.entry("AWS::Serverless::Api", "API, whose address changes"),
          Map.entry("AWS::Serverless::Function", "function"),
          Map.entry("AWS::Serverless::HttpApi", "API, whose address changes"));

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    String noun = TYPES.get(facts.type());
    if (noun == null || !facts.leaves()) {
      return List.of();
    }
    boolean certain = facts.row().remove() || facts.certainReplacement();
    String verb = facts.row().remove() ? "removed" : "replaced";
    return List.of(
        new Risk(
            RiskKind.DOWNTIME,
            facts.type().endsWith("Function") ? RiskLevel.MEDIUM : RiskLevel.HIGH,
            certain,
            "It serves traffic: the "
                + noun
                + (noun.contains(",") ? "," : "")
                + (certain ? " is " : " may be ")
                + verb));
  }
}
