package io.stagegate.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sees to it that one local system runs in a project's folder. The lock ends with the process. */
final class OnlyOne implements AutoCloseable {
  private final Workspace workspace;
  private final FileChannel channel;

  private OnlyOne(Workspace workspace, FileChannel channel) {
    this.workspace = workspace;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws AlreadyRunningException when a system runs, or is just starting
   */
  static OnlyOne take(Workspace workspace) {
    try {
      FileChannel channel =
          FileChannel.open(
              workspace.lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        Optional<LocalState> state =
            LocalState.read(workspace.stateFile()).filter(LocalState::alive);
        throw new AlreadyRunningException(state);
      }
      // A file from a process that was killed says nothing any more.
      Files.deleteIfExists(workspace.stateFile());
      return new OnlyOne(workspace, channel);
    } catch (IOException e) {
      throw new UncheckedIOException("can't lock " + workspace.lockFile(), e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very process.
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    try (channel) {
      Files.deleteIfExists(workspace.stateFile());
    }
  }
}
