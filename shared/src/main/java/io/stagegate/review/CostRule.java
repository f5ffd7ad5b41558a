package io.stagegate.review;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New resources that cost by the hour whether they are used or not; after the pricing page of each
 * service.
 *
 * @see <a href="https://aws.amazon.com/pricing/">AWS pricing</a>
 */
final class CostRule implements Rule {
  private static final Set<String> HOURLY =
      Set.of(
          "AWS::AmazonMQ::Broker",
          "AWS::DMS::ReplicationInstance",
          "AWS::DocDB::DBInstance",
          "AWS::EC2::EIP",
          "AWS::EC2::Instance",
          "AWS::EC2::NatGateway",
          "AWS::EC2::TransitGatewayAttachment",
          "AWS::EC2::VPNConnection",
          "AWS::EKS::Cluster",
          "AWS::ElastiCache::CacheCluster",
          "AWS::ElastiCache::ReplicationGroup",
          "AWS::ElasticLoadBalancing::LoadBalancer",
          "AWS::ElasticLoadBalancingV2::LoadBalancer",
          "AWS::Elasticsearch::Domain",
          "AWS::FSx::FileSystem",
          "AWS::GlobalAccelerator::Accelerator",
          "AWS::KMS::Key",
          "AWS::Kinesis::Stream",
          "AWS::MSK::Cluster",
          "AWS::MemoryDB::Cluster",
          "AWS::Neptune::DBInstance",
          "AWS::NetworkFirewall::Firewall",
          "AWS::OpenSearchServerless::Collection",
          "AWS::OpenSearchService::Domain",
          "AWS::RDS::DBInstance",
          "AWS::RDS::DBProxy",
          "AWS::Redshift::Cluster",
          "AWS::SageMaker::NotebookInstance",
          "AWS::SecretsManager::Secret",
          "AWS::WAFv2::WebACL");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    return facts.arrives() && HOURLY.contains(facts.type())
        ? List.of(
            Risk.sure(
                RiskKind.COST, RiskLevel.LOW, "It costs from now on, whether it is used or not"))
        : List.of();
  }
}
