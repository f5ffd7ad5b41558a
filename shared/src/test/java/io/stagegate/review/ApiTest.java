package io.stagegate.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be called without authorization. */
class ApiTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          AWS::ApiGateway::Method | {HttpMethod: GET, AuthorizationType: AWS_IAM} | {HttpMethod: GET, AuthorizationType: NONE} | HIGH Anybody can now call the API method GET without authorization
          AWS::ApiGateway::Method | {HttpMethod: OPTIONS, AuthorizationType: AWS_IAM} | {HttpMethod: OPTIONS, AuthorizationType: NONE} | -
          AWS::ApiGateway::Method | - | {HttpMethod: GET} | MEDIUM Anybody can now call the API method GET without authorization
          AWS::ApiGateway::Method | {HttpMethod: GET, AuthorizationType: AWS_IAM} | {HttpMethod: GET, AuthorizationType: !ImportValue a} | MEDIUM? Anybody can now call the API method GET, unless the API asks who calls by default
          AWS::ApiGatewayV2::Route | {AuthorizationType: JWT, RouteKey: GET /} | {RouteKey: GET /} | HIGH Anybody can now call GET / without authorization
          AWS::ApiGatewayV2::Route | - | {RouteKey: GET /} | MEDIUM Anybody can now call GET / without authorization
          AWS::ApiGatewayV2::Route | - | {RouteKey: $connect} | MEDIUM Anybody can now call $connect without authorization
          AWS::ApiGatewayV2::Route | - | {RouteKey: sendmessage} | -
          AWS::ApiGatewayV2::Route | - | {RouteKey: OPTIONS /} | -
          AWS::ApiGatewayV2::Route | {RouteKey: GET /, AuthorizationType: NONE} | {RouteKey: GET /} | -
          AWS::ApiGatewayV2::Route | {RouteKey: GET /} | {AuthorizationType: JWT, RouteKey: GET /} | -
          AWS::ApiGatewayV2::Api | - | {Body: {paths: {/a: {get: {}, parameters: []}, /b: {x-amazon-apigateway-any-method: {security: [{x: []}]}}}}} | MEDIUM Anybody can now call GET /a without authorization
          AWS::ApiGatewayV2::Api | {Body: {paths: {/a: {get: {security: [{x: []}]}}}}} | {Body: {paths: {/a: {get: {}}, /b: {post: {}}}}} | HIGH Anybody can now call GET /a without authorization;; MEDIUM Anybody can now call POST /b without authorization
          AWS::ApiGatewayV2::Api | {Body: {security: [{x: []}], paths: {/a: {get: {}}}}} | {Body: {security: [{x: []}], paths: {/a: {get: {security: []}}}}} | HIGH Anybody can now call GET /a without authorization
          AWS::ApiGateway::RestApi | - | {Body: {paths: {/a: {get: {x-amazon-apigateway-auth: {type: AWS_IAM}}}}}} | -
          AWS::Serverless::Api | - | {DefinitionBody: {paths: {/a: {get: {}}}}} | MEDIUM Anybody can now call GET /a without authorization
          AWS::Serverless::Function | {} | {Events: {E: {Type: Api, Properties: {Path: /a, Method: get}}, S: {Type: SQS}}} | MEDIUM? Anybody can now call GET /a, unless the API asks who calls by default
          AWS::Serverless::Function | - | {Events: {E: {Type: HttpApi}}} | LOW? Anybody can now call ANY /{proxy+}, unless the API asks who calls by default
          AWS::Serverless::Function | {Events: {E: {Type: Api, Properties: {Path: /a, Method: get, Auth: {Authorizer: A}}}}} | {Events: {E: {Type: Api, Properties: {Path: /a, Method: get, Auth: {Authorizer: NONE}}}}} | HIGH Anybody can now call GET /a without authorization
          AWS::Serverless::Function | - | {Events: {E: {Type: Api, Properties: {Path: /a, Method: options}}, F: {Type: Api, Properties: {Path: /b, Method: get, Auth: {ApiKeyRequired: true}}}}} | -
          AWS::Serverless::Function | {Events: {E: {Type: Api, Properties: {Path: /a, Method: get}}}} | {Events: {F: {Type: Api, Properties: {Path: /a, Method: get}}}} | -
          """)
  void isOpen(String type, String before, String after, String expected) {
    assertThat(Risks.words(Risks.of(type, before, after), RiskKind.PUBLIC_ACCESS))
        .containsExactlyInAnyOrderElementsOf(
            Risks.expected(expected).stream().map("PUBLIC_ACCESS "::concat).toList());
  }
}
