package io.stagegate.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stagegate.template.Template;
import io.stagegate.template.TemplateRead;
import io.stagegate.template.TemplateReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Short ways to a review for tests. */
final class Reviews {
  static final JsonMapper MAPPER = JsonMapper.builder().build();

  private Reviews() {}

  static Review of(JsonNode... documents) {
    return of(ReviewInput.of(List.of(documents)));
  }

  static Review of(String... documents) {
    return of(List.of(documents).stream().map(Reviews::json).toArray(JsonNode[]::new));
  }

  static Review of(ReviewInput input) {
    return switch (new Reviewer().review(input)) {
      case ReviewResult.Reviewed reviewed -> reviewed.review();
      case ReviewResult.Unreadable unreadable -> throw new AssertionError(unreadable.reason());
    };
  }

  /** A change set's answer with templates of its stack. */
  static Review of(String document, StackTemplates templates) {
    return of(new ReviewInput(List.of(json(document)), Map.of("", templates), "", Map.of()));
  }

  /** JSON in which single quotes stand for double ones. */
  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text.replace('\'', '"'));
    } catch (JsonProcessingException e) {
      throw new AssertionError(text, e);
    }
  }

  /** An answer that can be executed, with these members of Changes' ResourceChange. */
  static String answer(String... changes) {
    List<String> entries = new ArrayList<>();
    for (String change : changes) {
      entries.add("{'Type':'Resource','ResourceChange':" + change + "}");
    }
    return "{'ChangeSetId':'cs-1','ChangeSetName':'release','StackName':'shop',"
        + "'Status':'CREATE_COMPLETE','ExecutionStatus':'AVAILABLE','Changes':["
        + String.join(",", entries)
        + "]}";
  }

  static Template template(String text) {
    return switch (new TemplateReader().read(text)) {
      case TemplateRead.Parsed parsed -> parsed.template();
      case TemplateRead.Unreadable unreadable -> throw new AssertionError(unreadable.toString());
    };
  }

  /** One page for each change; every page but the last names a next one. */
  static List<JsonNode> pages(JsonNode answer) {
    List<JsonNode> pages = new ArrayList<>();
    int size = answer.path("Changes").size();
    for (int i = 0; i < size; i++) {
      ObjectNode page = answer.deepCopy();
      page.putArray("Changes").add(answer.path("Changes").get(i));
      if (i < size - 1) {
        page.put("NextToken", "page" + (i + 1));
      }
      pages.add(page);
    }
    return size == 0 ? List.of(answer) : pages;
  }

  /** Everything that any form of the review shows. */
  static String everywhere(Review review) {
    return new String(ReviewCodec.encode(review), StandardCharsets.UTF_8)
        + ReviewText.render(review, true)
        + new ReviewMarkdown(1_000_000).render(review)
        + new ReviewHtml().render(review);
  }
}
