package io.stagegate.review;

import io.stagegate.review.policy.Conditions;
import io.stagegate.review.policy.Element;
import io.stagegate.review.policy.Gain;
import io.stagegate.review.policy.Statement;
import io.stagegate.review.policy.Texts;
import java.util.List;

/** Puts what two policies differ in into one sentence each, with its risk. */
final class Permissions {
  private final Facts facts;

  Permissions(Facts facts) {
    this.facts = facts;
  }

  Risk gain(Gain gain) {
    Statement statement = gain.statement();
    if (facts.type().equals(Policies.ENDPOINT)) {
      return through(statement, RiskLevel.MEDIUM, " now lets through ", wider(gain));
    }
    String why =
        who(statement)
            + " can now do "
            + actions(statement)
            + on(statement)
            + PermissionLevels.behalf(facts, statement)
            + wider(gain)
            + when(statement);
    RiskKind kind = PermissionLevels.open(statement) ? RiskKind.PUBLIC_ACCESS : RiskKind.PERMISSION;
    boolean certain = statement.known() && (statement.conditions().none() || !statement.anybody());
    return new Risk(kind, PermissionLevels.gain(facts, statement), certain, why);
  }

  Risk trust(Gain gain) {
    Statement statement = gain.statement();
    String why =
        who(statement)
            + " can now take on this role ("
            + actions(statement)
            + ")"
            + wider(gain)
            + when(statement);
    boolean open = PermissionLevels.openTrust(statement);
    return new Risk(
        open ? RiskKind.PUBLIC_ACCESS : RiskKind.PERMISSION,
        PermissionLevels.trust(facts, statement),
        statement.known(),
        why);
  }

  Risk mistrust(Gain loss) {
    String verb = loss.stricter() == null ? " can no longer" : " can only";
    return less(loss, who(loss.statement()) + verb + " take on this role");
  }

  Risk loss(Gain loss) {
    Statement statement = loss.statement();
    if (facts.type().equals(Policies.ENDPOINT)) {
      boolean still = loss.stricter() != null;
      String verb = still ? " lets through only in part " : " no longer lets through ";
      return through(statement, RiskLevel.LOW, verb, "");
    }
    boolean all = actions(statement).contains("*");
    String verb =
        loss.stricter() == null ? " can no longer do " + (all ? "all of " : "") : " can do ";
    return less(loss, who(statement) + verb + actions(statement) + on(statement));
  }

  /** A VPC endpoint's policy allows nothing: it only bounds what goes through the endpoint. */
  private Risk through(Statement statement, RiskLevel level, String verb, String under) {
    return new Risk(
        RiskKind.PERMISSION,
        level,
        statement.known(),
        "The endpoint"
            + verb
            + actions(statement)
            + (statement.resources().everything()
                ? ""
                : " on " + Texts.list(statement.resources().texts()))
            + under
            + "; who may do it is said elsewhere"
            + when(statement));
  }

  Risk lifted(Gain lifted) {
    Statement statement = lifted.statement();
    Conditions still = lifted.stricter();
    String what = actions(statement) + on(statement) + forWhom(statement) + when(statement);
    return new Risk(
        RiskKind.PERMISSION,
        RiskLevel.HIGH,
        statement.known(),
        still == null
            ? "It is no longer forbidden to do " + what + under(statement.conditions())
            : "It is forbidden only" + under(still) + " from now on to do " + what);
  }

  Risk forbidden(Gain forbidden) {
    Statement statement = forbidden.statement();
    return new Risk(
        RiskKind.PERMISSION,
        RiskLevel.LOW,
        statement.known(),
        "It is forbidden from now on to do "
            + actions(statement)
            + on(statement)
            + forWhom(statement)
            + under(statement.conditions())
            + when(statement));
  }

  private static Risk less(Gain loss, String start) {
    Statement statement = loss.statement();
    Conditions now = loss.stricter();
    String under = now == null ? under(statement.conditions()) : under(now) + " from now on";
    return new Risk(
        RiskKind.PERMISSION, RiskLevel.LOW, statement.known(), start + under + when(statement));
  }

  private String who(Statement statement) {
    Element who = statement.who();
    if (!who.given()) {
      boolean self =
          !facts.type().endsWith("Policy") && !facts.type().equals("AWS::SSO::PermissionSet");
      return self ? facts.row().logicalId() : "Whoever has " + facts.row().logicalId();
    }
    if (who.not()) {
      return "Everybody but " + Texts.list(who.texts());
    }
    return who.everything() ? "Anybody" : names(who);
  }

  private static String forWhom(Statement statement) {
    Element who = statement.who();
    if (!who.given() || who.everything()) {
      return "";
    }
    return " for " + (who.not() ? "everybody but " : "") + names(who);
  }

  private static String names(Element element) {
    return Texts.list(element.texts().stream().map(Words::name).toList());
  }

  private static String actions(Statement statement) {
    return (statement.actions().not() ? "everything but " : "")
        + Texts.list(statement.actions().texts());
  }

  private String on(Statement statement) {
    Element resources = statement.resources();
    boolean own = statement.who().given() && !facts.type().startsWith("AWS::IAM::");
    if (own && resources.everything()) {
      return onItself();
    }
    return resources.given()
        ? " on " + (resources.not() ? "everything but " : "") + Texts.list(resources.texts())
        : "";
  }

  /** For the policy of one resource, everything is that resource. */
  private String onItself() {
    if (!facts.type().endsWith("Policy")) {
      return " on " + facts.row().logicalId();
    }
    List<String> targets = Policies.targets(facts.row().remove() ? facts.was() : facts.will());
    return targets.isEmpty() ? "" : " on " + Texts.list(targets);
  }

  /** How a gain is bound, or from what it is freed. */
  private static String wider(Gain gain) {
    Conditions was = gain.stricter();
    String freed = was == null ? "" : gain.statement().conditions().widerThan(was);
    return freed.isEmpty() ? under(gain.statement().conditions(), ",") : " " + freed;
  }

  private static String under(Conditions conditions) {
    return under(conditions, "");
  }

  private static String under(Conditions conditions, String comma) {
    List<String> keys = conditions.keys();
    return keys.isEmpty() ? "" : comma + " under a condition on " + Texts.list(keys);
  }

  private static String when(Statement statement) {
    return statement.when().isEmpty() ? "" : ", if " + statement.when();
  }
}
