package io.stagegate.review;

import java.util.List;
import java.util.Map;

/** What watches over others, keeps attackers off or makes their backups, and goes away. */
final class GuardRule implements Rule {
  private static final Map<String, String> GUARDS =
      Map.ofEntries(
          Map.entry("AWS::ApplicationAutoScaling::ScalingPolicy", "scales by itself"),
          Map.entry("AWS::AutoScaling::ScalingPolicy", "scales by itself"),
          Map.entry("AWS::Backup::BackupPlan", "is backed up by this plan"),
          Map.entry("AWS::Backup::BackupSelection", "is backed up by this selection"),
          Map.entry("AWS::CloudTrail::Trail", "keeps a trail of what is done in the account"),
          Map.entry("AWS::CloudWatch::Alarm", "raises this alarm"),
          Map.entry("AWS::CloudWatch::CompositeAlarm", "raises this alarm"),
          Map.entry("AWS::Config::ConfigRule", "checks this rule"),
          Map.entry("AWS::Config::ConfigurationRecorder", "records how resources change"),
          Map.entry("AWS::EC2::FlowLog", "records the traffic"),
          Map.entry("AWS::GuardDuty::Detector", "looks for attacks"),
          Map.entry("AWS::SecretsManager::RotationSchedule", "rotates the secret"),
          Map.entry("AWS::SecurityHub::Hub", "gathers findings"),
          Map.entry("AWS::Shield::Protection", "shields from floods of calls"),
          Map.entry("AWS::WAFv2::WebACL", "keeps out what this firewall did"),
          Map.entry("AWS::WAFv2::WebACLAssociation", "keeps out what the firewall did"));

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    String does = GUARDS.get(facts.type());
    return does != null && facts.row().remove() && OldResource.of(facts) != OldResource.RETAINED
        ? List.of(Risk.sure(RiskKind.PROTECTION, RiskLevel.MEDIUM, "Nothing " + does + " any more"))
        : List.of();
  }
}
