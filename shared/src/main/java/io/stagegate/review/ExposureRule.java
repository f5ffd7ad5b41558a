package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What can be reached by more callers than before. */
final class ExposureRule implements Rule {
  private static final List<String> BLOCKS =
      List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    if (!facts.after().isObject()) {
      return List.of();
    }
    List<Risk> risks = new ArrayList<>();
    switch (facts.type()) {
      case "AWS::S3::Bucket" -> bucket(facts, risks);
      case "AWS::Lambda::Url" -> becomes(facts, "/AuthType", "NONE", "function address", risks);
      case "AWS::Serverless::Function" ->
          becomes(facts, "/FunctionUrlConfig/AuthType", "NONE", "function address", risks);
      case "AWS::ApiGateway::Method" -> {
        if (!facts.now("HttpMethod").asText().equals("OPTIONS")) {
          becomes(facts, "/AuthorizationType", "NONE", "API method", risks);
        }
      }
      case "AWS::ApiGatewayV2::Route" -> route(facts, risks);
      case "AWS::RDS::DBInstance" ->
          becomes(facts, "/PubliclyAccessible", "true", "database", risks);
      case "AWS::EC2::SecurityGroup", "AWS::EC2::SecurityGroupIngress" -> open(facts, risks);
      default -> {
        // Nothing of this type opens by itself; its policies are judged by another rule.
      }
    }
    return risks;
  }

  private static void bucket(Facts facts, List<Risk> risks) {
    String acl = facts.now("AccessControl").asText();
    if (acl.startsWith("Public") && !facts.old("AccessControl").asText().equals(acl)) {
      risks.add(anybody("Anybody can now read the bucket's objects (" + acl + ")"));
    }
    for (String block : BLOCKS) {
      boolean was = on(facts.old("PublicAccessBlockConfiguration").path(block));
      JsonNode now = facts.now("PublicAccessBlockConfiguration").path(block);
      // A new bucket without the block has AWS's own default, which blocks.
      boolean opened = was && !on(now);
      boolean born = !facts.before().isObject() && now.asText().equals("false");
      if (opened || born) {
        risks.add(anybody("The bucket no longer blocks public access (" + block + ")"));
      }
    }
  }

  private static void route(Facts facts, List<Risk> risks) {
    String was = facts.old("AuthorizationType").asText("NONE");
    String now = facts.now("AuthorizationType").asText("NONE");
    boolean before = facts.before().isObject();
    if (now.equals("NONE") && (!before || !was.equals("NONE"))) {
      String route = facts.now("RouteKey").asText("the route");
      risks.add(
          Risk.sure(
              RiskKind.PUBLIC_ACCESS,
              before ? RiskLevel.HIGH : RiskLevel.MEDIUM,
              "Anybody can now call " + route + " without authorization"));
    }
  }

  private static void becomes(
      Facts facts, String pointer, String open, String noun, List<Risk> risks) {
    JsonNode was = facts.before().path("Properties").at(pointer);
    JsonNode now = facts.after().path("Properties").at(pointer);
    if (now.asText().equals(open) && !was.asText().equals(open)) {
      String name = pointer.substring(pointer.lastIndexOf('/') + 1);
      risks.add(anybody("Anybody can now reach the " + noun + " (" + name + " " + open + ")"));
    }
  }

  private static void open(Facts facts, List<Risk> risks) {
    Set<String> ports = openPorts(facts, facts.after());
    ports.removeAll(openPorts(facts, facts.before()));
    for (String port : ports) {
      boolean web = port.equals("80") || port.equals("443");
      risks.add(
          Risk.sure(
              RiskKind.PUBLIC_ACCESS,
              web ? RiskLevel.MEDIUM : RiskLevel.HIGH,
              "Any address of the internet can now reach "
                  + (port.isEmpty() ? "all ports" : "port " + port)));
    }
  }

  private static Set<String> openPorts(Facts facts, JsonNode body) {
    JsonNode properties = body.path("Properties");
    JsonNode ingress = properties.path("SecurityGroupIngress");
    Set<String> ports = new TreeSet<>();
    boolean group = facts.type().equals("AWS::EC2::SecurityGroup");
    for (JsonNode rule : group ? Json.list(ingress) : List.of(properties)) {
      boolean any =
          rule.path("CidrIp").asText().equals("0.0.0.0/0")
              || rule.path("CidrIpv6").asText().equals("::/0");
      if (any) {
        String from = rule.path("FromPort").asText();
        String to = rule.path("ToPort").asText();
        ports.add(from.equals(to) ? from : from + "-" + to);
      }
    }
    return ports;
  }

  private static boolean on(JsonNode node) {
    return node.asText().equals("true");
  }

  private static Risk anybody(String why) {
    return Risk.sure(RiskKind.PUBLIC_ACCESS, RiskLevel.HIGH, why);
  }
}
