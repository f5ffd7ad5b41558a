package io.stagegate.review;

import com.fasterxml.jackson.databind.JsonNode;
import io.stagegate.review.policy.Cidr;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One rule of a security group: who may come in, or where one may go out to.
 *
 * @param peer addresses, a security group or a prefix list, as people call it
 * @param range the peer's addresses; empty where it is none or not known yet
 * @param protocol {@code tcp}, {@code udp} and so on; {@code -1} for all
 * @param from first port, -1 for all
 * @param to last port
 * @param unclear ports that are not known yet, as the template names them; empty where they are
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ec2-securitygroup-ingress.html">Ingress</a>
 */
record Opening(
    String peer, Optional<Cidr> range, String protocol, int from, int to, String unclear) {
  private static final List<String> PEERS =
      List.of(
          "CidrIp",
          "CidrIpv6",
          "SourcePrefixListId",
          "DestinationPrefixListId",
          "SourceSecurityGroupId",
          "DestinationSecurityGroupId",
          "SourceSecurityGroupName");
  private static final List<Cidr> PRIVATE =
      List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "fc00::/7").stream()
          .flatMap(text -> Cidr.of(text).stream())
          .toList();

  /** Everything to everywhere: what a group without egress rules has. */
  static final Opening ALL = new Opening("0.0.0.0/0", Cidr.of("0.0.0.0/0"), "-1", -1, -1, "");

  static Opening of(JsonNode rule) {
    String peer =
        PEERS.stream()
            .flatMap(name -> Words.names(rule.path(name)).stream())
            .findFirst()
            .orElse("a peer that is not known yet");
    String protocol = rule.path("IpProtocol").asText("").toLowerCase(Locale.ROOT);
    if (protocol.equals("-1")) {
      return new Opening(peer, Cidr.of(peer), protocol, -1, -1, "");
    }
    JsonNode first = rule.path("FromPort");
    JsonNode last = rule.path("ToPort");
    int from = first.asInt(-1);
    boolean clear = number(first) && number(last);
    return new Opening(
        peer, Cidr.of(peer), protocol, from, last.asInt(from), clear ? "" : unclear(first, last));
  }

  private static boolean number(JsonNode port) {
    return port.isMissingNode() || port.asText().matches("-?[0-9]{1,5}");
  }

  private static String unclear(JsonNode first, JsonNode last) {
    String from = first.isTextual() ? Words.name(first.asText()) : "a port that is not known yet";
    return last.equals(first) || !last.isTextual() ? from : from + "-" + Words.name(last.asText());
  }

  /** True where all that the other lets through is let through by this one too. */
  boolean covers(Opening other) {
    boolean peers =
        peer.equals(other.peer) || range.flatMap(own -> other.range.map(own::covers)).orElse(false);
    boolean protocols = protocol.equals("-1") || protocol.equals(other.protocol);
    return peers && protocols && coversPorts(other);
  }

  private boolean coversPorts(Opening other) {
    if (!unclear.isEmpty()) {
      return unclear.equals(other.unclear);
    }
    return from == -1 || other.unclear.isEmpty() && from <= other.from && to >= other.to;
  }

  /** True for all of the internet, or so much of it that it is the same. */
  boolean internet() {
    return range.map(own -> own.prefix() < 8).orElse(false);
  }

  /** True for addresses that no other network has: somebody's in particular. */
  boolean outside() {
    return range.isPresent() && PRIVATE.stream().noneMatch(own -> own.covers(range.get()));
  }

  boolean web() {
    return unclear.isEmpty() && from == to && (from == 80 || from == 443);
  }

  /** {@code port 22}, {@code all ports}, {@code ports 1-80 (udp)}. */
  String ports() {
    String suffix =
        protocol.isEmpty() || protocol.equals("tcp") || protocol.equals("-1")
            ? ""
            : " (" + protocol + ")";
    if (!unclear.isEmpty()) {
      return (unclear.startsWith("a port") ? "" : "port ") + unclear + suffix;
    }
    if (from == -1 || from == 0 && to == 65_535) {
      return "all ports" + suffix;
    }
    return (from == to ? "port " + from : "ports " + from + "-" + to) + suffix;
  }
}
