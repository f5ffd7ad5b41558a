package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word that CloudFormation has for a state, and those it may have one day. */
class StatusTest {
  private static final List<String> STATUSES =
      List.of(
          "CREATE_PENDING",
          "CREATE_IN_PROGRESS",
          "CREATE_COMPLETE",
          "DELETE_PENDING",
          "DELETE_IN_PROGRESS",
          "DELETE_COMPLETE",
          "DELETE_FAILED",
          "FAILED");
  private static final List<String> EXECUTION_STATUSES =
      List.of(
          "UNAVAILABLE",
          "AVAILABLE",
          "EXECUTE_IN_PROGRESS",
          "EXECUTE_COMPLETE",
          "EXECUTE_FAILED",
          "OBSOLETE");

  private static Review of(String status, String execution) {
    return Reviews.of(
        "{'ChangeSetName':'x','Status':'%s','ExecutionStatus':'%s','Changes':[]}"
            .formatted(status, execution));
  }

  @Test
  void oneAloneOfAllStatesCanBeExecutedAndEachOtherSaysWhyNot() {
    for (String status : STATUSES) {
      for (String execution : EXECUTION_STATUSES) {
        Review review = of(status, execution);
        boolean executable = status.equals("CREATE_COMPLETE") && execution.equals("AVAILABLE");
        assertThat(review.executable()).as(status + " " + execution).isEqualTo(executable);
        assertThat(Status.sentence(review).isEmpty()).isEqualTo(executable);
        assertThat(review.risk()).as("known words").isEqualTo(RiskLevel.NONE);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"SLEEPING, AVAILABLE", "CREATE_COMPLETE, SLEEPING", "SLEEPING, SLEEPING"})
  void aStateOfTheFutureIsShownRaisesTheRiskAndIsNotExecutable(String status, String execution) {
    Review review = of(status, execution);
    assertThat(review.executable()).isFalse();
    assertThat(review.risk()).isEqualTo(RiskLevel.MEDIUM);
    assertThat(Reviews.everywhere(review)).contains("not known here: SLEEPING");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          The submitted information didn't contain changes. Submit different information | It changes nothing
          User: arn:aws:iam::1:user/x is not authorized to perform: lambda:GetFunction | Access was denied while it was made
          Template error: instance of Fn::GetAtt references undefined resource A | The template has an error
          Validation failed for resource A with message B | CloudFormation refused it
          Nobody has seen this sentence before | It can't be executed now (status FAILED
          """)
  void aReasonIsToldApartAndGiven(String reason, String sentence) {
    JsonNode answer =
        Reviews.json(
            "{'ChangeSetName':'x','Status':'FAILED','ExecutionStatus':'UNAVAILABLE','Changes':[]}");
    ((ObjectNode) answer).put("StatusReason", reason);
    assertThat(Status.sentence(Reviews.of(answer))).startsWith(sentence);
  }

  /** Each word of an answer becomes one that nobody knows: none may throw, vanish or calm down. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/Changes/0/Type",
        "/Changes/0/ResourceChange/Action",
        "/Changes/0/ResourceChange/Replacement",
        "/Changes/0/ResourceChange/PolicyAction",
        "/Changes/0/ResourceChange/ResourceDriftStatus",
        "/Changes/0/ResourceChange/Scope/0",
        "/Changes/0/ResourceChange/Details/0/Evaluation",
        "/Changes/0/ResourceChange/Details/0/ChangeSource",
        "/Changes/0/ResourceChange/Details/0/Target/Attribute",
        "/Changes/0/ResourceChange/Details/0/Target/RequiresRecreation",
        "/Changes/0/ResourceChange/Details/0/Target/AttributeChangeType"
      })
  void aWordOfTheFutureIsShownAndRaisesTheRisk(String pointer) {
    JsonNode answer = answer();
    int cut = pointer.lastIndexOf('/');
    JsonNode holder = answer.at(pointer.substring(0, cut));
    String member = pointer.substring(cut + 1);
    if (holder instanceof ArrayNode array) {
      array.set(Integer.parseInt(member), "Futuristic");
    } else {
      ((ObjectNode) holder).put(member, "Futuristic");
    }
    assertRaised(Reviews.of(answer), "Futuristic");
  }

  @Test
  void aMemberOfTheFutureIsShownAndRaisesTheRisk() {
    List<String> places = List.of("", "/Details/0", "/Details/0/Target");
    for (String place : places) {
      JsonNode answer = answer();
      ((ObjectNode) answer.at("/Changes/0/ResourceChange" + place)).put("Newcomer", "x");
      assertRaised(Reviews.of(answer), "Newcomer");
    }
  }

  private static void assertRaised(Review review, String word) {
    assertThat(review.changes()).hasSize(1);
    assertThat(review.risk()).isGreaterThan(Reviews.of(answer()).risk());
    assertThat(Reviews.everywhere(review)).contains(word);
    List<Risk> unknown = new ArrayList<>(review.changes().getFirst().risks());
    unknown.removeIf(risk -> risk.kind() != RiskKind.UNKNOWN);
    assertThat(unknown).isNotEmpty();
  }

  private static JsonNode answer() {
    return Reviews.json(
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'T::T::T','Replacement':'False',"
                + "'PolicyAction':'Retain','ResourceDriftStatus':'IN_SYNC','Scope':['Properties'],"
                + "'Details':[{'Evaluation':'Static','ChangeSource':'DirectModification','Target':{"
                + "'Attribute':'Properties','Name':'N','RequiresRecreation':'Never','AttributeChangeType':'Modify'}}]}"));
  }

  @ParameterizedTest
  @CsvSource({
    "Delete, HIGH, true",
    "Retain, LOW, true",
    "Snapshot, MEDIUM, true",
    "'', HIGH, false"
  })
  void whatGoesIsJudgedByItsPolicy(String policy, RiskLevel level, boolean certain) {
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Remove','LogicalResourceId':'A','ResourceType':'AWS::RDS::DBInstance'"
                    + (policy.isEmpty() ? "" : ",'PolicyAction':'" + policy + "'")
                    + "}"));
    assertThat(review.changes().getFirst().risks())
        .filteredOn(risk -> risk.kind() == RiskKind.DATA_LOSS || risk.kind() == RiskKind.REMOVAL)
        .first()
        .satisfies(risk -> assertThat(risk.level()).isEqualTo(level))
        .satisfies(risk -> assertThat(risk.certain()).isEqualTo(certain));
  }

  @ParameterizedTest
  @CsvSource({
    "ReplaceAndDelete, HIGH, true",
    "ReplaceAndRetain, MEDIUM, true",
    "ReplaceAndSnapshot, MEDIUM, true",
    "'', HIGH, false"
  })
  void whatIsReplacedIsJudgedByItsPolicy(String policy, RiskLevel level, boolean certain) {
    Review review =
        Reviews.of(
            Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'AWS::RDS::DBInstance','Replacement':'True'"
                    + (policy.isEmpty() ? "" : ",'PolicyAction':'" + policy + "'")
                    + ",'Details':[{'Evaluation':'Static','ChangeSource':'DirectModification','Target':{'Attribute':'Properties','Name':'Engine','RequiresRecreation':'Always'}}]}"));
    assertThat(review.changes().getFirst().risks())
        .filteredOn(
            risk -> risk.kind() == RiskKind.DATA_LOSS || risk.kind() == RiskKind.REPLACEMENT)
        .first()
        .satisfies(risk -> assertThat(risk.level()).isEqualTo(level))
        .satisfies(risk -> assertThat(risk.certain()).isEqualTo(certain));
  }
}
