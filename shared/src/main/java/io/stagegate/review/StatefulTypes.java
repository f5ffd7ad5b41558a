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
   */
  record Stateful(String noun, String lost) {}

  private static final Map<String, Stateful> TYPES =
      Map.ofEntries(
          entry("AWS::Backup::BackupVault", "backup vault", "its recovery points"),
          entry("AWS::Cassandra::Keyspace", "keyspace", "its tables"),
          entry("AWS::Cassandra::Table", "table", "its rows"),
          entry("AWS::CloudFormation::Stack", "nested stack", "everything in it"),
          entry("AWS::Cognito::IdentityPool", "identity pool", "its identities"),
          entry("AWS::Cognito::UserPool", "user pool", "its users"),
          entry("AWS::DocDB::DBCluster", "database cluster", "its data"),
          entry("AWS::DocDB::DBInstance", "database", "its data"),
          entry("AWS::DSQL::Cluster", "database cluster", "its data"),
          entry("AWS::DynamoDB::GlobalTable", "table", "its items"),
          entry("AWS::DynamoDB::Table", "table", "its items"),
          entry("AWS::Serverless::Application", "nested stack", "everything in it"),
          entry("AWS::Serverless::SimpleTable", "table", "its items"),
          entry("AWS::EC2::Volume", "volume", "its data"),
          entry("AWS::ECR::Repository", "image repository", "its images"),
          entry("AWS::EFS::FileSystem", "file system", "its files"),
          entry("AWS::ElastiCache::ReplicationGroup", "cache", "what it holds"),
          entry("AWS::ElastiCache::ServerlessCache", "cache", "what it holds"),
          entry("AWS::Elasticsearch::Domain", "search domain", "its indexes"),
          entry("AWS::FSx::FileSystem", "file system", "its files"),
          entry("AWS::KMS::Key", "key", "all that is encrypted with it"),
          entry("AWS::Kinesis::Stream", "stream", "its records"),
          entry("AWS::MSK::Cluster", "Kafka cluster", "its topics"),
          entry("AWS::MemoryDB::Cluster", "database", "its data"),
          entry("AWS::Neptune::DBCluster", "database cluster", "its data"),
          entry("AWS::Neptune::DBInstance", "database", "its data"),
          entry("AWS::OpenSearchService::Domain", "search domain", "its indexes"),
          entry("AWS::OpenSearchServerless::Collection", "search collection", "its indexes"),
          entry("AWS::Organizations::Account", "account", "everything in it"),
          entry("AWS::QLDB::Ledger", "ledger", "its documents"),
          entry("AWS::RDS::DBCluster", "database cluster", "its data"),
          entry("AWS::RDS::DBInstance", "database", "its data"),
          entry("AWS::RDS::GlobalCluster", "database cluster", "its data"),
          entry("AWS::Redshift::Cluster", "data warehouse", "its data"),
          entry("AWS::RedshiftServerless::Namespace", "data warehouse", "its data"),
          entry("AWS::S3::Bucket", "bucket", "its objects"),
          entry("AWS::S3Express::DirectoryBucket", "bucket", "its objects"),
          entry("AWS::S3Tables::TableBucket", "table bucket", "its tables"),
          entry("AWS::SDB::Domain", "SimpleDB domain", "its items"),
          entry("AWS::SecretsManager::Secret", "secret", "its value"),
          entry("AWS::Timestream::Database", "database", "its tables"),
          entry("AWS::Timestream::Table", "table", "its records"),
          entry("AWS::ElastiCache::CacheCluster", "cache", "what it holds"),
          entry("AWS::Events::Archive", "event archive", "its events"),
          entry("AWS::Logs::LogGroup", "log group", "its logs"),
          entry("AWS::SQS::Queue", "queue", "the messages in it"));

  private StatefulTypes() {}

  static @Nullable Stateful of(String type) {
    return TYPES.get(type);
  }

  private static Map.Entry<String, Stateful> entry(String type, String noun, String lost) {
    return Map.entry(type, new Stateful(noun, lost));
  }
}
