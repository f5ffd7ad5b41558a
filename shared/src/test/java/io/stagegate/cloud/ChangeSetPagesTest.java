package io.stagegate.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudformation.model.Change;
import software.amazon.awssdk.services.cloudformation.model.ChangeSetNotFoundException;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetRequest;
import software.amazon.awssdk.services.cloudformation.model.DescribeChangeSetResponse;

/** Every page of a change set and of all nested ones is read, with property values and without. */
class ChangeSetPagesTest {
  private final Answers answers = new Answers();
  private final CloudFormationStacks stacks = new CloudFormationStacks(answers);

  /** CloudFormation, which answers one change a page. */
  private static final class Answers implements CloudFormationClient {
    private final Map<String, List<Change>> changeSets = new HashMap<>();
    private final List<String> asked = new ArrayList<>();

    @Override
    public DescribeChangeSetResponse describeChangeSet(DescribeChangeSetRequest request) {
      String id = request.changeSetName();
      int at = request.nextToken() == null ? 0 : Integer.parseInt(request.nextToken());
      asked.add(id + " " + at + (request.includePropertyValues() ? " values" : " plain"));
      List<Change> changes = changeSets.get(id);
      if (changes == null) {
        throw ChangeSetNotFoundException.builder().message("no " + id).build();
      }
      return DescribeChangeSetResponse.builder()
          .changeSetId(id)
          .changes(changes.subList(at, Math.min(at + 1, changes.size())))
          .nextToken(at + 1 < changes.size() ? String.valueOf(at + 1) : null)
          .build();
    }

    @Override
    public String serviceName() {
      return "cloudformation";
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }

  private static Change change(String id) {
    return Change.builder().resourceChange(c -> c.logicalResourceId(id)).build();
  }

  private static Change nested(String id, String changeSet) {
    return Change.builder()
        .resourceChange(c -> c.logicalResourceId(id).changeSetId(changeSet))
        .build();
  }

  @Test
  void everyPageOfEveryNestedChangeSetIsReadInBothWays() {
    answers.changeSets.put("root", List.of(change("A"), nested("B", "in"), change("C")));
    answers.changeSets.put("in", List.of(nested("D", "deep"), change("E")));
    answers.changeSets.put("deep", List.of(change("F"), change("G")));

    List<JsonNode> documents = stacks.describe("root");

    List<String> pages = List.of("root 0", "root 1", "root 2", "in 0", "in 1", "deep 0", "deep 1");
    List<String> expected = new ArrayList<>();
    pages.forEach(page -> expected.add(page + " values"));
    pages.forEach(page -> expected.add(page + " plain"));
    assertThat(answers.asked).containsExactlyElementsOf(expected);
    assertThat(documents)
        .extracting(page -> page.at("/Changes/0/ResourceChange/LogicalResourceId").asText())
        .containsExactly("A", "B", "C", "D", "E", "F", "G", "A", "B", "C", "D", "E", "F", "G");
  }

  @Test
  void anEmptyChangeSetHasOnePage() {
    answers.changeSets.put("root", List.of());
    assertThat(stacks.describe("root"))
        .hasSize(2)
        .allSatisfy(page -> assertThat(page.path("Changes").isArray()).isTrue());
  }

  @Test
  void aNestedChangeSetThatIsGoneIsAnError() {
    answers.changeSets.put("root", List.of(nested("B", "gone")));
    assertThatThrownBy(() -> stacks.describe("root"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the change set is gone: gone");
  }
}
