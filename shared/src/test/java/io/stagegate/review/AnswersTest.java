package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages, several change sets, nested ones, both kinds of answers, states. */
class AnswersTest {
  private static final String PLAIN =
      "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'T','Replacement':'False','PolicyAction':'ReplaceAndRetain',"
          + "'Details':[{'Evaluation':'Static','ChangeSource':'DirectModification','Target':{'Attribute':'Properties','Name':'N','RequiresRecreation':'Never'}}]}";
  private static final String VALUED =
      "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'T','Replacement':'True','PolicyAction':'ReplaceAndDelete','BeforeContext':'{}',"
          + "'Details':[{'Evaluation':'Dynamic','ChangeSource':'DirectModification','Target':{'Attribute':'Properties','Name':'N','Path':'/Properties/N','BeforeValue':'1','AfterValue':'2','RequiresRecreation':'Always'}}]}";

  private static Review of(String... answers) {
    return Reviews.of(answers);
  }

  @Test
  void bothAnswersOfOneChangeSetBecomeOne() {
    String plain =
        Reviews.answer(PLAIN, "{'Action':'Modify','LogicalResourceId':'B','ResourceType':'T'}");
    String valued =
        Reviews.answer(
            VALUED,
            "{'Action':'Add','LogicalResourceId':'C','ResourceType':'T','AfterContext':'{}'}");
    Review review = of(plain, valued);
    assertThat(review).isEqualTo(of(valued, plain));
    assertThat(review.changes()).hasSize(3);
    Change change = review.changes().getFirst();
    assertThat(change.replacement()).isEqualTo(Replacement.WILL);
    assertThat(change.policyAction()).isEqualTo("ReplaceAndDelete");
    assertThat(change.properties())
        .singleElement()
        .satisfies(
            property -> {
              assertThat(property.before()).isEqualTo("1");
              assertThat(property.after()).isEqualTo("2");
              assertThat(property.causes()).hasSize(2);
            });
    assertThat(review.risks())
        .extracting(Risk::why)
        .containsExactly(
            "Only CloudFormation's answer with property values has shop/C",
            "Only CloudFormation's answer with property values tells of N (Dynamic,"
                + " DirectModification) of shop/A",
            "Only CloudFormation's answer without property values has shop/B",
            "Only CloudFormation's answer without property values tells of N (Static,"
                + " DirectModification) of shop/A");
  }

  @Test
  void aMissingLastPageIsSaid() {
    String page = Reviews.answer(PLAIN).replace("'Status'", "'NextToken':'t','Status'");
    assertThat(of(page).risks())
        .singleElement()
        .satisfies(risk -> assertThat(risk.level()).isEqualTo(RiskLevel.HIGH))
        .satisfies(risk -> assertThat(risk.why()).contains("The last page of release is missing"));
    assertThat(of(page, Reviews.answer("{'Action':'Add','LogicalResourceId':'Z'}")).risks())
        .isEmpty();
    assertThat(of("{'Changes':[],'NextToken':'x'}").risks().getFirst().why())
        .contains("of the change set is missing");
  }

  @Test
  void theLastPageOfEachKindOfAnswerIsMissed() {
    String plain = Reviews.answer(PLAIN);
    String valued = Reviews.answer(VALUED);
    String nested =
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'N','ResourceType':'AWS::CloudFormation::Stack'}");
    assertThat(missing(next(plain), valued)).isTrue();
    assertThat(missing(next(valued), plain)).isTrue();
    assertThat(missing(next(nested))).isTrue();
    assertThat(missing(next(valued), nested, plain)).as("either's last").isFalse();
    assertThat(missing(next(nested), valued)).isFalse();
    assertThat(missing(next(valued), valued.replace("'A'", "'B'"), plain)).isFalse();
  }

  private static String next(String answer) {
    return answer.replace("'Status'", "'NextToken':'t','Status'");
  }

  private static boolean missing(String... answers) {
    return of(answers).risks().stream().anyMatch(risk -> risk.why().contains("The last page of"));
  }

  @Test
  void nestedChangeSetsBelongToTheirRoot() {
    String root =
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'Inner','ResourceType':'AWS::CloudFormation::Stack','ChangeSetId':'cs-2','Replacement':'False'}");
    String child =
        "{'ChangeSetId':'cs-2','ChangeSetName':'n','StackName':'inner','ParentChangeSetId':'cs-1','RootChangeSetId':'cs-1',"
            + "'Status':'CREATE_COMPLETE','ExecutionStatus':'UNAVAILABLE','StatusReason':'Executable from root change set',"
            + "'Changes':[{'Type':'Resource','ResourceChange':{'Action':'Remove','LogicalResourceId':'T','ResourceType':'AWS::DynamoDB::Table','PolicyAction':'Delete'}}]}";
    Review review = of(child, root);
    assertThat(review.executable()).isTrue();
    assertThat(review.changeSet().id()).isEqualTo("cs-1");
    assertThat(review.summary().stacks()).isEqualTo(2);
    assertThat(review.summary().remove()).isEqualTo(1);
    assertThat(review.risks()).isEmpty();
    assertThat(review.headline())
        .isEqualTo("2 changes to 2 stacks: 1 table will be removed and its data lost");
    assertThat(of(root).risks().getFirst().why())
        .contains("change set of the nested stack Inner is not given");
    assertThat(of(child).risks().getFirst().why()).contains("inner is nested in is not given");
    assertThat(of(child).executable()).isFalse();
    assertThat(Status.sentence(of(child))).contains("nested in");
  }

  @Test
  void severalChangeSetsAreExecutableTogether() {
    String other = Reviews.answer(PLAIN).replace("cs-1", "cs-9").replace("shop", "other");
    String none =
        "{'ChangeSetId':'cs-3','StackName':'third','Status':'FAILED','ExecutionStatus':'UNAVAILABLE',"
            + "'StatusReason':'The submitted information didn\\u0027t contain changes.','Changes':[]}";
    assertThat(of(Reviews.answer(PLAIN), other, none).executable()).isTrue();
    assertThat(of(Reviews.answer(PLAIN), other, none).changeSets()).hasSize(3);
    assertThat(of(none).executable()).isFalse();
    assertThat(Status.sentence(of(none))).isEqualTo("It changes nothing");
    assertThat(Status.sentence(of(Reviews.answer(PLAIN)))).isEmpty();
    assertThat(of(other, Reviews.answer(PLAIN).replace("AVAILABLE", "OBSOLETE")).executable())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          FAILED | UNAVAILABLE | No updates are to be performed. | NO_CHANGES
          FAILED | UNAVAILABLE | User is not authorized to perform: s3:Get | ACCESS_DENIED
          FAILED | UNAVAILABLE | AccessDenied. Role cannot | ACCESS_DENIED
          FAILED | UNAVAILABLE | Access denied for x | ACCESS_DENIED
          FAILED | UNAVAILABLE | UnauthorizedOperation | ACCESS_DENIED
          FAILED | UNAVAILABLE | Template error: unresolved condition | TEMPLATE_ERROR
          FAILED | UNAVAILABLE | Template format error: x | TEMPLATE_ERROR
          FAILED | UNAVAILABLE | Transform AWS::Serverless failed | TEMPLATE_ERROR
          FAILED | UNAVAILABLE | Unresolved resource dependencies [A] | TEMPLATE_ERROR
          FAILED | UNAVAILABLE | Validation failed for resource A | VALIDATION_ERROR
          FAILED | UNAVAILABLE | Invalid value | VALIDATION_ERROR
          FAILED | UNAVAILABLE | Parameter 'Value' must be a number. | VALIDATION_ERROR
          FAILED | UNAVAILABLE | Something else | OTHER
          CREATE_COMPLETE | OBSOLETE | `` | OBSOLETE
          CREATE_COMPLETE | UNAVAILABLE | it is obsolete | OBSOLETE
          CREATE_IN_PROGRESS | UNAVAILABLE | `` | NONE
          CREATE_COMPLETE | UNAVAILABLE | [WARN] a | WARNING
          """)
  void tellsReasonsApart(String status, String execution, String reason, StatusReason expected) {
    String answer =
        "{'ChangeSetName':'a','Status':'"
            + status
            + "','ExecutionStatus':'"
            + execution
            + "','Changes':[]}";
    JsonNode json = Reviews.json(answer);
    ((com.fasterxml.jackson.databind.node.ObjectNode) json).put("StatusReason", reason);
    Review review = Reviews.of(json);
    assertThat(StatusReason.of(review.changeSet())).isEqualTo(expected);
    assertThat(review.executable()).isFalse();
    assertThat(Status.sentence(review)).isNotEmpty();
    assertThat(Reviews.everywhere(review)).contains(status);
  }

  @Test
  void whatIsNotToldIsSaidSo() {
    assertThat(Status.sentence(of("{'Changes':[]}"))).contains("status not told");
    Review templatesOnly =
        Reviews.of(
            new ReviewInput(
                List.of(),
                Map.of("", StackTemplates.of(null, Reviews.template("Resources: {A: {Type: T}}"))),
                "",
                Map.of()));
    assertThat(Status.sentence(templatesOnly)).contains("No change set is given");
    assertThat(templatesOnly.summary().add()).isEqualTo(1);
    assertThat(templatesOnly.headline()).isEqualTo("1 change to the stack: 1 added");
  }

  @Test
  void unreadableDocumentsAreRefusedWithAReason() {
    assertThat(reason("[]")).contains("document 1 is no JSON object");
    assertThat(reason("{'a':1}")).contains("has none of Changes");
    assertThat(reason("{'Changes':{}}")).contains("its Changes is no list");
    assertThat(reason("{'Changes':['x']}")).contains("a member of Changes is no object");
    assertThat(new Reviewer().review(ReviewInput.of(List.of())))
        .isInstanceOf(ReviewResult.Unreadable.class);
  }

  private static String reason(String document) {
    return switch (new Reviewer().review(ReviewInput.of(List.of(Reviews.json(document))))) {
      case ReviewResult.Reviewed reviewed -> throw new AssertionError(reviewed.toString());
      case ReviewResult.Unreadable unreadable -> unreadable.reason();
    };
  }

  @Test
  void unknownWordsAndMembersAreShownAndRaiseTheRisk() {
    Review review =
        of(
            "{'ChangeSetName':'x','Status':'NEW_STATUS','ExecutionStatus':'NEW_EXECUTION','StackDriftStatus':'DRIFTED',"
                + "'Changes':[{'Type':'Module','HookInvocationCount':2},"
                + "{'Type':'Resource','ResourceChange':{'Action':'Shuffle','LogicalResourceId':'A','Scope':['Colors'],'NewMember':1,"
                + "'Details':[{'Evaluation':'Guess','New':1,'Target':{'Attribute':'Colors','RequiresRecreation':'Rarely','AttributeChangeType':'Paint','Odd':1,'Drift':{'ActualValue':'x'},'Path':'/Properties/P'}}]}},"
                + "{'Type':'Resource','HookInvocationCount':1,'ResourceChange':{'Action':'Dynamic','LogicalResourceId':'B','ResourceDriftStatus':'MODIFIED'}},"
                + "{'Type':'Resource','ResourceChange':{'Action':'Import','LogicalResourceId':'C','ResourceDriftStatus':'IN_SYNC'}},"
                + "{'Type':'Resource','ResourceChange':{'Action':'SyncWithActual','LogicalResourceId':'D'}},"
                + "{'ResourceChange':{'LogicalResourceId':'E','Replacement':{},'PolicyAction':null}}],"
                + "'Hooks':[{'TypeName':'My::Hook','FailureMode':'FAIL','TargetDetails':{'ResourceTargetDetails':{'LogicalResourceId':'A'}}},{'FailureMode':'WARN'}]}");
    assertThat(review.risk()).isEqualTo(RiskLevel.HIGH);
    assertThat(review.changes()).hasSize(6);
    assertThat(Reviews.everywhere(review))
        .contains("NEW_STATUS", "NEW_EXECUTION", "Action Shuffle", "Scope Colors", "NewMember")
        .contains("Evaluation Guess", "RequiresRecreation Rarely", "AttributeChangeType Paint")
        .contains("Type Module", "Odd", "CloudFormation names no action", "My::Hook")
        .contains("2 hooks check it", "A hook checks it", "It was modified outside")
        .contains("/Properties/P was changed outside", "DRIFTED", "Replacement {}");
    assertThat(review.summary().imported()).isEqualTo(1);
    assertThat(review.summary().dynamic()).isEqualTo(1);
    assertThat(review.summary().sync()).isEqualTo(1);
  }

  @Test
  void readsEveryKindOfValue() {
    Review review =
        of(
            Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'T','Details':["
                    + target(
                        "A",
                        "'AttributeChangeType':'Add','AfterValue':'{{changeSet:KNOWN_AFTER_APPLY}}'")
                    + ","
                    + target("B", "'AttributeChangeType':'Remove','BeforeValue':'x'")
                    + ","
                    + target(
                        "C",
                        "'AttributeChangeType':'SyncWithActual','BeforeValue':'a','AfterValue':'pre-{{changeSet:KNOWN_AFTER_APPLY}}'")
                    + ","
                    + target("D", "'AfterValue':'(Truncated-Signature):abc','BeforeValue':''")
                    + ","
                    + target("E", "'AttributeChangeType':'Modify','AfterValue':'odd'")
                    + "]}"));
    assertThat(review.changes().getFirst().properties())
        .extracting(
            p ->
                p.name()
                    + " "
                    + p.change()
                    + " "
                    + Values.before(p)
                    + " "
                    + Values.after(p)
                    + " "
                    + p.known())
        .containsExactly(
            "A ADD (none) (known after deployment) false",
            "B REMOVE x (none) true",
            "C MODIFY a pre-(known after deployment) false",
            "D MODIFY (empty) (known after deployment) false",
            "E MODIFY (not told) odd true");
  }

  private static String target(String name, String members) {
    return "{'Evaluation':'Static','Target':{'Attribute':'Properties','Name':'"
        + name
        + "',"
        + members
        + "}}";
  }

  @Test
  void contextsGiveWhatTargetsDoNot() {
    JsonNode json =
        Reviews.json(
            Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'A','ResourceType':'T','Details':["
                    + "{'Target':{'Attribute':'Properties','Name':'N'}},{'Target':{'Attribute':'Metadata','Name':''}}]}"));
    var change =
        (com.fasterxml.jackson.databind.node.ObjectNode) json.at("/Changes/0/ResourceChange");
    change.put("BeforeContext", "{\"Properties\":{\"N\":\"1\"}}");
    change.put("AfterContext", "{{changeSet:KNOWN_AFTER_APPLY}}");
    assertThat(Reviews.of(json).changes().getFirst().properties())
        .extracting(p -> p.label() + " " + p.before() + " " + p.after() + " " + p.known())
        .containsExactly("N 1 null false", "Metadata null null false");
    change.set("AfterContext", Reviews.json("{'Properties':{'N':2}}"));
    assertThat(Reviews.of(json).changes().getFirst().properties().getFirst().after())
        .isEqualTo("2");
    change.put("AfterContext", "{not json");
    assertThat(Reviews.of(json).changes()).hasSize(1);
  }
}
