package io.stagegate.source;

import io.stagegate.model.RepositoryName;
import java.nio.file.Path;
import java.util.List;

/**
 * Where a repository's files come from.
 *
 * <p>Every method throws {@link io.stagegate.cloud.TransientException} where the other side did not
 * answer, or failed by itself, after trying again a few times.
 */
public interface Source {

  /** What asking gave. */
  sealed interface Answer<T> {
    /** It is there. */
    record Found<T>(T value) implements Answer<T> {}

    /** There is none, or it is not for us to see: the other side doesn't tell these apart. */
    record NotFound<T>() implements Answer<T> {}

    /** Not given, with the reason as a sentence. */
    record Refused<T>(String reason) implements Answer<T> {}

    /**
     * More than is taken.
     *
     * @param limit in bytes
     */
    record TooLarge<T>(long limit) implements Answer<T> {}
  }

  /**
   * The files of a repository at one commit.
   *
   * @param paths from the root, with forward slashes; folders are not among them
   * @param complete false where there were more than the other side lists
   */
  record Tree(List<String> paths, boolean complete) {
    public Tree {
      paths = List.copyOf(paths);
    }
  }

  /** The name of the repository's default branch. */
  Answer<String> defaultBranch(RepositoryName repository);

  /**
   * Lists the files.
   *
   * @param ref a branch's name or a commit's sha
   */
  Answer<Tree> tree(RepositoryName repository, String ref);

  /**
   * Stores the files of exactly one commit as a gzipped tar archive.
   *
   * @param sha the commit, 40 hexadecimal digits
   * @param into the file to write, which is not there yet
   * @return the archive's size in bytes
   */
  Answer<Long> tarball(RepositoryName repository, String sha, Path into);
}
