package io.stagegate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.audit.AuditChain;
import io.stagegate.audit.AuditChain.Link;
import io.stagegate.audit.AuditLog;
import io.stagegate.audit.Hash;
import io.stagegate.audit.SignedHead;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * An export of the audit log: a line for each entry and each signed head. Of an entry only what
 * checking takes is kept, so that a log of any length is read. A line ends with a line feed and
 * nothing else, as its hash is over each of its bytes.
 */
final class AuditFile {
  private static final int LONGEST_LINE = 100_000;
  private static final String HEX = "[0-9a-f]{64}";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
  private final Surroundings surroundings;
  private final String name;
  private final List<Link> links = new ArrayList<>();
  private final List<SignedHead> heads = new ArrayList<>();

  /** What an export holds; an entry at least. */
  record Content(List<Link> links, List<SignedHead> heads) {}

  /** A line that is none of an export's, with the reason. */
  private static final class BadLineException extends Exception {
    private static final long serialVersionUID = 1;

    BadLineException(String reason) {
      super(reason);
    }
  }

  AuditFile(Surroundings surroundings, String name) {
    this.surroundings = surroundings;
    this.name = name;
  }

  Read<Content> read() {
    try {
      if (name.equals(Inputs.STANDARD)) {
        return lines(surroundings.in());
      }
      var path = surroundings.folder().resolve(name);
      if (Files.isDirectory(path)) {
        return failed(0, "is a folder, not a file");
      }
      try (var in = Files.newInputStream(path)) {
        return lines(in);
      }
    } catch (NoSuchFileException e) {
      return failed(0, "there is no such file");
    } catch (AccessDeniedException e) {
      return failed(0, "you may not read it");
    } catch (IOException | InvalidPathException e) {
      return failed(0, "can't be read: " + e.getMessage());
    }
  }

  private Read<Content> lines(InputStream in) throws IOException {
    var buffered = new BufferedInputStream(in, 1 << 16);
    var line = new ByteArrayOutputStream();
    int number = 1;
    int next;
    do {
      next = buffered.read();
      if (next >= 0 && next != '\n') {
        line.write(next);
      }
      boolean ends = next == '\n' || (next < 0 && line.size() > 0);
      if (ends || line.size() > LONGEST_LINE) {
        try {
          take(line.toByteArray());
        } catch (BadLineException e) {
          return failed(number, String.valueOf(e.getMessage()));
        }
        line.reset();
        number++;
      }
    } while (next >= 0);
    return links.isEmpty()
        ? failed(0, "holds no entry of an audit log")
        : new Read.Done<>(new Content(links, heads));
  }

  private void take(byte[] line) throws BadLineException {
    if (line.length > LONGEST_LINE) {
      throw new BadLineException("is longer than any line of an export");
    }
    var json = json(line);
    if (json.path("version").asInt() != 1) {
      throw new BadLineException("is no line of an export, or one of a newer Stagegate");
    }
    try {
      switch (json.path("kind").asText()) {
        case "entry" -> links.add(link(line, json));
        case "head" -> heads.add(head(line, json));
        default -> throw new BadLineException("is neither an entry nor a signed head");
      }
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new BadLineException("is not as Stagegate writes it: " + e.getMessage());
    }
  }

  private JsonNode json(byte[] line) throws BadLineException {
    try {
      return mapper.readTree(line);
    } catch (JsonProcessingException e) {
      throw new BadLineException("is no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new BadLineException("is no text in UTF-8");
    }
  }

  /** The hash is over the very bytes of the line, without the hash. */
  private static Link link(byte[] line, JsonNode json) throws BadLineException {
    var hash = hex(json, AuditChain.HASH);
    var end =
        (",\"" + AuditChain.HASH + "\":\"" + hash + "\"}").getBytes(StandardCharsets.US_ASCII);
    int body = line.length - end.length;
    if (body < 0 || !Arrays.equals(line, body, line.length, end, 0, end.length)) {
      throw new BadLineException("does not end with its hash");
    }
    var actual = Hash.of(Arrays.copyOf(line, body), new byte[] {'}'});
    return new Link(log(json), number(json), hex(json, "previous"), hash, actual);
  }

  private static SignedHead head(byte[] line, JsonNode json) throws BadLineException {
    var head =
        new SignedHead(
            log(json),
            number(json),
            hex(json, AuditChain.HASH),
            Instant.parse(json.path("signedAt").asText()),
            json.path("publicKey").asText(),
            json.path("signature").asText());
    if (!Arrays.equals(head.line().getBytes(StandardCharsets.UTF_8), line)) {
      throw new BadLineException("is not as Stagegate writes a signed head");
    }
    return head;
  }

  private static AuditLog log(JsonNode json) {
    return new AuditLog(json.path("log").asText());
  }

  private static int number(JsonNode json) throws BadLineException {
    int number = json.path("number").isInt() ? json.path("number").asInt() : 0;
    if (number < 1) {
      throw new BadLineException("has no number from 1");
    }
    return number;
  }

  private static String hex(JsonNode json, String member) throws BadLineException {
    var text = json.path(member).asText();
    if (!text.matches(HEX)) {
      throw new BadLineException("has no " + member + " of 64 hexadecimal digits");
    }
    return text;
  }

  private Read<Content> failed(int line, String reason) {
    return new Read.Failed<>(new Problem(name, line, 0, reason));
  }
}
