package io.stagegate.review;

import java.util.List;
import java.util.Map;

/** What serves traffic and is made anew or goes away: callers lose it for a while or for good. */
final class TrafficRule implements Rule {
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("AWS::ApiGateway::DomainName", "domain name"),
          Map.entry("AWS::ApiGateway::RestApi", "API, whose address changes"),
          Map.entry("AWS::ApiGateway::Stage", "API stage"),
          Map.entry("AWS::ApiGatewayV2::Api", "API, whose address changes"),
          Map.entry("AWS::ApiGatewayV2::DomainName", "domain name"),
          Map.entry("AWS::ApiGatewayV2::Stage", "API stage"),
          Map.entry("AWS::AppRunner::Service", "service, whose address changes"),
          Map.entry("AWS::AppSync::DomainName", "domain name"),
          Map.entry("AWS::AppSync::GraphQLApi", "API, whose address changes"),
          Map.entry("AWS::AutoScaling::AutoScalingGroup", "group of instances"),
          Map.entry("AWS::CloudFront::Distribution", "distribution, whose address changes"),
          Map.entry("AWS::Cognito::UserPool", "user pool, without which nobody signs in"),
          Map.entry("AWS::Cognito::UserPoolClient", "app client, without which nobody signs in"),
          Map.entry("AWS::Cognito::UserPoolDomain", "domain name for signing in"),
          Map.entry("AWS::DocDB::DBCluster", "database cluster"),
          Map.entry("AWS::DocDB::DBInstance", "database"),
          Map.entry("AWS::DynamoDB::GlobalTable", "table"),
          Map.entry("AWS::DynamoDB::Table", "table"),
          Map.entry("AWS::EC2::EIP", "address"),
          Map.entry("AWS::EC2::Instance", "instance"),
          Map.entry("AWS::EC2::InternetGateway", "way to the internet"),
          Map.entry("AWS::EC2::NatGateway", "way to the internet"),
          Map.entry("AWS::EC2::Route", "route"),
          Map.entry("AWS::EC2::VPCEndpoint", "way to another service"),
          Map.entry("AWS::ECS::Cluster", "cluster"),
          Map.entry("AWS::ECS::Service", "service"),
          Map.entry("AWS::EFS::MountTarget", "way to the file system"),
          Map.entry("AWS::EKS::Cluster", "cluster"),
          Map.entry("AWS::EKS::Nodegroup", "group of nodes"),
          Map.entry("AWS::ElastiCache::CacheCluster", "cache"),
          Map.entry("AWS::ElastiCache::ReplicationGroup", "cache"),
          Map.entry(
              "AWS::ElasticLoadBalancing::LoadBalancer", "load balancer, whose address changes"),
          Map.entry("AWS::ElasticLoadBalancingV2::Listener", "listener"),
          Map.entry("AWS::ElasticLoadBalancingV2::ListenerRule", "listener's rule"),
          Map.entry(
              "AWS::ElasticLoadBalancingV2::LoadBalancer", "load balancer, whose address changes"),
          Map.entry("AWS::ElasticLoadBalancingV2::TargetGroup", "group of targets"),
          Map.entry("AWS::Elasticsearch::Domain", "search domain"),
          Map.entry("AWS::Lambda::Function", "function"),
          Map.entry("AWS::Lambda::Url", "function address"),
          Map.entry("AWS::MSK::Cluster", "Kafka cluster"),
          Map.entry("AWS::MemoryDB::Cluster", "database"),
          Map.entry("AWS::Neptune::DBCluster", "database cluster"),
          Map.entry("AWS::Neptune::DBInstance", "database"),
          Map.entry("AWS::OpenSearchService::Domain", "search domain"),
          Map.entry("AWS::RDS::DBCluster", "database cluster"),
          Map.entry("AWS::RDS::DBInstance", "database"),
          Map.entry("AWS::RDS::DBProxy", "way to the database"),
          Map.entry("AWS::Redshift::Cluster", "data warehouse"),
          Map.entry("AWS::Route53::RecordSet", "DNS record"),
          Map.entry("AWS::Route53::RecordSetGroup", "group of DNS records"),
          Map.entry("AWS::Serverless::Api", "API, whose address changes"),
          Map.entry("AWS::Serverless::Function", "function"),
          Map.entry("AWS::Serverless::HttpApi", "API, whose address changes"),
          Map.entry("AWS::Serverless::SimpleTable", "table"));

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    String noun = TYPES.get(facts.type());
    boolean stays = facts.row().remove() && OldResource.of(facts) == OldResource.RETAINED;
    if (noun == null || !facts.leaves() || stays) {
      return List.of();
    }
    boolean certain = facts.row().remove() || facts.certainReplacement();
    String verb = facts.row().remove() ? "removed" : "replaced";
    return List.of(
        new Risk(
            RiskKind.DOWNTIME,
            facts.type().endsWith("Function") || noun.equals("table")
                ? RiskLevel.MEDIUM
                : RiskLevel.HIGH,
            certain,
            "It serves traffic: the "
                + noun
                + (noun.contains(",") ? "," : "")
                + (certain ? " is " : " may be ")
                + verb));
  }
}
