package io.stagegate.audit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/**
 * A chain's last entry, signed by a key that nothing but the signing function may use, and kept
 * apart from the chain: who writes the chain anew can't make it fit this.
 *
 * @param number of the entry that was the last
 * @param hash of that entry, and so of all before it
 * @param publicKey SubjectPublicKeyInfo of a P-256 key, in base64
 * @param signature ECDSA with SHA-256 over {@link #body}, DER in base64
 */
public record SignedHead(
    AuditLog log, int number, String hash, Instant signedAt, String publicKey, String signature) {

  /** Signs. */
  public interface Signer {
    /** SubjectPublicKeyInfo, in base64. */
    String publicKey();

    /** ECDSA with SHA-256, in base64 of DER. */
    String sign(byte[] message);
  }

  public static SignedHead of(AuditHead head, Instant now, Signer signer) {
    var unsigned =
        new SignedHead(head.log(), head.number(), head.hash(), now, signer.publicKey(), "");
    var signature = signer.sign(unsigned.body().getBytes(StandardCharsets.UTF_8));
    return new SignedHead(
        head.log(), head.number(), head.hash(), now, unsigned.publicKey(), signature);
  }

  /** What the signature is over: this head as a JSON object without it, version 1. */
  public String body() {
    return new JsonLine("head")
        .text("log", log.value())
        .number("number", number)
        .text("hash", hash)
        .text("signedAt", signedAt.toString())
        .text("publicKey", publicKey)
        .end();
  }

  /** The line of an export: the body, with the signature as its last member. */
  public String line() {
    return JsonLine.sealed(body(), "signature", signature);
  }

  /** Whether the signature is by the key that it names. */
  public boolean holds() {
    try {
      var bytes = Base64.getDecoder().decode(signature);
      var verifier = Signature.getInstance("SHA256withECDSA");
      verifier.initVerify(key());
      verifier.update(body().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(bytes).equals(signature) && verifier.verify(bytes);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      return false;
    }
  }

  /** SHA-256 of the public key, by which people compare keys. */
  public String fingerprint() {
    return fingerprint(publicKey);
  }

  /**
   * SHA-256 of a public key.
   *
   * @param publicKey in base64
   */
  public static String fingerprint(String publicKey) {
    return Hash.of(Base64.getDecoder().decode(publicKey));
  }

  private PublicKey key() throws GeneralSecurityException {
    return KeyFactory.getInstance("EC")
        .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
  }
}
