package io.stagegate.cli;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;

/** Public keys in files, as PEM has them (RFC 7468). */
final class PublicKeys {
  private static final Pattern PEM =
      Pattern.compile(
          "-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----", Pattern.DOTALL);

  private PublicKeys() {}

  /** Reads a key of an elliptic curve; gives its SubjectPublicKeyInfo in base64. */
  static Read<String> read(Inputs inputs, String file) {
    return inputs
        .read(file)
        .then(
            document -> {
              var pem = PEM.matcher(document.text());
              if (!pem.find()) {
                return new Read.Failed<>(Problem.of(file, "holds no public key in PEM"));
              }
              try {
                var bytes = Base64.getMimeDecoder().decode(pem.group(1));
                KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(bytes));
                return new Read.Done<>(Base64.getEncoder().encodeToString(bytes));
              } catch (GeneralSecurityException | IllegalArgumentException e) {
                return new Read.Failed<>(
                    Problem.of(file, "holds no public key of an elliptic curve"));
              }
            });
  }
}
