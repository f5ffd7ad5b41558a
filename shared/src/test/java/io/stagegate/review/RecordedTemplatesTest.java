package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.review.RecordedData.Entry;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real templates are read, and nothing of them is lost on the way to JSON. */
class RecordedTemplatesTest {
  static Stream<Entry> templates() {
    return RecordedData.entries("templates").stream();
  }

  @ParameterizedTest
  @MethodSource("templates")
  void isReadAndWrittenWithoutLoss(Entry entry) {
    String text = RecordedData.text(entry.folder().resolve(entry.file()));
    TemplateRead read = new TemplateReader().read(text);
    if (text.contains("!Rain::")) {
      assertThat(read).isInstanceOf(TemplateRead.Unreadable.class);
      return;
    }
    Template template = Reviews.template(text);
    assertThat(template.resources()).isNotEmpty();
    assertThat(template.resources().values()).allMatch(resource -> resource.line() > 0);
    assertThat(Reviews.template(template.tree().toString()).tree()).isEqualTo(template.tree());
  }
}
