package org.espalier.nas.data.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.storage.IoReason;

/**
 * A folder that has a folder of images for each class. Classes and files are in natural order of
 * their names, whatever the file system. Hidden files and those of file managers are left out.
 */
public final class ClassFolders {
  private static final Comparator<String> ORDER = new NaturalOrder();
  private static final Set<String> CLUTTER = Set.of("thumbs.db", "desktop.ini", "icon\r");
  private static final Set<String> PARTS =
      Set.of("train", "training", "val", "valid", "validation", "test", "testing");

  private final Path folder;
  private final List<ClassFolder> classes;

  private ClassFolders(Path folder, List<ClassFolder> classes) {
    this.folder = folder;
    this.classes = List.copyOf(classes);
  }

  /**
   * Lists a folder.
   *
   * @throws InvalidDataException if it cannot be read, contains no folders, or a folder with
   *     folders or without files
   */
  public static ClassFolders of(Path folder) {
    List<ClassFolder> classes = new ArrayList<>();
    for (Path entry : entries(folder)) {
      if (Files.isDirectory(entry)) {
        classes.add(classFolder(folder, entry));
      }
    }
    if (classes.isEmpty()) {
      throw new InvalidDataException(
          "%s has no folders; it must have a folder of images for each class.".formatted(folder));
    }
    for (int i = 1; i < classes.size(); i++) {
      if (classes.get(i).name().equals(classes.get(i - 1).name())) {
        throw new InvalidDataException(
            "%s has two folders named %s, whose umlauts or accents are encoded differently. Merge them."
                .formatted(folder, classes.get(i).name()));
      }
    }
    return new ClassFolders(folder, classes);
  }

  private static ClassFolder classFolder(Path folder, Path own) {
    String name = name(own);
    if (name.indexOf('\ufffd') >= 0) {
      throw new InvalidDataException(
          "%s has a folder whose name (%s) cannot be read in the character encoding of this process; set the environment variable LC_ALL to C.UTF-8."
              .formatted(folder, name));
    }
    List<Path> files = entries(own);
    for (Path file : files) {
      if (Files.isDirectory(file)) {
        throw new InvalidDataException(folderInside(folder, own, file));
      }
    }
    if (files.isEmpty()) {
      throw new InvalidDataException(
          "class %s has no images: the folder %s is empty. Add images, or delete the folder."
              .formatted(name, own));
    }
    return new ClassFolder(name, own, files);
  }

  private static String folderInside(Path folder, Path own, Path inside) {
    return PARTS.contains(name(own).toLowerCase(Locale.ROOT))
        ? "%s is a part, not a class: it has the folder %s. Set folder to the folder of the training part, and validationFolder and testFolder to those of the other parts, if there are any."
            .formatted(own, name(inside))
        : "%s is a folder in the folder of class %s; move its images into %s. Each class is a folder without folders of %s."
            .formatted(inside, name(own), own, folder);
  }

  /** Returns the entries of a folder that are no clutter, in natural order. */
  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !name(entry).startsWith("."))
          .filter(entry -> !CLUTTER.contains(name(entry).toLowerCase(Locale.ROOT)))
          .sorted(Comparator.comparing(ClassFolders::name, ORDER))
          .toList();
    } catch (IOException e) {
      throw new InvalidDataException("%s cannot be read: %s.".formatted(folder, IoReason.of(e)), e);
    }
  }

  /** Returns the name of a file with composed umlauts and accents. */
  private static String name(Path file) {
    return Normalizer.normalize(String.valueOf(file.getFileName()), Normalizer.Form.NFC);
  }

  /** Returns the folder. */
  public Path folder() {
    return folder;
  }

  /** Returns all files. */
  public List<Path> files() {
    return classes.stream().flatMap(own -> own.files().stream()).toList();
  }

  /** Returns the folders of the classes in natural order of their names. */
  List<ClassFolder> classes() {
    return classes;
  }

  /** Returns the names of the classes in natural order. */
  List<String> names() {
    return classes.stream().map(ClassFolder::name).toList();
  }

  /**
   * Checks that another part has no class that these lack.
   *
   * @throws InvalidDataException if it has
   */
  void requireClassesOf(ClassFolders part) {
    List<String> unknown = part.names().stream().filter(name -> !names().contains(name)).toList();
    if (!unknown.isEmpty()) {
      throw new InvalidDataException(
          "%s has the class%s %s, which %s lacks."
              .formatted(
                  part.folder,
                  unknown.size() == 1 ? "" : "es",
                  unknown.stream().limit(10).collect(Collectors.joining(", ")),
                  folder));
    }
  }
}
