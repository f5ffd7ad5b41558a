package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sentence over a review is right in number and order for every mix. */
class HeadlineTest {
  /** Changes as {@code ACTION TYPE [more members]}, several of them with a number before. */
  private static String headline(String changes) {
    List<String> rows = new ArrayList<>();
    for (String each : changes.split(";")) {
      String[] words = each.strip().split(" ", 4);
      for (int i = 0; i < Integer.parseInt(words[0]); i++) {
        rows.add(
            "{'Action':'"
                + words[1]
                + "','LogicalResourceId':'R"
                + rows.size()
                + "','ResourceType':'"
                + words[2]
                + "'"
                + (words.length > 3 ? "," + words[3] : "")
                + "}");
      }
    }
    return Reviews.of(Reviews.answer(rows.toArray(String[]::new))).headline();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 Add T | 1 change to shop: 1 added
          2 Add T | 2 changes to shop: 2 added
          1 Remove T; 2 Add T; 1 Import T | 4 changes to shop: 2 added, 1 removed, 1 imported
          1 Modify T 'Replacement':'True' | 1 change to shop: 1 modified (will be replaced)
          1 Modify T 'Replacement':'Conditional' | 1 change to shop: 1 modified (may be replaced)
          2 Modify T 'Replacement':'True'; 1 Modify T 'Replacement':'Conditional'; 1 Modify T | 4 changes to shop: 4 modified (2 will be replaced, 1 may be replaced)
          1 Dynamic T; 1 SyncWithActual T | 2 changes to shop: 1 decided while deploying, 1 brought in line
          1 Remove AWS::DynamoDB::Table 'PolicyAction':'Delete' | 1 change to shop: 1 table will be removed and its data lost
          2 Remove AWS::DynamoDB::Table 'PolicyAction':'Delete' | 2 changes to shop: 2 tables will be removed and their data lost
          2 Remove AWS::ECR::Repository | 2 changes to shop: 2 image repositories will be removed, their data may be lost
          2 Remove AWS::KMS::Key 'PolicyAction':'Delete' | 2 changes to shop: 2 keys will be removed and their data lost
          1 Modify AWS::S3::Bucket 'Replacement':'Conditional' | 1 change to shop: 1 bucket may be replaced and its data lost
          1 Remove AWS::CloudFormation::Stack 'PolicyAction':'Delete' | 1 change to shop: 1 nested stack will be removed, its data may be lost
          1 Shuffle T | 1 change to shop: 1 change is not known here
          2 Shuffle T | 2 changes to shop: 2 changes are not known here
          1 Remove AWS::ApiGatewayV2::Api; 1 Add T | 2 changes to shop: 1 resource may stop answering
          1 Remove AWS::ApiGatewayV2::Api; 1 Remove AWS::SQS::Queue 'PolicyAction':'Delete' | 2 changes to shop: 1 queue will be removed and its data lost; 1 resource may stop answering
          1 Remove AWS::DynamoDB::Table; 1 Remove AWS::S3::Bucket; 2 Remove AWS::KMS::Key; 1 Shuffle T | 5 changes to shop: 1 table will be removed, its data may be lost; 1 bucket will be removed, its data may be lost; 3 more changes of high risk
          1 Remove AWS::DynamoDB::Table; 1 Remove AWS::S3::Bucket; 1 Shuffle T | 3 changes to shop: 1 table will be removed, its data may be lost; 1 bucket will be removed, its data may be lost; 1 more change of high risk
          """)
  void countsTheWorst(String changes, String headline) {
    assertThat(headline(changes)).isEqualTo(headline);
  }

  @Test
  void countsWhatOpensAndWeakens() {
    String answer =
        Reviews.answer("{'Action':'Modify','LogicalResourceId':'R','ResourceType':'%s'}");
    assertThat(of(answer, "AWS::Lambda::Url", "{AuthType: AWS_IAM}", "{AuthType: NONE}"))
        .endsWith(": 1 resource opens to more callers");
    assertThat(of(answer, "AWS::RDS::DBInstance", "{StorageEncrypted: true}", "{}"))
        .endsWith(": 1 resource loses encryption");
    assertThat(
            of(
                answer,
                "AWS::RDS::DBInstance",
                "{BackupRetentionPeriod: 7}",
                "{BackupRetentionPeriod: 0}"))
        .endsWith(": 1 resource loses its protection");
    assertThat(of(answer, "AWS::IAM::Role", "{PermissionsBoundary: b}", "{}"))
        .endsWith(": 1 change widens permissions");
  }

  private static String of(String answer, String type, String before, String after) {
    String template = "Resources: {R: {Type: '" + type + "', Properties: %s}}";
    return Reviews.of(
            answer.replace("%s", type),
            StackTemplates.of(
                Reviews.template(template.formatted(before)),
                Reviews.template(template.formatted(after))))
        .headline();
  }

  @Test
  void whatIsNotWholeIsSaidFirst() {
    String page =
        Reviews.answer("{'Action':'Add','LogicalResourceId':'R','ResourceType':'T'}")
            .replace("'Status'", "'NextToken':'t','Status'");
    assertThat(Reviews.of(page).headline()).isEqualTo("At least 1 change to shop: 1 added");
  }

  @Test
  void nothingIsNothing() {
    assertThat(Headline.of("x", List.of(), List.of())).isEqualTo("Nothing to change in x");
    assertThat(Words.plural("day") + Words.plural("city") + Words.plural("topic"))
        .isEqualTo("dayscitiestopics");
  }
}
