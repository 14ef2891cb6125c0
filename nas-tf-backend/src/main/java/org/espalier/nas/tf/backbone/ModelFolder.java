package org.espalier.nas.tf.backbone;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidBackboneException;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;

/**
 * The folder of a SavedModel.
 *
 * @param path the folder
 */
record ModelFolder(Path path) {
  static final String SETTING = "savedModel";
  private static final long MEBIBYTE = 1 << 20;

  /** The largest network that fits into one graph definition, which protobuf limits to 2 GiB. */
  private static final long LARGEST = 2000 * MEBIBYTE;

  private static final List<String> GRAPHS = List.of("saved_model.pb", "saved_model.pbtxt");
  private static final String VARIABLES = "variables";

  /**
   * Checks that a folder holds a SavedModel of usable size.
   *
   * @throws InvalidBackboneException if it does not
   */
  static ModelFolder of(Path path) {
    if (!Files.exists(path)) {
      throw new InvalidBackboneException(
          SETTING,
          "savedModel (%s) does not exist; check the path.".formatted(path),
          new FileNotFoundException(path.toString()));
    }
    if (GRAPHS.stream().noneMatch(file -> Files.isRegularFile(path.resolve(file)))) {
      throw new InvalidBackboneException(
          SETTING,
          "savedModel (%s) is no SavedModel: it must be a folder with a file saved_model.pb. Maybe export the network: model.export(\"%s\") in Keras, ./nas train --export in Espalier."
              .formatted(path, path.getFileName()));
    }
    ModelFolder folder = new ModelFolder(path);
    long size = folder.size();
    if (size > LARGEST) {
      throw new InvalidBackboneException(
          SETTING,
          "savedModel (%s) is too large: %d MiB, where at most %d are possible. Take a smaller network."
              .formatted(path, size / MEBIBYTE, LARGEST / MEBIBYTE));
    }
    return folder;
  }

  /** Returns the name for display. */
  String name() {
    return String.valueOf(path.getFileName());
  }

  /** Returns a SHA-256 in hexadecimal of the graph and the weights. */
  String hash() {
    StringBuilder hashes = new StringBuilder();
    try {
      for (Path file : files()) {
        hashes.append(path.relativize(file)).append('\n').append(Sha256.of(file)).append('\n');
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return Sha256.of(hashes.toString());
  }

  private long size() {
    long size = 0;
    try {
      for (Path file : files()) {
        size += Files.size(file);
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return size;
  }

  private List<Path> files() throws IOException {
    Stream<Path> graphs = GRAPHS.stream().map(path::resolve).filter(Files::isRegularFile);
    Path variables = path.resolve(VARIABLES);
    if (!Files.isDirectory(variables)) {
      return graphs.toList();
    }
    try (Stream<Path> weights = Files.list(variables)) {
      return Stream.concat(graphs, weights.filter(Files::isRegularFile).sorted()).toList();
    }
  }

  private InvalidBackboneException unreadable(IOException error) {
    return new InvalidBackboneException(
        SETTING, "savedModel (%s) cannot be read: %s.".formatted(path, IoReason.of(error)), error);
  }
}
