package io.stagegate.cli;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The text of one input.
 *
 * @param name as the caller named it, for messages
 */
record Document(String name, String text) {

  /** A byte order mark, with which PowerShell writes what a command prints to a file. */
  private record Mark(byte[] bytes, Charset charset) {
    boolean begins(byte[] content) {
      return Arrays.mismatch(bytes, content) == bytes.length || Arrays.equals(bytes, content);
    }
  }

  private static Mark mark(byte[] content) {
    Mark utf8 =
        new Mark(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, StandardCharsets.UTF_8);
    Mark little = new Mark(new byte[] {(byte) 0xFF, (byte) 0xFE}, StandardCharsets.UTF_16LE);
    Mark big = new Mark(new byte[] {(byte) 0xFE, (byte) 0xFF}, StandardCharsets.UTF_16BE);
    if (little.begins(content)) {
      return little;
    } else if (big.begins(content)) {
      return big;
    }
    return utf8.begins(content) ? utf8 : new Mark(new byte[0], StandardCharsets.UTF_8);
  }

  /** UTF-8, or UTF-16 that says so; bytes that are neither are refused with their place. */
  static Read<Document> decode(String name, byte[] content) {
    Mark mark = mark(content);
    ByteBuffer bytes =
        ByteBuffer.wrap(content, mark.bytes().length, content.length - mark.bytes().length);
    CharBuffer text = CharBuffer.allocate(content.length);
    CoderResult result =
        mark.charset()
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, text, true);
    String decoded = text.flip().toString();
    if (result.isError()) {
      return new Read.Failed<>(
          new Problem(
              name,
              (int) decoded.chars().filter(c -> c == '\n').count() + 1,
              decoded.length() - decoded.lastIndexOf('\n'),
              "bytes that are no " + mark.charset() + " text"));
    }
    return decoded.isBlank()
        ? new Read.Failed<>(Problem.of(name, "is empty"))
        : new Read.Done<>(new Document(name, decoded));
  }
}
