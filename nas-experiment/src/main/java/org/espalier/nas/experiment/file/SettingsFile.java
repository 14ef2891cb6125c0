package org.espalier.nas.experiment.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.espalier.nas.api.storage.IoReason;

/** A reader of one file of settings, which notes errors as problems. */
final class SettingsFile {
  private static final int SIZE_LIMIT = 1 << 20;

  private final Problems problems;

  SettingsFile(Problems problems) {
    this.problems = problems;
  }

  /**
   * Returns the mapping in a file.
   *
   * @param blamed the place at which a file that cannot be read is reported
   */
  Optional<Setting.Mapping> read(Path file, Place blamed) {
    Source source = Source.file(file);
    return bytes(file, blamed)
        .flatMap(bytes -> text(source, bytes))
        .flatMap(text -> new YamlReader(problems).file(source, text))
        .flatMap(this::mapping);
  }

  private Optional<byte[]> bytes(Path file, Place blamed) {
    if (Files.isDirectory(file)) {
      problems.add(blamed, file + " is a folder; name an experiment file in it.");
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(SIZE_LIMIT + 1);
      if (bytes.length <= SIZE_LIMIT) {
        return Optional.of(bytes);
      }
      problems.add(
          blamed,
          "%s has more than %d bytes; no experiment needs that many.".formatted(file, SIZE_LIMIT));
    } catch (NoSuchFileException missing) {
      problems.add(blamed, "There is no file " + file + ".");
    } catch (IOException error) {
      problems.add(blamed, file + " cannot be read: " + IoReason.of(error) + ".");
    }
    return Optional.empty();
  }

  private Optional<String> text(Source source, byte[] bytes) {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    CoderResult result = decoder.decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
      problems.add(
          new Place(source, line, text.length() - text.lastIndexOf('\n')),
          "The byte 0x%02X is not UTF-8 text; save the file as UTF-8."
              .formatted(bytes[in.position()]));
      return Optional.empty();
    }
    return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
  }

  private Optional<Setting.Mapping> mapping(Setting root) {
    if (root instanceof Setting.Mapping mapping) {
      return Optional.of(mapping);
    }
    problems.add(
        root.place(),
        root instanceof Setting.Scalar scalar && scalar.isNull()
            ? "The file is empty; it must describe an experiment."
            : "An experiment file must hold keys with values, such as \"name: my-search\".");
    return Optional.empty();
  }
}
