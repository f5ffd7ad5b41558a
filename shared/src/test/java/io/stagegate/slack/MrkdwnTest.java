package io.stagegate.slack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MrkdwnTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "plain words, my_table-2 *2| plain words, my_table-2 \u2060*2",
        "<!here> all            | &lt;!here&gt; all",
        "<!channel>             | &lt;!channel&gt;",
        "<@U012AB3CD> you       | &lt;@\u2060U012AB3CD&gt; you",
        "<#C012AB3CD>           | &lt;#C012AB3CD&gt;",
        "<https://evil.example/> | &lt;https://evil.example/&gt;",
        "@channel @here         | @\u2060channel @\u2060here",
        "a && b                 | a &amp;&amp; b",
        "&lt;!here&gt;          | &amp;lt;!here&amp;gt;",
        "*Approved by ada*      | \u2060*Approved by ada*",
        "`code` ~old~ _new_     | \u2060`code` \u2060~old~ \u2060_new_",
      })
  void showsAsItIs(String text, String escaped) {
    assertThat(Mrkdwn.escape(text)).isEqualTo(escaped);
  }

  @org.junit.jupiter.api.Test
  void linesBecomeOneAndWhatTurnsTextGoes() {
    assertThat(Mrkdwn.escape("one\n> two\r\n\t three")).isEqualTo("one &gt; two three");
    assertThat(Mrkdwn.escape("a\u202Eb\u2066c\u0000d\u200Be")).isEqualTo("abcde");
  }

  @Property
  void nothingThatIsEscapedMentionsOrLinks(@ForAll String text) {
    var escaped = Mrkdwn.escape(text);

    assertThat(escaped).doesNotContain("<", ">", "\n");
    assertThat(escaped.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
    assertThat(escaped).doesNotContainPattern("@[^\u2060]");
  }

  @Property
  void aCutLeavesNoHalfEscape(
      @ForAll @StringLength(max = 60) @CharRange(from = '!', to = '@') String text,
      @ForAll @IntRange(min = 1, max = 40) int most) {
    var cut = Mrkdwn.cut(Mrkdwn.escape(text), most);

    assertThat(cut).hasSizeLessThanOrEqualTo(most);
    assertThat(cut.replaceAll("&(amp|lt|gt);", "")).doesNotContain("&");
  }

  @org.junit.jupiter.api.Test
  void aTimeIsTheReaders() {
    assertThat(Mrkdwn.time(Instant.parse("2026-11-23T10:00:00Z")))
        .isEqualTo("<!date^1795428000^{date_short_pretty} {time}|2026-11-23 10:00 UTC>");
  }
}
