package org.espalier.nas.engine.remote;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.espalier.nas.api.storage.IoReason;

/**
 * Texts and files that processes of a cluster send each other.
 *
 * @param texts texts by name
 * @param files contents of files by their paths, which are relative and have slashes
 */
public record Bundle(Map<String, String> texts, Map<String, byte[]> files) {

  /** Copies the maps. */
  public Bundle {
    texts = Collections.unmodifiableMap(new TreeMap<>(texts));
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /**
   * Returns a text.
   *
   * @throws RemoteException if there is no such text
   */
  public String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new RemoteException(
          "A message of another process has no %s, but %s: install the same version of the program on all machines."
              .formatted(name, texts.keySet()));
    }
    return text;
  }

  /** Returns the bundle as bytes. */
  public byte[] bytes() {
    return WireFormat.bundle(this);
  }

  /**
   * Returns the bundle of bytes.
   *
   * @throws RemoteException if they are damaged, or another version of the program made them
   */
  public static Bundle of(byte[] bytes) {
    return WireFormat.bundle(bytes);
  }

  /**
   * Writes the files.
   *
   * @param folder the folder against which their paths are resolved; it need not exist
   * @throws RemoteException if a path leads out of the folder, or a file cannot be written
   */
  public void writeFiles(Path folder) {
    Path root = folder.toAbsolutePath().normalize();
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path path = root.resolve(file.getKey()).normalize();
      try {
        if (!path.startsWith(root)) {
          throw new RemoteException("The file " + file.getKey() + " is not below the folder.");
        }
        Files.createDirectories(path.getParent());
        Files.write(path, file.getValue());
      } catch (IOException e) {
        throw new RemoteException(path + " cannot be written: " + IoReason.of(e) + ".", e);
      }
    }
  }

  /**
   * Reads the files of a folder and of those in it.
   *
   * @return their contents by path relative to the folder; empty if there is no such folder
   * @throws RemoteException if one cannot be read
   */
  public static Map<String, byte[]> filesOf(Path folder) {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.isDirectory(folder)) {
      return files;
    }
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path file : below.filter(Files::isRegularFile).toList()) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        files.put(path, Files.readAllBytes(file));
      }
      return files;
    } catch (IOException e) {
      throw new RemoteException(folder + " cannot be read: " + IoReason.of(e) + ".", e);
    }
  }
}
