package org.espalier.nas.experiment.schema;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.toy.DamagedExperiment;
import org.espalier.nas.experiment.toy.ToyPlugin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Test that the schema rejects every malformed file that a schema can recognise. */
class MalformedFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/malformed");
  private static final Validator VALIDATOR = new Validator(Catalogue.of(List.of(new ToyPlugin())));

  /** A reason why a schema cannot know that a file is malformed. */
  private enum Unknowable {
    /** The editor's YAML reader refuses the file, before any schema sees it. */
    NOT_YAML(false),
    /** JSON, the data model of schemas, has no NaN. */
    NOT_IN_JSON(false),
    /** To JSON Schema, 10.0 is a whole number; to YAML 1.2, 010 is ten. */
    THE_SAME_NUMBER(true),
    /** The error is in a flag of the command line. */
    IN_A_FLAG(true),
    /** The error is in the existence or the contents of other files. */
    IN_ANOTHER_FILE(true),
    /** The rule is in the record's constructor, and no annotation states it. */
    RULE_OF_A_CONSTRUCTOR(true);

    private final boolean seen;

    Unknowable(boolean seen) {
      this.seen = seen;
    }
  }

  private static final Map<String, Unknowable> UNKNOWABLE =
      Map.ofEntries(
          entry("alias-bomb", Unknowable.NOT_YAML),
          entry("artifacts-credentials", Unknowable.RULE_OF_A_CONSTRUCTOR),
          entry("bad-indent", Unknowable.NOT_YAML),
          entry("binary", Unknowable.NOT_YAML),
          entry("complex-key", Unknowable.NOT_YAML),
          entry("control-character", Unknowable.NOT_YAML),
          entry("custom-tag", Unknowable.NOT_YAML),
          entry("duplicate-key", Unknowable.NOT_YAML),
          entry("duplicate-nested-key", Unknowable.NOT_YAML),
          entry("empty-list", Unknowable.RULE_OF_A_CONSTRUCTOR),
          entry("extends-broken", Unknowable.IN_ANOTHER_FILE),
          entry("extends-cycle", Unknowable.IN_ANOTHER_FILE),
          entry("extends-itself", Unknowable.IN_ANOTHER_FILE),
          entry("extends-missing", Unknowable.IN_ANOTHER_FILE),
          entry("flag-bad-yaml", Unknowable.IN_A_FLAG),
          entry("flag-empty", Unknowable.IN_A_FLAG),
          entry("flag-into-scalar", Unknowable.IN_A_FLAG),
          entry("flag-out-of-range", Unknowable.IN_A_FLAG),
          entry("flag-unknown-key", Unknowable.IN_A_FLAG),
          entry("flag-unknown-type", Unknowable.IN_A_FLAG),
          entry("flag-without-space", Unknowable.IN_A_FLAG),
          entry("flag-wrong-type", Unknowable.IN_A_FLAG),
          entry("java-tag", Unknowable.NOT_YAML),
          entry("leading-zero", Unknowable.THE_SAME_NUMBER),
          entry("missing-colon", Unknowable.NOT_YAML),
          entry("nan", Unknowable.NOT_IN_JSON),
          entry("not-utf8", Unknowable.NOT_YAML),
          entry("store-credentials", Unknowable.RULE_OF_A_CONSTRUCTOR),
          entry("tab-indent", Unknowable.NOT_YAML),
          entry("two-documents", Unknowable.NOT_YAML),
          entry("unclosed-bracket", Unknowable.NOT_YAML),
          entry("unclosed-quote", Unknowable.NOT_YAML),
          entry("unknown-alias", Unknowable.NOT_YAML),
          entry("whole-float-for-integer", Unknowable.THE_SAME_NUMBER),
          entry("zero-duration", Unknowable.RULE_OF_A_CONSTRUCTOR));

  static Stream<Path> knowable() throws IOException {
    return files().filter(file -> !UNKNOWABLE.containsKey(name(file)));
  }

  static Stream<Path> unknowable() throws IOException {
    return files().filter(file -> UNKNOWABLE.containsKey(name(file)));
  }

  @ParameterizedTest
  @MethodSource("knowable")
  void whatASchemaCanKnowIsRejected(Path file) throws IOException {
    assertThat(VALIDATOR.complaints(EditorYaml.read(file))).isNotEmpty();
  }

  /** Checks that the schema accepts these files; a file that it rejects belongs to the others. */
  @ParameterizedTest
  @MethodSource("unknowable")
  void whatASchemaCannotKnowNeverReachesItOrIsAccepted(Path file) throws IOException {
    if (UNKNOWABLE.get(name(file)).seen) {
      assertThat(VALIDATOR.complaints(EditorYaml.read(file))).isEmpty();
    } else {
      assertThatThrownBy(() -> EditorYaml.read(file)).isInstanceOf(EditorYaml.Unreadable.class);
    }
  }

  @Test
  void everyFileIsOneOrTheOther() throws IOException {
    assertThat(knowable()).hasSize(51);
    assertThat(unknowable()).hasSize(UNKNOWABLE.size()).hasSize(35);
  }

  /**
   * Checks files damaged line by line: the schema rejects all that an editor can read, except for
   * two lines.
   */
  @Test
  void damagedLinesAreRejected() {
    List<String> rejected = new ArrayList<>();
    List<String> accepted = new ArrayList<>();
    List<String> unreadable = new ArrayList<>();
    DamagedExperiment.variants()
        .distinct()
        .forEach(
            text -> {
              try {
                (VALIDATOR.complaints(EditorYaml.read(text)).isEmpty() ? accepted : rejected)
                    .add(text);
              } catch (EditorYaml.Unreadable noYaml) {
                unreadable.add(text);
              }
            });

    // An empty value is null to an editor, which both keys may be; the program wants it written.
    assertThat(accepted)
        .satisfiesExactly(
            text -> assertThat(text).contains("\n  trials:\n"),
            text -> assertThat(text).contains("\n  wallClock:\n"));
    assertThat(rejected).hasSize(112);
    assertThat(unreadable).hasSize(107);
  }

  private static Stream<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName()).replace(".yaml", "");
  }
}
