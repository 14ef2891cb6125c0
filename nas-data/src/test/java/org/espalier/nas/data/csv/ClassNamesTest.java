package org.espalier.nas.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class-names|0.0|1.0|2|classNames (2) must be a value of the label target of class-names.csv. Its values are 0, 1.",
        "class-names-text|yes|no|Yes|classNames (Yes) must be a value of the label answer of class-names-text.csv. Did you mean yes? Its values are no, yes.",
        "class-names-half|1|1.50|2.5|classNames (2.5) must be a value of the label grade of class-names-half.csv. Its values are 1, 1.5, 2.",
        "class-names|0.0|0|1|classNames gives the value 0 of the label target two names, first and second.",
      })
  void aKeyThatIsNoValueOfTheLabelIsAnError(
      String file, String first, String second, String third, String message) {
    assertThatThrownBy(() -> open(file, names(first, second, third)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({"0.0, 1.0", "0, 1", "0, 1e0", "-0, +1.000"})
  void numbersAreComparedByValue(String zero, String one) {
    assertThat(open("class-names", Map.of(zero, "stays", one, "leaves")).info().task())
        .isEqualTo(new Task.Classification("target", List.of("stays", "leaves")));
  }

  @Test
  void classesThatDifferOnlyInCaseAreAFinding() {
    assertThat(open("class-case", Map.of()).audit())
        .filteredOn(finding -> finding.kind() == Finding.Kind.SIMILAR_CLASSES)
        .containsExactly(
            new Finding(
                Finding.Kind.SIMILAR_CLASSES,
                "answer",
                "answer has the classes Yes and yes, which differ only in case or white space. If"
                    + " they are one, give them one name: classNames: {\"Yes\": \"yes\"}."));
    Dataset merged = open("class-case", Map.of("Yes", "yes"));
    assertThat(merged.info().task())
        .isEqualTo(new Task.Classification("answer", List.of("yes", "no")));
    assertThat(merged.audit()).noneMatch(finding -> finding.kind() == Finding.Kind.SIMILAR_CLASSES);
  }

  private static Map<String, String> names(String first, String second, String third) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put(first, "first");
    names.put(second, "second");
    names.put(third, "third");
    return names;
  }

  private static Dataset open(String file, Map<String, String> classNames) {
    return new CsvDataset(
        new CsvSettings(
            path(file),
            null,
            CsvFormat.commaSeparated(),
            List.of(),
            null,
            null,
            TaskChoice.AUTO,
            Map.of(),
            classNames,
            List.of(),
            List.of(),
            Map.of(),
            Preparation.standard()),
        new RandomStreams(1));
  }

  private static Path path(String file) {
    try {
      return Path.of(
          Objects.requireNonNull(ClassNamesTest.class.getResource(file + ".csv")).toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }
}
