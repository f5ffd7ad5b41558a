package io.stagegate.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stagegate.review.Review;
import io.stagegate.review.ReviewCodec;
import io.stagegate.review.ReviewHtml;
import io.stagegate.review.ReviewMarkdown;
import io.stagegate.review.ReviewText;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The forms in which a review is printed. The same review always gives the same text. */
enum Format {
  /** For a terminal. */
  TEXT {
    @Override
    String render(Review review, boolean color) {
      return ReviewText.render(review, color);
    }
  },
  /** One object for programs. */
  JSON {
    @Override
    String render(Review review, boolean color) {
      var indenter = new DefaultIndenter("  ", "\n");
      var printer =
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
      try {
        return MAPPER.writer(printer).writeValueAsString(ReviewCodec.tree(review).retain(MEMBERS))
            + "\n";
      } catch (JsonProcessingException e) {
        throw new UncheckedIOException(e);
      }
    }
  },
  /** A page that needs nothing else. */
  HTML {
    @Override
    String render(Review review, boolean color) {
      return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          + "<title>Review</title>\n<style>\n"
          + ":root { color-scheme: light dark; }\n"
          + "body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 2rem auto; "
          + "padding: 0 1rem; }\n"
          + stylesheet()
          + "</style>\n</head>\n<body>\n<main>\n"
          + new ReviewHtml().render(review)
          + "</main>\n</body>\n</html>\n";
    }
  },
  /** A comment for a pull request, cut to what GitHub takes. */
  MARKDOWN {
    @Override
    String render(Review review, boolean color) {
      return new ReviewMarkdown(ReviewMarkdown.GITHUB).render(review);
    }
  };

  /** What the JSON form promises; a stored review holds more. */
  private static final List<String> MEMBERS =
      List.of("changeSet", "executable", "digest", "risk", "summary", "changes", "risks");

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  abstract String render(Review review, boolean color);

  /** As people write it, {@code markdown}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static String stylesheet() {
    try (InputStream css = ReviewHtml.class.getResourceAsStream(ReviewHtml.STYLESHEET)) {
      return new String(Objects.requireNonNull(css).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
