package io.stagegate.link;

import io.stagegate.http.Doors;
import io.stagegate.model.Login;
import io.stagegate.model.Notice.Channel;
import io.stagegate.model.ProjectId;
import io.stagegate.store.Keys;
import io.stagegate.store.Store;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** What personal links are made of, for tests; its key can be changed. */
public final class LinkScene {
  private static final String PUBLIC_URL = "http://gate.example";

  private final Store store;
  private String key = "the link key of this test";
  private Optional<String> previous = Optional.empty();

  public final LinkSeals seals =
      new LinkSeals(() -> key, check -> check.test(key) || previous.filter(check).isPresent());
  public final LinkCookies cookies = new LinkCookies(PUBLIC_URL);
  public final Links links;
  public final LinkDoor door;
  public final LinkCodes codes;
  public final Visits visits;

  public LinkScene(Store store, Doors doors, Clock clock) {
    this.store = store;
    links = new Links(store, seals, PUBLIC_URL);
    door = new LinkDoor(store, seals, cookies, doors.authentication(), clock);
    codes = new LinkCodes(store, clock, Set.of(Channel.MAIL), seals);
    visits = new Visits(links, clock);
  }

  /** Changes the key, as putting a new value into the secret does. */
  public void rotate() {
    previous = Optional.of(key);
    key = key + "'";
  }

  /** The path and the signature of somebody's link to a release's question. */
  public Address to(ProjectId project, int release, String login) {
    var approval = store.read(Keys.approval(project, release)).orElseThrow();
    var address = links.address(approval, new Login(login)).substring(PUBLIC_URL.length());
    var parts = address.split("\\?s=", -1);
    return new Address(parts[0], parts[1]);
  }

  /**
   * Where a link leads.
   *
   * @param path its page
   * @param signature in the address's query, then in a cookie
   */
  public record Address(String path, String signature) {
    public String id() {
      return path.substring("/links/".length());
    }

    /** The cookie that holds the signature. */
    public String cookie() {
      return "stagegate-link=" + signature;
    }
  }
}
