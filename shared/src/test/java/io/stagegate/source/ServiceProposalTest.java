package io.stagegate.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.model.RepositoryName;
import io.stagegate.model.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProposalTest {
  private static final RepositoryName SHOP = new RepositoryName("acme", "Web_Shop");

  private static List<Service> of(String... paths) {
    return ServiceProposal.of(SHOP, List.of(paths));
  }

  @ParameterizedTest
  @CsvSource({
    "template.yaml, web-shop",
    "template.json, web-shop",
    "cloudformation.yml, web-shop",
    "orders/template.yml, orders",
    "services/Order Book/template.yaml, order-book",
    "services/1st/template.yaml, st",
    "services/42/template.yaml, service",
    "vpc.template, vpc",
    "stacks/vpc.template.json, vpc",
    "stacks/data.base.template.yaml, data-base"
  })
  void names(String path, String name) {
    assertThat(of(path)).containsExactly(new Service(name, path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "template.txt",
        "Template.yaml.bak",
        "mytemplate.yaml",
        ".template",
        "node_modules/x/template.yaml",
        "a/node_modules/x/template.yaml",
        ".git/template.yaml",
        ".aws-sam/build/template.yaml",
        "cdk.out/app.template.json",
        "test/fixtures/template.yaml",
        "src/Tests/template.yaml",
        "a\\template.yaml"
      })
  void passesOver(String path) {
    assertThat(of(path)).isEmpty();
  }

  @Test
  void theSameFolderNameTwiceGetsTheOneAboveIt() {
    assertThat(of("a/api/template.yaml", "b/api/template.yaml", "api/template.yaml"))
        .extracting(Service::name)
        .containsExactly("api", "a-api", "b-api");
  }

  @Test
  void twoTemplatesOfOneFolderAreTwoServices() {
    assertThat(of("template.json", "template.yaml", "cloudformation.yaml"))
        .extracting(Service::name)
        .containsExactly("web-shop", "web-shop-2", "web-shop-3");
  }

  @Test
  void manyAreCutAtFifty() {
    var paths = IntStream.range(0, 200).mapToObj(i -> "s%03d/template.yaml".formatted(i)).toList();

    assertThat(ServiceProposal.of(SHOP, paths)).hasSize(50);
  }

  @Test
  void theOrderOfTheListingDoesNotMatter() {
    var paths = new ArrayList<String>();
    for (var folder :
        List.of("", "a/", "b/", "a/x/", "b/x/", "c/x/y/", "very/" + "long".repeat(20))) {
      paths.add(folder + (folder.isEmpty() || folder.endsWith("/") ? "" : "/") + "template.yaml");
    }
    var expected = ServiceProposal.of(SHOP, paths);

    assertThat(expected).hasSize(7).extracting(Service::name).doesNotHaveDuplicates();
    for (int seed = 0; seed < 50; seed++) {
      Collections.shuffle(paths, new Random(seed));
      assertThat(ServiceProposal.of(SHOP, paths)).isEqualTo(expected);
    }
  }
}
