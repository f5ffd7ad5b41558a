package io.stagegate.functions.console;

import io.stagegate.functions.console.Views.PageView;
import io.stagegate.http.BadRequest;
import io.stagegate.http.Caller;
import io.stagegate.http.Request;
import io.stagegate.model.Member;
import io.stagegate.model.Project;
import io.stagegate.store.Keys;
import io.stagegate.store.Listing;
import io.stagegate.store.Store;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists, a page at a time: {@code ?limit=50&cursor=…}. */
final class Lists {
  private static final int USUAL = 50;
  private static final int MOST = 100;
  private static final String BAD_CURSOR = "The cursor is none that this list gave.";

  private final Store store;

  Lists(Store store) {
    this.store = store;
  }

  /** The projects that a caller may see: all, to who runs this Stagegate; else their own. */
  <V> PageView<V> projects(Request request, Caller caller, Function<Project, V> view) {
    if (caller.person().operator()) {
      return page(request, Keys.projects(), view);
    }
    var own =
        this.<Member, Project>page(
            request,
            Keys.memberships(caller.person().login()),
            member -> store.read(Keys.project(member.project())).orElseThrow());
    return new PageView<>(own.items().stream().map(view).toList(), own.cursor());
  }

  <T, V> PageView<V> page(Request request, Listing<T> listing, Function<T, V> view) {
    var page = store.list(listing, limit(request), cursor(request, listing));
    return new PageView<>(page.items().stream().map(view).toList(), encoded(page.cursor()));
  }

  /** Where the page before ended; null for the first. */
  static @Nullable String cursor(Request request, Listing<?> listing) {
    var cursor = request.query("cursor").map(Lists::decoded).orElse(null);
    if (cursor != null && !cursor.startsWith(listing.prefix())) {
      throw new BadRequest(BAD_CURSOR);
    }
    return cursor;
  }

  private static int limit(Request request) {
    var text = request.query("limit").orElse(Integer.toString(USUAL));
    int limit = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > MOST) {
      throw new BadRequest("The limit is not a number from 1 to " + MOST + ".");
    }
    return limit;
  }

  static @Nullable String encoded(@Nullable String cursor) {
    return cursor == null
        ? null
        : Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(cursor.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String cursor) {
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new BadRequest(BAD_CURSOR);
    }
  }
}
