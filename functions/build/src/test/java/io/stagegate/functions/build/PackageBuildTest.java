package io.stagegate.functions.build;

import static io.stagegate.functions.build.Fixtures.CLOCK;
import static io.stagegate.functions.build.Fixtures.NOW;
import static io.stagegate.functions.build.Fixtures.SHA;
import static io.stagegate.functions.build.Fixtures.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.stagegate.cloud.MemoryObjects;
import io.stagegate.cloud.TransientException;
import io.stagegate.model.Build;
import io.stagegate.model.Commit;
import io.stagegate.model.Event;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.ServicePackage;
import io.stagegate.model.StageName;
import io.stagegate.source.Archives;
import io.stagegate.source.Source;
import io.stagegate.store.Keys;
import io.stagegate.store.MemoryStore;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PackageBuildTest {
  private static final Map<String, String> FILES =
      Map.of(
          "orders/template.yaml",
          """
          Transform: AWS::Serverless-2016-10-31
          Resources:
            Orders:
              Type: AWS::Serverless::Function
              Properties:
                CodeUri: src/
          """,
          "orders/src/app.py",
          "def handler(e, c): return 1",
          "web/template.yaml",
          "Resources: {Site: {Type: AWS::S3::Bucket}}");

  private final MemoryStore store = new MemoryStore(CLOCK);
  private final MemoryObjects objects = new MemoryObjects();

  /** A source whose every archive is this. */
  private record FixedSource(Answer<byte[]> archive) implements Source {
    @Override
    public Answer<String> defaultBranch(RepositoryName repository) {
      return new Answer.NotFound<>();
    }

    @Override
    public Answer<Tree> tree(RepositoryName repository, String ref) {
      return new Answer.NotFound<>();
    }

    @Override
    public Answer<Long> tarball(RepositoryName repository, String sha, Path into) {
      return switch (archive) {
        case Answer.Found<byte[]>(var bytes) -> {
          try {
            Files.write(into, bytes);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          yield new Answer.Found<>((long) bytes.length);
        }
        case Answer.NotFound<byte[]>() -> new Answer.NotFound<>();
        case Answer.Refused<byte[]>(var reason) -> new Answer.Refused<>(reason);
        case Answer.TooLarge<byte[]>(var limit) -> new Answer.TooLarge<>(limit);
      };
    }
  }

  @BeforeEach
  void queued() {
    Fixtures.save(store, Fixtures.shop());
    var build =
        Build.queued(
            SHOP,
            1,
            StageName.DEV,
            new Commit(SHA, "main", "Say hello", "Ada", Set.of("ada")),
            NOW);
    store.transact(
        transaction -> {
          transaction.put(Keys.build(SHOP, 1), build);
          return build;
        });
  }

  private PackageBuild with(Source source) {
    return new PackageBuild(store, source, objects, CLOCK);
  }

  private PackageBuild with(Map<String, String> files) {
    return with(new FixedSource(new Source.Answer.Found<>(Archives.of(files))));
  }

  private Build build() {
    return store.read(Keys.build(SHOP, 1)).orElseThrow();
  }

  private List<String> events() {
    return store.list(Keys.events(SHOP), 10, null).items().stream().map(Event::type).toList();
  }

  @Test
  void aBuildIsPackagedForItsStageAndForProduction() {
    var output = with(FILES).run(SHOP, 1);

    assertThat(output)
        .isEqualTo(
            new Packaging.Packaged(
                StageName.DEV,
                List.of(
                    new Packaging.ServiceStack("orders", "shop-dev-orders"),
                    new Packaging.ServiceStack("web", "shop-dev-web"))));
    assertThat(build().state()).isEqualTo(Build.State.DEPLOYING);
    assertThat(build().packages())
        .extracting(made -> made.service() + " " + made.stage())
        .containsExactly("orders dev", "orders production", "web dev", "web production");
    assertThat(events()).containsExactly("build.packaged", "build.packaging");
  }

  @Test
  void everyObjectOfAPackageIsThere() {
    with(FILES).run(SHOP, 1);

    assertThat(build().packages())
        .flatExtracting(ServicePackage::objects)
        .allMatch(objects::holds)
        .hasSize(2);
    assertThat(build().packages()).extracting(ServicePackage::template).allMatch(objects::holds);
    assertThat(objects.written()).isEqualTo(3);
  }

  @Test
  void aRepeatGivesTheSameAnswerAndMakesNothing() {
    var first = with(FILES).run(SHOP, 1);
    var made = build();

    assertThat(with(new FixedSource(new Source.Answer.NotFound<>())).run(SHOP, 1)).isEqualTo(first);
    assertThat(build()).isEqualTo(made);
    assertThat(events()).hasSize(2);
  }

  @Test
  void whatMayPassIsThrownAndAnotherTryGoesOn() {
    Source broken =
        new Source() {
          @Override
          public Answer<String> defaultBranch(RepositoryName repository) {
            throw new TransientException("503", new IOException());
          }

          @Override
          public Answer<Tree> tree(RepositoryName repository, String ref) {
            throw new TransientException("503", new IOException());
          }

          @Override
          public Answer<Long> tarball(RepositoryName repository, String sha, Path into) {
            throw new TransientException("503", new IOException());
          }
        };

    assertThatThrownBy(() -> with(broken).run(SHOP, 1)).isInstanceOf(TransientException.class);
    assertThat(build().state()).isEqualTo(Build.State.PACKAGING);
    assertThat(with(FILES).run(SHOP, 1)).isInstanceOf(Packaging.Packaged.class);
    assertThat(events()).containsExactly("build.packaged", "build.packaging");
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new Source.Answer.NotFound<>(),
            "GitHub has no commit " + SHA + " in acme/shop, or does not let us read it.",
            "acme/shop"),
        Arguments.of(new Source.Answer.Refused<>("No."), "No.", "acme/shop"),
        Arguments.of(
            new Source.Answer.TooLarge<>(250_000_000),
            "The repository's archive has more than 250 MB.",
            "acme/shop"),
        Arguments.of(
            new Source.Answer.Found<>(new byte[] {1, 2, 3}),
            "The repository's archive is not a gzip file.",
            "acme/shop"),
        Arguments.of(
            files("web/template.yaml", "Resources:\n  A:\n   - ]"),
            "The template can't be read",
            "web/template.yaml:3:6"),
        Arguments.of(
            files("web/template.yaml", null),
            "The template of service web is not in the repository at this commit.",
            "web/template.yaml"),
        Arguments.of(
            files("orders/src/app.py", null),
            "CodeUri of Orders names src/, and there is no such file or folder",
            "orders/template.yaml:6 (Orders, CodeUri)"));
  }

  private static Source.Answer<byte[]> files(
      String path, @org.jspecify.annotations.Nullable String text) {
    var files = new HashMap<>(FILES);
    files.compute(path, (same, old) -> text);
    return new Source.Answer.Found<>(Archives.of(files));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void aFailureSaysWhatAndWhere(Source.Answer<byte[]> archive, String what, String where) {
    var output = with(new FixedSource(archive)).run(SHOP, 1);

    assertThat(output)
        .isInstanceOfSatisfying(
            Packaging.Failed.class,
            failed -> {
              assertThat(failed.what()).startsWith(what);
              assertThat(failed.where()).isEqualTo(where);
            });
    assertThat(build().state()).isEqualTo(Build.State.FAILED);
    assertThat(build().failure()).extracting("where").isEqualTo(where);
    assertThat(build().packages()).isEmpty();
    assertThat(events()).containsExactly("build.failed", "build.packaging");
    assertThat(with(FILES).run(SHOP, 1)).isEqualTo(output);
  }

  @Test
  void theAnswersShapeIsWhatTheWorkflowReads() throws IOException {
    assertThat(handled(FILES))
        .isEqualTo(
            """
            {"outcome":"PACKAGED","stage":"dev","services":[\
            {"service":"orders","stack":"shop-dev-orders"},\
            {"service":"web","stack":"shop-dev-web"}]}""");
  }

  @Test
  void aFailuresShapeIsWhatTheWorkflowReads() throws IOException {
    assertThat(handled(Map.of("a", "b")))
        .isEqualTo(
            """
            {"outcome":"FAILED",\
            "what":"The template of service orders is not in the repository at this commit.",\
            "where":"orders/template.yaml"}""");
  }

  private String handled(Map<String, String> files) throws IOException {
    var out = new ByteArrayOutputStream();
    var in = "{\"project\":\"shop\",\"build\":1}".getBytes(StandardCharsets.UTF_8);
    new PackageHandler(with(files))
        .handleRequest(new ByteArrayInputStream(in), out, new LambdaContext());
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void anUnknownBuildIsAnError() {
    assertThatThrownBy(() -> with(FILES).run(SHOP, 7)).isInstanceOf(IllegalArgumentException.class);
  }
}
