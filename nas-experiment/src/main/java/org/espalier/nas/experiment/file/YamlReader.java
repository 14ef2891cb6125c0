package org.espalier.nas.experiment.file;

import java.io.StringReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.reader.ReaderException;

/** A reader of YAML text as settings with their places. */
final class YamlReader {
  private static final int DEPTH_LIMIT = 50;

  private final Problems problems;

  YamlReader(Problems problems) {
    this.problems = problems;
  }

  /** Reads a whole file; returns empty and notes a problem if it holds no settings. */
  Optional<Setting> file(Source source, String text) {
    return read(source, text, true);
  }

  /** Reads the value of a flag; the place of all of its parts is the flag. */
  Optional<Setting> flag(Source source, String text) {
    return text.isBlank()
        ? Optional.of(new Setting.Scalar(new Place(source, 0, 0), "", false))
        : read(source, text, false);
  }

  private Optional<Setting> read(Source source, String text, boolean lines) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(DEPTH_LIMIT);
    options.setAllowRecursiveKeys(false);
    Place start = new Place(source, lines ? 1 : 0, lines ? 1 : 0);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.add(start, "The file is empty; it must describe an experiment.");
        return Optional.empty();
      }
      return new NodeConverter(source, lines, problems).convert(root);
    } catch (MarkedYAMLException error) {
      Mark mark = mark(error);
      Place place =
          lines && mark != null
              ? new Place(source, mark.getLine() + 1, mark.getColumn() + 1)
              : start;
      problems.add(place, "Not valid YAML: " + wording(error) + ".");
    } catch (ReaderException error) {
      problems.add(
          lines ? placeOf(source, text, error.getPosition()) : start,
          "Not valid YAML: the character U+%04X is not allowed.".formatted(error.getCodePoint()));
    } catch (YAMLException error) {
      problems.add(start, "Not valid YAML: " + firstLine(error) + ".");
    }
    return Optional.empty();
  }

  /**
   * Returns the place of an error: the beginning of an unclosed construct, otherwise the place
   * where the parser stopped.
   */
  private static @Nullable Mark mark(MarkedYAMLException error) {
    String problem = String.valueOf(error.getProblem());
    boolean unclosed = problem.contains("stream") || problem.contains("expected ':'");
    Mark begin = error.getContextMark();
    return begin != null && (unclosed || error.getProblemMark() == null)
        ? begin
        : error.getProblemMark();
  }

  private static String wording(MarkedYAMLException error) {
    String problem = String.valueOf(error.getProblem());
    if (problem.contains("\\t")) {
      return "a tab cannot stand here; indent with spaces";
    }
    String context = error.getContext();
    return context == null ? problem : context + ", " + problem;
  }

  private static String firstLine(YAMLException error) {
    return String.valueOf(error.getMessage()).lines().findFirst().orElse("");
  }

  private static Place placeOf(Source source, String text, int codePoint) {
    int end =
        text.offsetByCodePoints(0, Math.min(codePoint, text.codePointCount(0, text.length())));
    String before = text.substring(0, end);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new Place(source, line, before.length() - before.lastIndexOf('\n'));
  }
}
