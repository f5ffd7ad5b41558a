package io.stagegate.functions.console;

import io.stagegate.audit.MemoryHeads;
import io.stagegate.cloud.Objects;
import io.stagegate.cloud.Secrets;
import io.stagegate.http.Doors;
import io.stagegate.http.HttpFunction;
import io.stagegate.http.Log;
import io.stagegate.http.Membership;
import io.stagegate.http.Requests;
import io.stagegate.http.Response;
import io.stagegate.http.SignInStates;
import io.stagegate.http.Ticking;
import io.stagegate.link.LinkScene;
import io.stagegate.model.Notice;
import io.stagegate.model.PackageObject;
import io.stagegate.model.RepositoryName;
import io.stagegate.model.Target;
import io.stagegate.notice.SetSlackChannel;
import io.stagegate.people.ContactBook;
import io.stagegate.release.ChangeTeam;
import io.stagegate.release.RequestRelease;
import io.stagegate.release.SetApprovals;
import io.stagegate.release.SetFreezes;
import io.stagegate.release.Withdraw;
import io.stagegate.source.SignIn;
import io.stagegate.source.Source;
import io.stagegate.store.MemoryStore;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The console over fakes of what is outside of it. */
final class Console {
  final Ticking clock = new Ticking("2026-11-23T10:00:00Z");
  final MemoryStore store = new MemoryStore(clock);
  final Doors doors = new Doors(clock, store);
  final LinkScene links = new LinkScene(store, doors, clock);
  final Octocat octocat = new Octocat();
  final GitHub github = new GitHub();
  final Vault secrets = new Vault();
  final Bucket reviews = new Bucket();
  final MemoryHeads heads = new MemoryHeads();
  final List<String> log = new ArrayList<>();
  private final HttpFunction handler;

  Console() {
    var pages = new Pages();
    var target = new Target("arn:aws:iam::111122223333:role/deploy", Map.of());
    var deployment = new AddProject.Deployment("https://gate.example", target, target);
    var webhookSecrets = new WebhookSecrets(secrets, "gate");
    var addProject = new AddProject(store, github, webhookSecrets, deployment, clock);
    var releases = new RequestRelease(store, clock);
    handler =
        new ConsoleHandler(
            ConsoleRoutes.of(
                doors.guard(),
                new Membership(store),
                doorway(pages),
                new ProjectPages(store, addProject, releases, pages, clock),
                new ReleasePages(store, reviews, pages, clock),
                new LinkPages(
                    new LinkPages.Parts(
                        links.door, links.seals, links.cookies, links.codes, links.visits),
                    store,
                    reviews,
                    pages,
                    clock),
                new TeamRoutes(store, new ChangeTeam(store, clock), pages, clock),
                new ApprovalRoutes(
                    releases, new Withdraw(store, clock), new SetApprovals(store, clock)),
                new FreezeRoutes(new SetFreezes(store, clock)),
                new WebhookRoutes(store, webhookSecrets, deployment.publicUrl(), pages, clock),
                new AuditRoutes(store, heads, pages, clock),
                new SlackRoutes(new SetSlackChannel(store, clock)),
                new Api(store, reviews, addProject, releases)),
            new Log("console", clock, log::add));
  }

  private Doorway doorway(Pages pages) {
    var states =
        new SignInStates(() -> "the session secret of this test", "http://gate.example", clock);
    return new Doorway(
        new SignInPages(
            doors.authentication(),
            doors.sessions(),
            doors.accounts(),
            doors.slowdown(),
            true,
            pages,
            clock),
        Optional.of(
            new GitHubRoutes(
                octocat, states, doors.sessions(), doors.accounts(), "http://gate.example")),
        new TokenRoutes(doors.tokens(), doors.accounts(), pages, clock),
        new AccountRoutes(
            new ContactBook(store, clock, Set.of(Notice.Channel.MAIL)), pages, clock));
  }

  Response answer(Requests request) {
    return handler.answer(request.build());
  }

  /** A page, as the member sees it. */
  Response page(String path) {
    return answer(doors.signedIn(Requests.get(path)));
  }

  /** A page, as whoever runs this Stagegate sees it. */
  Response adminPage(String path) {
    return answer(Requests.get(path).browser().cookie(doors.sessions().open(Doors.ADMIN)));
  }

  Response adminForm(String path, String fields) {
    return answer(doors.formOf(Doors.ADMIN, path, fields));
  }

  Response form(String path, String fields) {
    return answer(doors.form(path, fields));
  }

  Response get(String path) {
    return answer(Doors.withToken(Requests.get("/api/v1" + path)));
  }

  Response post(String path, String json) {
    return answer(Doors.withToken(Requests.post("/api/v1" + path)).json(json));
  }

  /** Repositories that are all alike, but for those named here. */
  static final class GitHub implements Source {
    List<String> files = List.of("README.md", "template.yaml", "worker/template.yaml");

    @Override
    public Answer<String> defaultBranch(RepositoryName repository) {
      return repository.name().equals("missing")
          ? new Answer.NotFound<>()
          : new Answer.Found<>("main");
    }

    @Override
    public Answer<Tree> tree(RepositoryName repository, String ref) {
      return new Answer.Found<>(new Tree(files, true));
    }

    @Override
    public Answer<Long> tarball(RepositoryName repository, String sha, Path into) {
      throw new UnsupportedOperationException();
    }
  }

  /** GitHub where people say who they are: each code is good once, with the asked challenge. */
  static final class Octocat implements SignIn {
    final Map<String, Answer> codes = new HashMap<>();
    final List<String> verifiers = new ArrayList<>();

    @Override
    public URI ask(String state, String challenge, URI back) {
      return URI.create(
          "https://github.example/login/oauth/authorize?state="
              + state
              + "&code_challenge="
              + challenge
              + "&redirect_uri="
              + back);
    }

    @Override
    public Answer whoGave(String code, String verifier, URI back) {
      verifiers.add(verifier);
      var answer = codes.remove(code);
      return answer == null ? new Answer.WrongCode() : answer;
    }
  }

  /** Secrets in memory. */
  static final class Vault implements Secrets {
    final Map<String, String> values = new HashMap<>();
    final List<String> replaced = new ArrayList<>();

    @Override
    public Optional<String> get(String name) {
      return Optional.ofNullable(values.get(name));
    }

    @Override
    public boolean accepts(String name, Predicate<String> check) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void replace(String name, String value) {
      replaced.add(name);
      if (values.replace(name, value) == null) {
        throw new IllegalStateException("there is no secret named " + name);
      }
    }

    @Override
    public void create(String name, String value) {
      if (values.putIfAbsent(name, value) != null) {
        throw new IllegalStateException("there is a secret named " + name);
      }
    }
  }

  /** Objects in memory, to be read. */
  static final class Bucket implements Objects {
    final Map<String, byte[]> objects = new HashMap<>();

    @Override
    public Optional<byte[]> get(String key) {
      return Optional.ofNullable(objects.get(key));
    }

    @Override
    public PackageObject put(Path file, String suffix) {
      throw new UnsupportedOperationException();
    }

    @Override
    public PackageObject put(byte[] bytes, String suffix, String contentType) {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean holds(PackageObject object) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String url(String key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String bucket() {
      return "reviews";
    }
  }
}
