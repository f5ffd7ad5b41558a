package io.stagegate.audit;

import static io.stagegate.audit.Chains.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.model.Event;
import io.stagegate.model.Origin;
import io.stagegate.store.Codec;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuditEntryTest {
  /** Whoever checks an old export must find these very bytes: they never change. */
  @Test
  void theFormatStaysWhatItIs() {
    var entry = Chains.of(SHOP, 1).getFirst();

    assertThat(entry.body())
        .isEqualTo(
            "{\"kind\":\"entry\",\"version\":1,\"log\":\"project/shop\",\"number\":1,"
                + "\"at\":\"2026-11-23T10:00:00.125Z\",\"actor\":\"ada\",\"channel\":\"CONSOLE\","
                + "\"address\":\"192.0.2.7\",\"action\":\"release.approved\","
                + "\"subject\":\"release/7\",\"digest\":\"sha256:ab\","
                + "\"text\":\"Said 1 \\\"so\\\".\",\"previous\":\""
                + "0".repeat(64)
                + "\"}");
    assertThat(entry.hash())
        .isEqualTo("e2b5b2bbbc1f5b93a3db155cd6f3d560569b6f55976007d30ca92022f921ac04");
    assertThat(entry.line())
        .isEqualTo(
            entry.body().substring(0, entry.body().length() - 1)
                + ",\"hash\":\""
                + entry.hash()
                + "\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\\\n\t\r\u0000\u001f/</script>", "Grüße, 世界 🚀", "\u2028 \u007f"})
  void anyTextIsReadBackAsItWasHashed(String text) throws Exception {
    var entry = AuditEntry.after(Optional.empty(), Chains.note(SHOP, text));
    var line = Codec.mapper().readTree(entry.line());

    assertThat(line.path("text").asText()).isEqualTo(text);
    assertThat(line.path("hash").asText()).isEqualTo(entry.hash());
    assertThat(entry.line()).doesNotContain("\n");
    var stored = Codec.read(Codec.write(entry), AuditEntry.class);
    assertThat(stored).isEqualTo(entry);
    assertThat(stored.link().actual()).isEqualTo(entry.hash());
  }

  @Test
  void halfACharacterAndTooLongATextAreMadeStorable() {
    assertThat(Chains.note(SHOP, "a\ud83d").text()).isEqualTo("a?");
    assertThat(Chains.note(SHOP, "a".repeat(5_000)).text()).hasSize(4_002).endsWith("a …");
  }

  @Test
  void anEventIsRememberedWithWhereItCameFrom() {
    var event =
        new Event(
            new io.stagegate.model.ProjectId("shop"),
            Chains.NOW,
            "member.changed",
            "member/bob",
            "ada",
            "bob is viewer now.");
    var note = AuditNote.of(event, Origin.SYSTEM, null);

    assertThat(note.log()).isEqualTo(SHOP);
    assertThat(note.as(AuditNote.OVERRIDDEN).action()).isEqualTo("release.overridden");
    assertThat(AuditEntry.after(Optional.empty(), note).loud()).isFalse();
    assertThat(AuditEntry.after(Optional.empty(), note.as(AuditNote.OVERRIDDEN)).loud()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "shop", "project/", "project/../installation", "project/Shop", "x"})
  void aLogIsAProjectsOrTheInstallations(String name) {
    assertThatThrownBy(() -> new AuditLog(name)).isInstanceOf(IllegalArgumentException.class);
    assertThat(new AuditLog("installation")).isEqualTo(AuditLog.INSTALLATION);
  }
}
