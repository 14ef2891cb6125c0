package org.espalier.nas.cli;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The folders of plugins, from the flag and the environment. */
final class PluginFolders {
  static final String VARIABLE = "NAS_PLUGINS";

  private PluginFolders() {}

  /**
   * Returns all folders: those of the flags, then those of the environment.
   *
   * @param variable the value of {@value #VARIABLE}, or null
   * @throws ParameterException if one is not a folder
   */
  static List<Path> of(List<String> flags, @Nullable String variable, CommandLine command) {
    List<Path> folders = new ArrayList<>();
    flags.forEach(flag -> folders.add(folder(flag, "--plugins", command)));
    for (String part : parts(variable)) {
      folders.add(folder(part, VARIABLE, command));
    }
    return folders.stream().distinct().toList();
  }

  private static List<String> parts(@Nullable String variable) {
    return variable == null
        ? List.of()
        : Pattern.compile(Pattern.quote(File.pathSeparator))
            .splitAsStream(variable)
            .filter(part -> !part.isBlank())
            .toList();
  }

  private static Path folder(String text, String origin, CommandLine command) {
    try {
      Path folder = Path.of(text);
      if (Files.isDirectory(folder)) {
        return folder.toAbsolutePath().normalize();
      }
    } catch (InvalidPathException noPath) {
      // Not a folder either.
    }
    throw new ParameterException(
        command, "%s (%s) must be a folder with plugins.".formatted(origin, text));
  }
}
