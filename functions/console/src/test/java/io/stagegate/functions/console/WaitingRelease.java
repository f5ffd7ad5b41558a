package io.stagegate.functions.console;

import static io.stagegate.release.Samples.DIGEST;
import static io.stagegate.release.Samples.SHOP;

import io.stagegate.model.Contacts;
import io.stagegate.model.Effect;
import io.stagegate.model.Login;
import io.stagegate.model.Notice;
import io.stagegate.model.Release;
import io.stagegate.model.Stakes;
import io.stagegate.notice.Announce;
import io.stagegate.release.AskPeople;
import io.stagegate.release.Samples;
import io.stagegate.review.Change;
import io.stagegate.review.ChangeSetInfo;
import io.stagegate.review.PropertyChange;
import io.stagegate.review.PropertyKind;
import io.stagegate.review.Recreation;
import io.stagegate.review.Replacement;
import io.stagegate.review.Review;
import io.stagegate.review.ReviewCodec;
import io.stagegate.review.RiskLevel;
import io.stagegate.review.Summary;
import io.stagegate.store.Keys;
import io.stagegate.store.NoticeKeys;
import java.util.List;
import java.util.Set;

/** Release 1 of shop, which ada asked for, with a review that people are asked about. */
record WaitingRelease(Console console) {
  void write() {
    Samples.withTwoBuilds(console.store);
    Samples.promoted(console.store, 1, 1);
    console.form("/projects/shop/promotions", "stage=dev&build=2");
    ask();
  }

  /** Writes the review of a release that was asked for, and asks about it. */
  void ask() {
    var now = console.clock.instant();
    var review =
        new Review(
            new ChangeSetInfo(
                "release-1",
                "cs",
                "shop-production-api",
                "CREATE_COMPLETE",
                "AVAILABLE",
                null,
                null),
            List.of(),
            true,
            DIGEST,
            RiskLevel.NONE,
            new Summary(1, 1, 1, 0, 0, 0, 0, 0, 1),
            "1 added, 1 modified, 1 removed; no data is lost.",
            List.of(),
            List.of(
                change("Remove", "OldQueue", "AWS::SQS::Queue", List.of()),
                change(
                    "Modify",
                    "Orders",
                    "AWS::DynamoDB::Table",
                    List.of(
                        new PropertyChange(
                            "Properties",
                            "BillingMode",
                            "/Properties/BillingMode",
                            "PROVISIONED",
                            "PAY_PER_REQUEST",
                            PropertyKind.MODIFY,
                            Recreation.NEVER,
                            true,
                            List.of()))),
                change("Add", "Alarm<b>", "AWS::CloudWatch::Alarm", List.of())));
    console.reviews.objects.put("review.json", ReviewCodec.encode(review));
    console.store.transact(
        state -> {
          var release = state.get(Keys.release(SHOP, 1)).orElseThrow();
          var ref = new Release.ReviewRef("review.json", DIGEST, review.headline(), Stakes.NONE);
          state.put(Keys.release(SHOP, 1), release.reviewed(ref, now));
          return true;
        });
    new AskPeople(console.store, console.clock).ask(SHOP, 1, DIGEST, "token");
  }

  /** That somebody is told, by mail. */
  void told(String login) {
    var who = new Login(login);
    console.store.transact(
        state -> {
          var way = new Contacts.Way(login + "@example.com", console.clock.instant());
          state.put(NoticeKeys.contacts(who), Contacts.none(who).with(Notice.Channel.MAIL, way));
          return true;
        });
    new Announce(console.store, console.clock, Set.of(Notice.Channel.MAIL))
        .tell(new Effect.Announce(SHOP, 1, Notice.Kind.ASKED), console.clock.instant());
  }

  private static Change change(
      String action, String logicalId, String type, List<PropertyChange> properties) {
    return new Change(
        "shop-production-api",
        action,
        logicalId,
        null,
        type,
        Replacement.NONE,
        null,
        List.of(),
        List.of(),
        properties);
  }
}
