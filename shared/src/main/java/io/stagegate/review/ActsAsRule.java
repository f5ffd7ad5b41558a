package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Something that runs gets another role, and may do from then on what that one may.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html">Granting a
 *     user permissions to pass a role to an AWS service</a>
 */
final class ActsAsRule implements Rule {
  private static final List<String> ROLES =
      List.of(
          "ExecutionRole",
          "ExecutionRoleArn",
          "IamInstanceProfile",
          "JobRole",
          "Role",
          "RoleARN",
          "RoleArn",
          "ServiceRole",
          "ServiceRoleArn",
          "TaskRoleArn");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (!facts.row().modify() || facts.typeChanges() || !facts.comparable()) {
      return risks;
    }
    for (String property : ROLES) {
      JsonNode was = facts.was().path(property);
      JsonNode now = facts.will().path(property);
      if (!now.isMissingNode() && !now.equals(was)) {
        String name = now.isTextual() ? Words.name(now.asText()) : "a role that is not known yet";
        risks.add(
            Risk.unsure(
                RiskKind.PERMISSION,
                RiskLevel.MEDIUM,
                "It acts from now on as "
                    + name
                    + " ("
                    + property
                    + "), and may do what that may"));
      }
    }
    return risks;
  }
}
