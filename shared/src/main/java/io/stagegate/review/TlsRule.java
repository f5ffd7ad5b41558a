package io.stagegate.review;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Encryption on the way that gets weaker: an older TLS is accepted, or none is asked for.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">Security
 *     policies of load balancers</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/secure-connections-supported-viewer-protocols-ciphers.html">Security
 *     policies of CloudFront</a>
 */
final class TlsRule implements Rule {
  private static final List<JsonPointer> POLICIES =
      List.of(
          JsonPointer.compile("/SslPolicy"),
          JsonPointer.compile("/SecurityPolicy"),
          JsonPointer.compile("/DomainEndpointOptions/TLSSecurityPolicy"),
          JsonPointer.compile("/DistributionConfig/ViewerCertificate/MinimumProtocolVersion"));
  private static final List<JsonPointer> PROTOCOLS =
      List.of(
          JsonPointer.compile("/Protocol"),
          JsonPointer.compile("/DistributionConfig/DefaultCacheBehavior/ViewerProtocolPolicy"),
          JsonPointer.compile("/EncryptionInfo/EncryptionInTransit/ClientBroker"));
  private static final List<String> PLAIN =
      List.of("HTTP", "TCP", "allow-all", "TLS_PLAINTEXT", "PLAINTEXT");
  private static final List<String> SECURE =
      List.of("HTTPS", "TLS", "https-only", "redirect-to-https");
  private static final Pattern VERSION =
      Pattern.compile("(?i)tls[-_v]*(1)[-_.]?([0-3])?(?!\\d)(?:[-_](1)[-_]([0-3]))?");

  private static final Pattern FORWARD = Pattern.compile("FS-1-([12])");

  @Override
  public List<Risk> risks(Facts facts, Map<String, Facts> stack) {
    List<Risk> risks = new ArrayList<>();
    if (!facts.row().modify() || facts.typeChanges() || !facts.comparable()) {
      return risks;
    }
    for (JsonPointer pointer : POLICIES) {
      JsonNode was = facts.was().at(pointer);
      JsonNode now = facts.will().at(pointer);
      if (was.equals(now)) {
        continue;
      }
      Optional<Integer> old = lowest(was.asText());
      Optional<Integer> least = lowest(now.asText());
      if (old.isPresent() && least.isPresent() && least.get() < old.get()) {
        risks.add(weaker("It accepts TLS 1." + least.get() + " again (" + now.asText() + ")"));
      }
    }
    for (JsonPointer pointer : PROTOCOLS) {
      String was = facts.was().at(pointer).asText();
      String now = facts.will().at(pointer).asText();
      if (SECURE.contains(was) && PLAIN.contains(now)) {
        risks.add(weaker("It no longer asks for encryption on the way: " + was + " -> " + now));
      }
    }
    return risks;
  }

  /** The lowest minor version of TLS 1 that a policy of this name accepts. */
  static Optional<Integer> lowest(String policy) {
    if (policy.startsWith("SSLv3") || policy.equals("ELBSecurityPolicy-2016-08")) {
      return Optional.of(0);
    }
    Matcher matcher = VERSION.matcher(policy.replace("TLS13", "TLS-1-3"));
    if (!matcher.find()) {
      // The policies with forward secrecy alone name the version without the word TLS.
      Matcher forward = FORWARD.matcher(policy);
      return forward.find() ? Optional.of(Integer.parseInt(forward.group(1))) : Optional.empty();
    }
    // TLS13-1-2 is TLS 1.3 and also 1.2.
    String minor = matcher.group(4) == null ? matcher.group(2) : matcher.group(4);
    return Optional.of(minor == null ? 0 : Integer.parseInt(minor));
  }

  private static Risk weaker(String why) {
    return Risk.sure(RiskKind.ENCRYPTION, RiskLevel.HIGH, why);
  }
}
