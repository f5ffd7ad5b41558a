package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.stagegate.template.Template;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No secret is shown, and what only looks like one stays readable. */
class MaskingTest {
  private static final String SECRET = "sup3rs3cret";

  @ParameterizedTest
  @CsvSource({
    "Password,true",
    "MasterUserPassword,true",
    "DB_PASSWORD,true",
    "dbpassword,true",
    "AuthToken,true",
    "ClientSecret,true",
    "SecretString,true",
    "ApiKey,true",
    "STRIPE_KEY,true",
    "apikey,true",
    "PrivateKey,true",
    "SecretArn,false",
    "PasswordLength,false",
    "TokenValidityUnits,false",
    "KmsKeyId,false",
    "KMSMasterKeyID,false",
    "KmsKey,false",
    "KeySchema,false",
    "S3Key,false",
    "PartitionKey,false",
    "PublicKey,false",
    "Key,false",
    "keys,false",
    "TableName,false",
    "_,false"
  })
  void tellsSecretsByTheirNames(String name, boolean sensitive) {
    assertThat(SecretNames.sensitive(name)).isEqualTo(sensitive);
  }

  private static Review modify(String type, String id, String target, String before, String after) {
    return Reviews.of(
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'"
                + id
                + "','ResourceType':'"
                + type
                + "','Replacement':'False',"
                + (before.isEmpty()
                    ? ""
                    : "'BeforeContext':'"
                        + before.replace("'", "\\'")
                        + "','AfterContext':'"
                        + after.replace("'", "\\'")
                        + "',")
                + "'Details':[{'Evaluation':'Static','ChangeSource':'DirectModification','Target':{"
                + "'Attribute':'Properties','RequiresRecreation':'Never',"
                + target
                + "}}]}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::X::Y | 'Name':'Password','Path':'/Properties/Password','AfterValue':'%s'
          AWS::X::Y | 'Name':'Environment','Path':'/Properties/Environment/Variables/DB_PASSWORD','AfterValue':'%s'
          AWS::X::Y | 'Name':'Environment','Path':'/Properties/Environment/0/Value','AfterValue':'%s'
          AWS::X::Y | 'Name':'Environment','AfterValue':'{\\'Variables\\':{\\'API_KEY\\':\\'%s\\'}}'
          AWS::X::Y | 'Name':'Env','AfterValue':'[{\\'Name\\':\\'DB_PASSWORD\\',\\'Value\\':\\'%s\\'}]'
          AWS::X::Y | 'Name':'Tokens','AfterValue':'[\\'%s\\']'
          AWS::X::Y | 'Name':'Password','AfterValue':'{\\'a\\':{\\'b\\':\\'%s\\'}}'
          AWS::X::Y | 'Name':'UserData','AfterValue':'export DB_PASSWORD=%s\\n'
          AWS::X::Y | 'Name':'UserData','AfterValue':'password: \\'%s\\''
          AWS::X::Y | 'Name':'Url','AfterValue':'postgres://user:%s@host/db'
          AWS::X::Y | 'Name':'Body','AfterValue':'{\\'inner\\':\\'{}{\\'}'
          AWS::SSM::Parameter | 'Name':'Value','AfterValue':'%s'
          AWS::X::Y | 'Name':'V','AfterValue':'-----BEGIN RSA PRIVATE KEY-----%s-----END RSA PRIVATE KEY-----'
          AWS::X::Y | 'Name':'V','AfterValue':'-----BEGIN PRIVATE KEY-----%s'
          """)
  void hidesWhatANameOrAShapeGivesAway(String type, String target) {
    String text = target.replace("\\'", "@@").formatted(SECRET);
    String json = text.replace("'", "\"").replace("@@", "\\\"");
    Review review = modify(type, "DbPassword", json, "", "");
    assertThat(Reviews.everywhere(review)).doesNotContain(SECRET);
    assertThat(review.changes().getFirst().properties()).hasSize(1);
  }

  @Test
  void hidesAnAccessKeyButKeepsItsKind() {
    Review review = modify("T", "X", "'Name':'V','AfterValue':'key AKIAABCDEFGHIJKLMNOP'", "", "");
    assertThat(review.changes().getFirst().properties().getFirst().after())
        .isEqualTo("key AKIA****");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Password | {{resolve:secretsmanager:db:SecretString:password}}
          SecretId | plain
          Token | arn:aws:secretsmanager:eu-west-1:1:secret:x
          GenerateSecret | true
          GenerateSecret | false
          UserData | PASSWORD={{resolve:ssm:x}}
          Name | token
          """)
  void keepsReferencesAndPlainValues(String name, String value) {
    Review review =
        modify("AWS::X::Y", "X", "'Name':'" + name + "','AfterValue':'" + value + "'", "", "");
    String shown = review.changes().getFirst().properties().getFirst().after();
    assertThat(shown)
        .satisfiesAnyOf(
            text -> assertThat(text).isEqualTo(value),
            text -> assertThat(text).startsWith("PASSWORD="));
  }

  @Test
  void aValueIsToldApartByTheNameBesideIt() {
    String tags = "{\"Properties\":{\"Tags\":[{\"Key\":\"%s\",\"Value\":\"x\"}]}}";
    String target =
        "'Name':'Tags','Path':'/Properties/Tags/0/Value','BeforeValue':'x','AfterValue':'plainvalue'";
    assertThat(context(target, tags.formatted("team"))).isEqualTo("plainvalue");
    assertThat(context(target, tags.formatted("api-token"))).isEqualTo("**** (another)");
    assertThat(context(target, "{\"Properties\":{}}")).isEqualTo("plainvalue");
  }

  private static String context(String target, String context) {
    String answer =
        Reviews.answer(
            "{'Action':'Modify','LogicalResourceId':'X','ResourceType':'T','Details':[{'Target':{"
                + "'Attribute':'Properties',"
                + target
                + "}}]}");
    com.fasterxml.jackson.databind.JsonNode json = Reviews.json(answer);
    ((com.fasterxml.jackson.databind.node.ObjectNode) json.at("/Changes/0/ResourceChange"))
        .put("BeforeContext", context)
        .put("AfterContext", context);
    return String.valueOf(Reviews.of(json).changes().getFirst().properties().getFirst().after());
  }

  @Test
  void parametersThatAreNotEchoedAreHiddenWhereverTheyTurnUp() {
    String answer =
        Reviews.answer(
                "{'Action':'Modify','LogicalResourceId':'X','ResourceType':'T','Details':["
                    + "{'ChangeSource':'ParameterReference','CausingEntity':'Hidden','Evaluation':'Static','Target':"
                    + "{'Attribute':'Properties','Name':'A','BeforeValue':'oldvalue1','AfterValue':'"
                    + SECRET
                    + "'}},{'ChangeSource':'ParameterReference','CausingEntity':'Hidden','Target':"
                    + "{'Attribute':'Properties','Name':'C','AfterValue':'{{resolve:ssm:x}}'}},"
                    + "{'Target':{'Attribute':'Properties','Name':'B','AfterValue':'x-"
                    + SECRET
                    + "-y'}}]}")
            .replace(
                "'Status'",
                "'Parameters':[{'ParameterKey':'Hidden','ParameterValue':'****'},"
                    + "{'ParameterKey':'ApiToken','ParameterValue':'tok1'},{'ParameterKey':'x'}],'Status'");
    Template template =
        Reviews.template(
            "Parameters: {Hidden: {Type: String, NoEcho: true, Default: abc}, Open: {Type: String}}\n"
                + "Resources: {X: {Type: T}}");
    Review review =
        Reviews.of(
            answer,
            new StackTemplates(
                template,
                template,
                Map.of("Hidden", SECRET, "Open", "open"),
                Map.of("Hidden", SECRET)));
    assertThat(review.changes().getFirst().properties())
        .extracting(PropertyChange::after)
        .containsExactlyInAnyOrder("**** (another)", "x-****-y", "{{resolve:ssm:x}}");
    assertThat(Reviews.everywhere(review)).doesNotContain(SECRET).doesNotContain("oldvalue1");
  }

  @Test
  void aParameterStoreValueIsHiddenByItsOwnName() {
    String change =
        "{'Action':'Modify','LogicalResourceId':'X','PhysicalResourceId':'/prod/db-password',"
            + "'ResourceType':'AWS::SSM::Parameter','Details':[{'Target':{'Attribute':'Properties',"
            + "'Name':'Value','AfterValue':'abc'}}]}";
    assertThat(
            Reviews.of(Reviews.answer(change)).changes().getFirst().properties().getFirst().after())
        .isEqualTo("****");
  }
}
