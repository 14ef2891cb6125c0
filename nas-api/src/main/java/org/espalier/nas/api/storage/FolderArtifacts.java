package org.espalier.nas.api.storage;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apiguardian.api.API;
import org.espalier.nas.api.storage.ArtifactException.Action;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts in a folder of this machine, or in one that several machines share. The content of
 * {@code weights/trial-7.safetensors} is the file at this path below the folder. A folder without
 * files is deleted with its last file.
 *
 * <p>A content is first written to a hidden file beside it, such as {@code
 * .trial-7.safetensors.1.partial}. Each writer has its own, so that a process which was taken for
 * dead cannot harm the one that repeats its work. A killed process leaves this file.
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class FolderArtifacts implements ArtifactStore {
  private static final Pattern PARTIAL =
      Pattern.compile("\\.(.+)\\.\\d+" + Pattern.quote(AtomicFile.PARTIAL_SUFFIX));

  /** Attempts to write while other processes delete the empty folder. */
  private static final int ATTEMPTS = 10;

  private final Path root;

  /**
   * Creates the store of a folder.
   *
   * @param root the folder; created with the first content
   */
  public FolderArtifacts(Path root) {
    this.root = Objects.requireNonNull(root);
  }

  @Override
  public void write(String key, AtomicFile.Content content) {
    Path target = file(key);
    try {
      Path partial = created(target);
      try {
        try (OutputStream out =
            Channels.newOutputStream(FileChannel.open(partial, StandardOpenOption.WRITE))) {
          content.writeTo(out);
        }
        AtomicFile.replace(partial, target);
      } catch (Throwable failure) {
        deleteAfter(failure, partial);
        throw failure;
      }
    } catch (IOException error) {
      throw failed(key, Action.WRITTEN, error);
    }
  }

  /** Creates the file to write to, which no other writer has. */
  private static Path created(Path target) throws IOException {
    Path folder = Objects.requireNonNull(target.toAbsolutePath().getParent());
    for (int attempt = 1; ; attempt++) {
      try {
        Files.createDirectories(folder);
        return firstFree(target);
      } catch (NoSuchFileException deleted) {
        // Another process deleted its last file and so the folder.
        if (attempt == ATTEMPTS) {
          throw deleted;
        }
      }
    }
  }

  private static Path firstFree(Path target) throws IOException {
    for (int number = 1; ; number++) {
      try {
        return Files.createFile(partial(target, number));
      } catch (FileAlreadyExistsException anotherWriter) {
        // The next number may be free.
      }
    }
  }

  private static void deleteAfter(Throwable failure, Path partial) {
    try {
      Files.deleteIfExists(partial);
    } catch (IOException undeleted) {
      failure.addSuppressed(undeleted);
    }
  }

  @Override
  public <T> Optional<T> read(String key, Reader<T> reader) {
    try (InputStream content = opened(file(key))) {
      return content == null ? Optional.empty() : Optional.of(reader.read(content));
    } catch (IOException error) {
      throw failed(key, Action.READ, error);
    }
  }

  private static @Nullable InputStream opened(Path file) throws IOException {
    try {
      return Files.newInputStream(file);
    } catch (NoSuchFileException none) {
      return null;
    }
  }

  @Override
  public void delete(String key) {
    Path file = file(key);
    try {
      Files.deleteIfExists(file);
      int number = 1;
      while (Files.deleteIfExists(partial(file, number))) {
        number++;
      }
      deleteEmptyFolders(key);
    } catch (IOException error) {
      throw failed(key, Action.DELETED, error);
    }
  }

  private void deleteEmptyFolders(String key) throws IOException {
    for (int end = key.lastIndexOf('/'); end > 0; end = key.lastIndexOf('/', end - 1)) {
      try {
        Files.deleteIfExists(root.resolve(key.substring(0, end)));
      } catch (DirectoryNotEmptyException used) {
        return;
      }
    }
  }

  @Override
  public List<String> keys(String prefix) {
    KeyCollector collector = new KeyCollector(prefix);
    try {
      Files.walkFileTree(file(prefix), collector);
    } catch (IOException error) {
      throw failed(prefix, Action.LISTED, error);
    }
    return List.copyOf(collector.keys);
  }

  /** A visitor that collects the keys of files, and passes over what others delete meanwhile. */
  private final class KeyCollector extends SimpleFileVisitor<Path> {
    private final String beginning;
    private final SortedSet<String> keys = new TreeSet<>();

    KeyCollector(String prefix) {
      this.beginning = prefix + "/";
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      Matcher partial = PARTIAL.matcher(String.valueOf(file.getFileName()));
      Path content = partial.matches() ? file.resolveSibling(partial.group(1)) : file;
      String key = root.relativize(content).toString().replace('\\', '/');
      if (ArtifactKey.isValid(key) && key.startsWith(beginning)) {
        keys.add(key);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException error) throws IOException {
      return passOver(error);
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException error)
        throws IOException {
      return error == null ? FileVisitResult.CONTINUE : passOver(error);
    }

    private static FileVisitResult passOver(IOException error) throws IOException {
      if (error instanceof NoSuchFileException) {
        return FileVisitResult.CONTINUE;
      }
      throw error;
    }
  }

  @Override
  public String location(String key) {
    return file(key).toString();
  }

  private Path file(String key) {
    return root.resolve(ArtifactKey.requireValid(key));
  }

  private static Path partial(Path target, int number) {
    return target.resolveSibling(
        "." + target.getFileName() + "." + number + AtomicFile.PARTIAL_SUFFIX);
  }

  private ArtifactException failed(String key, Action action, IOException error) {
    return new ArtifactException(key, location(key), action, IoReason.of(error), error);
  }
}
