package io.stagegate.local.github;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;

/** GitHub's JSON for repositories and commits, with the fields that programs rely on. */
final class Documents {
  private final ObjectMapper json = new ObjectMapper();
  private final String web;

  /** {@code web} is the address that links in the documents start with. */
  Documents(String web) {
    this.web = web;
  }

  ObjectNode object() {
    return json.createObjectNode();
  }

  ObjectNode error(int status, String message) {
    return object()
        .put("message", message)
        .put("documentation_url", "https://docs.github.com/rest")
        .put("status", Integer.toString(status));
  }

  ObjectNode repository(String fullName, GitRepository git) {
    String owner = fullName.substring(0, fullName.indexOf('/'));
    String page = web + "/" + fullName;
    String branch = git.defaultBranch();
    ObjectNode node =
        object()
            .put("id", Integer.toUnsignedLong(fullName.hashCode()))
            .put("node_id", "R_" + Integer.toHexString(fullName.hashCode()))
            .put("name", fullName.substring(owner.length() + 1))
            .put("full_name", fullName)
            .put("private", true)
            .put("html_url", page)
            .put("url", web + "/repos/" + fullName)
            .put("clone_url", page + ".git")
            .put("fork", false)
            .put("archived", false)
            .put("disabled", false)
            .put("visibility", "private")
            .put("default_branch", branch)
            .put("master_branch", branch);
    node.set("owner", user(owner));
    return node;
  }

  ObjectNode user(String login) {
    return object()
        .put("login", login)
        .put("name", login)
        .put("id", Integer.toUnsignedLong(login.hashCode()))
        .put("type", "User")
        .put("site_admin", false);
  }

  ObjectNode branch(String name, GitRepository.Commit head, String fullName) {
    ObjectNode node = object().put("name", name);
    node.set("commit", commit(head, fullName));
    return node.put("protected", false);
  }

  /** As of {@code GET /repos/{owner}/{repo}/commits/{sha}}. */
  ObjectNode commit(GitRepository.Commit commit, String fullName) {
    ObjectNode person =
        object()
            .put("name", commit.authorName())
            .put("email", commit.authorEmail())
            .put("date", OffsetDateTime.parse(commit.date()).toInstant().toString());
    ObjectNode inner = object().put("message", commit.message());
    inner.set("author", person);
    inner.set("committer", person);
    inner.set("tree", object().put("sha", commit.tree()));
    ObjectNode node =
        object()
            .put("sha", commit.sha())
            .put("html_url", web + "/" + fullName + "/commit/" + commit.sha());
    node.set("commit", inner);
    node.putNull("author");
    node.putNull("committer");
    ArrayNode parents = node.putArray("parents");
    commit.parents().forEach(parent -> parents.add(object().put("sha", parent)));
    return node;
  }

  /** As in a push event: another shape than the REST one. */
  ObjectNode pushed(
      GitRepository.Commit commit, List<GitRepository.Change> changes, String fullName) {
    ObjectNode person =
        object().put("name", commit.authorName()).put("email", commit.authorEmail());
    ObjectNode node =
        object()
            .put("id", commit.sha())
            .put("tree_id", commit.tree())
            .put("distinct", true)
            .put("message", commit.message())
            .put("timestamp", commit.date())
            .put("url", web + "/" + fullName + "/commit/" + commit.sha());
    node.set("author", person);
    node.set("committer", person);
    node.set("added", paths(changes, 'A'));
    node.set("removed", paths(changes, 'D'));
    ArrayNode modified = node.putArray("modified");
    changes.stream()
        .filter(change -> change.kind() != 'A' && change.kind() != 'D')
        .forEach(change -> modified.add(change.path()));
    return node;
  }

  private ArrayNode paths(List<GitRepository.Change> changes, char kind) {
    ArrayNode all = json.createArrayNode();
    changes.stream().filter(c -> c.kind() == kind).forEach(c -> all.add(c.path()));
    return all;
  }

  ObjectNode tree(String sha, List<GitRepository.Entry> entries) {
    ObjectNode node = object().put("sha", sha);
    ArrayNode all = node.putArray("tree");
    for (GitRepository.Entry entry : entries) {
      ObjectNode one =
          object()
              .put("path", entry.path())
              .put("mode", entry.mode())
              .put("type", entry.type())
              .put("sha", entry.sha());
      if (entry.size() >= 0) {
        one.put("size", entry.size());
      }
      all.add(one);
    }
    return node.put("truncated", false);
  }
}
