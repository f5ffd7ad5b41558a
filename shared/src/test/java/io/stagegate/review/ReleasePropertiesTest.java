package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for every release, nested stacks and both kinds of answers mixed. */
class ReleasePropertiesTest {
  private static Review of(List<JsonNode> documents) {
    return Reviews.of(documents.toArray(JsonNode[]::new));
  }

  @Property(tries = 300)
  void anyPagingAndAnyOrderGiveTheSame(@ForAll Random random) {
    List<JsonNode> whole = Releases.of(random);
    Review review = of(whole);
    for (int i = 0; i < 3; i++) {
      List<JsonNode> pages = Releases.paged(whole, random);
      Collections.shuffle(pages, random);
      Review paged = of(pages);
      assertThat(paged).isEqualTo(review);
      assertThat(Reviews.everywhere(paged)).isEqualTo(Reviews.everywhere(review));
    }
  }

  @Property(tries = 200)
  void noChangeIsLostAndNoneCountedTwice(@ForAll Random random) {
    List<JsonNode> whole = Releases.of(random);
    Set<String> rows =
        whole.stream()
            .flatMap(
                answer ->
                    Json.list(answer.path("Changes")).stream()
                        .map(entry -> answer.path("ChangeSetId") + RowMerge.key(entry)))
            .collect(Collectors.toSet());
    assertThat(of(Releases.paged(whole, random)).changes()).hasSameSizeAs(rows);
  }

  @Property(tries = 300)
  void aMissingPageIsNoticed(@ForAll Random random) {
    List<JsonNode> whole = Releases.of(random);
    List<JsonNode> pages = Releases.paged(whole, random);
    pages.removeIf(page -> !page.has("NextToken"));
    if (!pages.isEmpty()) {
      assertThat(of(pages).risks())
          .anyMatch(risk -> risk.kind() == RiskKind.INCOMPLETE && risk.level() == RiskLevel.HIGH);
    }
  }

  @Property(tries = 500)
  void anyChangeToWhatIsAppliedChangesTheDigest(@ForAll Random random) {
    List<JsonNode> whole = Releases.of(random);
    List<JsonNode> other =
        new ArrayList<>(whole.stream().map(JsonNode::<JsonNode>deepCopy).toList());
    List<Runnable> edits = new ArrayList<>();
    for (JsonNode answer : other) {
      edits(answer.path("Changes"), edits);
      ObjectNode object = (ObjectNode) answer;
      edits.add(() -> object.withArray("/Changes").addObject().put("Type", "Resource"));
      edits.add(() -> object.withArray("/Parameters").addObject().put("ParameterKey", "P"));
      edits.add(() -> object.withArray("/Capabilities").add("CAPABILITY_IAM"));
      edits.add(() -> object.withArray("/Tags").addObject().put("Key", "k").put("Value", "v"));
      edits.add(() -> object.put("StackName", "another"));
      edits.add(() -> object.put("OnStackFailure", "DELETE"));
    }
    edits.get(random.nextInt(edits.size())).run();
    assertThat(of(other).digest()).isNotEqualTo(of(whole).digest());
  }

  @Property(tries = 100)
  void whatOnlyWaitsDoesNotChangeTheDigest(@ForAll Random random) {
    List<JsonNode> whole = Releases.of(random);
    List<JsonNode> later = whole.stream().map(JsonNode::<JsonNode>deepCopy).toList();
    for (JsonNode answer : later) {
      ((ObjectNode) answer).put("ExecutionStatus", "OBSOLETE").put("StatusReason", "x");
    }
    assertThat(of(later).digest()).isEqualTo(of(whole).digest());
  }

  /** Everything that could be otherwise in a tree, each as one edit. */
  private static void edits(JsonNode node, List<Runnable> edits) {
    if (node instanceof ObjectNode object) {
      object
          .fieldNames()
          .forEachRemaining(
              name -> {
                if (name.equals("ChangeSetId")) {
                  return; // What it is called does not matter.
                }
                edits.add(() -> object.remove(name));
                if (object.get(name).isValueNode()) {
                  edits.add(() -> object.put(name, object.get(name).asText() + "'"));
                }
              });
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int at = i;
        if (!array.get(i).isContainerNode()) {
          edits.add(() -> array.set(at, TextNode.valueOf(array.get(at).asText() + "'")));
        }
      }
    }
    node.forEach(each -> edits(each, edits));
  }
}
