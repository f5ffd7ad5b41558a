package io.stagegate.review;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Resource types that keep data of their own: what is lost with them.
 *
 * <p>Types after cfn-lint's StatefulResources.json (rules E3005 and W3011) and CloudFormation's
 * pages on DeletionPolicy; what is kept in each, after the service's own documentation.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 */
final class StatefulTypes {
  /**
   * A type that keeps data.
   *
   * @param noun what people call it
   * @param lost what is lost with it
   * @param level how bad that is
   */
  record Stateful(String noun, String lost, RiskLevel level) {}

  private static final Map<String, Stateful> TYPES =
      Map.ofEntries(
          high("AWS::Backup::BackupVault", "backup vault", "its recovery points"),
          high("AWS::Cassandra::Keyspace", "keyspace", "its tables"),
          high("AWS::Cassandra::Table", "table", "its rows"),
          high("AWS::CloudFormation::Stack", "nested stack", "everything in it"),
          high("AWS::Cognito::IdentityPool", "identity pool", "its identities"),
          high("AWS::Cognito::UserPool", "user pool", "its users"),
          high("AWS::DocDB::DBCluster", "database cluster", "its data"),
          high("AWS::DocDB::DBInstance", "database", "its data"),
          high("AWS::DSQL::Cluster", "database cluster", "its data"),
          high("AWS::DynamoDB::GlobalTable", "table", "its items"),
          high("AWS::DynamoDB::Table", "table", "its items"),
          high("AWS::Serverless::SimpleTable", "table", "its items"),
          high("AWS::EC2::Volume", "volume", "its data"),
          high("AWS::ECR::Repository", "image repository", "its images"),
          high("AWS::EFS::FileSystem", "file system", "its files"),
          high("AWS::ElastiCache::ReplicationGroup", "cache", "what it holds"),
          high("AWS::ElastiCache::ServerlessCache", "cache", "what it holds"),
          high("AWS::Elasticsearch::Domain", "search domain", "its indexes"),
          high("AWS::FSx::FileSystem", "file system", "its files"),
          high("AWS::KMS::Key", "key", "all that is encrypted with it"),
          high("AWS::Kinesis::Stream", "stream", "its records"),
          high("AWS::MSK::Cluster", "Kafka cluster", "its topics"),
          high("AWS::MemoryDB::Cluster", "database", "its data"),
          high("AWS::Neptune::DBCluster", "database cluster", "its data"),
          high("AWS::Neptune::DBInstance", "database", "its data"),
          high("AWS::OpenSearchService::Domain", "search domain", "its indexes"),
          high("AWS::OpenSearchServerless::Collection", "search collection", "its indexes"),
          high("AWS::Organizations::Account", "account", "everything in it"),
          high("AWS::QLDB::Ledger", "ledger", "its documents"),
          high("AWS::RDS::DBCluster", "database cluster", "its data"),
          high("AWS::RDS::DBInstance", "database", "its data"),
          high("AWS::RDS::GlobalCluster", "database cluster", "its data"),
          high("AWS::Redshift::Cluster", "data warehouse", "its data"),
          high("AWS::RedshiftServerless::Namespace", "data warehouse", "its data"),
          high("AWS::S3::Bucket", "bucket", "its objects"),
          high("AWS::S3Express::DirectoryBucket", "bucket", "its objects"),
          high("AWS::S3Tables::TableBucket", "table bucket", "its tables"),
          high("AWS::SDB::Domain", "SimpleDB domain", "its items"),
          high("AWS::SecretsManager::Secret", "secret", "its value"),
          high("AWS::Timestream::Database", "database", "its tables"),
          high("AWS::Timestream::Table", "table", "its records"),
          medium("AWS::ElastiCache::CacheCluster", "cache", "what it holds"),
          medium("AWS::Events::Archive", "event archive", "its events"),
          medium("AWS::Logs::LogGroup", "log group", "its logs"),
          medium("AWS::SQS::Queue", "queue", "the messages in it"));

  private StatefulTypes() {}

  static @Nullable Stateful of(String type) {
    return TYPES.get(type);
  }

  private static Map.Entry<String, Stateful> high(String type, String noun, String lost) {
    return Map.entry(type, new Stateful(noun, lost, RiskLevel.HIGH));
  }

  private static Map.Entry<String, Stateful> medium(String type, String noun, String lost) {
    return Map.entry(type, new Stateful(noun, lost, RiskLevel.MEDIUM));
  }
}
