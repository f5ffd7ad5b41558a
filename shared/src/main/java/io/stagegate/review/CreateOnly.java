package io.stagegate.review;

import java.util.Map;
import java.util.Set;

/**
 * Properties whose change makes a resource anew, for reviews of templates alone; a change set says
 * it itself. A small table of common types, after "Update requires: Replacement" in the template
 * reference: what is not in it may still be replaced.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html">Resource
 *     and property reference</a>
 */
final class CreateOnly {
  private static final Map<String, Set<String>> PROPERTIES =
      Map.ofEntries(
          Map.entry("AWS::ApiGateway::Stage", Set.of("RestApiId", "StageName")),
          Map.entry("AWS::ApiGatewayV2::Api", Set.of("ProtocolType")),
          Map.entry("AWS::ApiGatewayV2::Stage", Set.of("ApiId", "StageName")),
          Map.entry("AWS::CloudWatch::Alarm", Set.of("AlarmName")),
          Map.entry("AWS::Cognito::UserPoolClient", Set.of("GenerateSecret", "UserPoolId")),
          Map.entry(
              "AWS::DynamoDB::Table",
              Set.of("ImportSourceSpecification", "KeySchema", "TableName")),
          Map.entry("AWS::EC2::SecurityGroup", Set.of("GroupDescription", "GroupName", "VpcId")),
          Map.entry(
              "AWS::EC2::SecurityGroupIngress",
              Set.of(
                  "CidrIp",
                  "FromPort",
                  "GroupId",
                  "IpProtocol",
                  "SourceSecurityGroupId",
                  "ToPort")),
          Map.entry("AWS::ECS::Service", Set.of("Cluster", "LaunchType", "ServiceName")),
          Map.entry(
              "AWS::ECS::TaskDefinition",
              Set.of("ContainerDefinitions", "Cpu", "Family", "Memory", "NetworkMode", "Volumes")),
          Map.entry(
              "AWS::ElasticLoadBalancing::LoadBalancer", Set.of("LoadBalancerName", "Scheme")),
          Map.entry("AWS::ElasticLoadBalancingV2::LoadBalancer", Set.of("Name", "Scheme", "Type")),
          Map.entry(
              "AWS::ElasticLoadBalancingV2::TargetGroup",
              Set.of("Name", "Port", "Protocol", "VpcId")),
          Map.entry("AWS::Events::EventBus", Set.of("Name")),
          Map.entry("AWS::Events::Rule", Set.of("EventBusName", "Name")),
          Map.entry("AWS::IAM::ManagedPolicy", Set.of("Description", "ManagedPolicyName", "Path")),
          Map.entry("AWS::IAM::Role", Set.of("Path", "RoleName")),
          Map.entry("AWS::IoT::Thing", Set.of("ThingName")),
          Map.entry("AWS::Kinesis::Stream", Set.of("Name")),
          Map.entry("AWS::Lambda::Function", Set.of("FunctionName", "PackageType")),
          Map.entry("AWS::Lambda::LayerVersion", Set.of("Content", "LayerName")),
          Map.entry(
              "AWS::Lambda::Permission",
              Set.of("Action", "FunctionName", "Principal", "SourceAccount", "SourceArn")),
          Map.entry("AWS::Logs::LogGroup", Set.of("LogGroupName")),
          Map.entry(
              "AWS::RDS::DBCluster",
              Set.of(
                  "DBClusterIdentifier",
                  "DatabaseName",
                  "EngineMode",
                  "KmsKeyId",
                  "MasterUsername",
                  "SnapshotIdentifier",
                  "StorageEncrypted")),
          Map.entry(
              "AWS::RDS::DBInstance",
              Set.of(
                  "DBInstanceIdentifier",
                  "DBName",
                  "DBSubnetGroupName",
                  "KmsKeyId",
                  "MasterUsername",
                  "StorageEncrypted")),
          Map.entry("AWS::RDS::DBParameterGroup", Set.of("Description", "Family")),
          Map.entry("AWS::RDS::DBClusterParameterGroup", Set.of("Description", "Family")),
          Map.entry("AWS::Route53::RecordSet", Set.of("HostedZoneId", "HostedZoneName", "Name")),
          Map.entry("AWS::S3::Bucket", Set.of("BucketName")),
          Map.entry("AWS::S3::BucketPolicy", Set.of("Bucket")),
          Map.entry("AWS::SNS::Subscription", Set.of("Endpoint", "Protocol", "TopicArn")),
          Map.entry("AWS::SNS::Topic", Set.of("FifoTopic", "TopicName")),
          Map.entry("AWS::SQS::Queue", Set.of("FifoQueue", "QueueName")),
          Map.entry("AWS::SSM::Parameter", Set.of("Name", "Type")),
          Map.entry("AWS::SecretsManager::Secret", Set.of("Name")),
          Map.entry("AWS::Serverless::Function", Set.of("FunctionName", "PackageType")),
          Map.entry(
              "AWS::StepFunctions::StateMachine", Set.of("StateMachineName", "StateMachineType")));

  private CreateOnly() {}

  static boolean contains(String type, String property) {
    return PROPERTIES.getOrDefault(type, Set.of()).contains(property);
  }
}
