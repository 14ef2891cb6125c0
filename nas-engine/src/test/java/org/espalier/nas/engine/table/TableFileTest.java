package org.espalier.nas.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.TargetScale;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.engine.study.TokenSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFileTest {
  private final SearchSpace space = TokenSpace.ofLength(2);
  private final BenchmarkTable table = Tables.whole(space);
  private final byte[] bytes = TableFile.bytes(table);

  @Test
  void whatIsWrittenReadsBackEqual() {
    BenchmarkTable read = Tables.read(bytes);

    assertThat(read.definition()).isEqualTo(table.definition());
    assertThat(read.provenance()).isEqualTo(table.provenance());
    assertThat(read.architectures()).isEqualTo(table.architectures());
    for (int architecture = 0; architecture < read.architectures().size(); architecture++) {
      assertThat(read.facts(architecture)).isEqualTo(table.facts(architecture));
      for (int seed = 0; seed < Tables.SEEDS; seed++) {
        assertThat(read.measurements(architecture, seed))
            .isEqualTo(table.measurements(architecture, seed));
        assertThat(read.failure(architecture, seed)).isEqualTo(table.failure(architecture, seed));
        assertThat(read.time(architecture, seed, Phase.TRAIN))
            .isEqualTo(table.time(architecture, seed, Phase.TRAIN));
      }
    }
    assertThat(TableFile.bytes(read)).isEqualTo(bytes);
  }

  @Test
  void everyKindOfTaskReadsBackEqual() {
    for (Task task :
        List.of(
            new Task.Regression("y", new TargetScale(TargetScale.Kind.LOG, 1, 2)),
            new Task.MultiLabel("a, b", List.of("a", "b")))) {
      DatasetInfo data =
          new DatasetInfo.Tabular(
              "made",
              task,
              Tables.DATA.input(),
              Tables.DATA.features(),
              Tables.DATA.sizes(),
              Tables.DATA.hash());
      byte[] written = TableFile.bytes(Tables.on(data, space));
      assertThat(Tables.read(written).definition().dataset()).hasValue(data);
    }
  }

  @Test
  void imagesReadBackEqual() {
    DatasetInfo data =
        new DatasetInfo.Image(
            "made",
            Tables.DATA.task(),
            TensorShape.of(4, 3, 2),
            List.of(
                new DatasetInfo.Channel(100.5, 1e-3, 0, 255),
                DatasetInfo.Channel.standardized(2, 0)),
            Tables.DATA.sizes(),
            "abc");
    byte[] written = TableFile.bytes(Tables.on(data, space));
    assertThat(Tables.read(written).definition().dataset()).hasValue(data);
  }

  @Test
  void theDefinitionIsReadAlone() {
    byte[] beginning = Arrays.copyOf(bytes, bytes.length / 10);

    assertThat(TableFile.definition("small", new ByteArrayInputStream(beginning)))
        .isEqualTo(table.definition());
  }

  @Test
  void timesDoNotChangeTheHashOfTheResults() {
    BenchmarkTable slower = Tables.slower(space);

    assertThat(TableFile.resultHash(slower)).isEqualTo(TableFile.resultHash(table));
    assertThat(TableFile.bytes(slower)).isNotEqualTo(bytes);
    assertThat(TableFile.resultHash(Tables.sound(space, Tables.EPOCHS)))
        .isNotEqualTo(TableFile.resultHash(table));
  }

  @Test
  void aSampleHasTheHashOfThatPartOfTheWhole() {
    BenchmarkTable sample = Tables.sample(space, 5);

    assertThat(sample.architectures()).hasSize(5);
    assertThat(TableFile.resultHash(Tables.sound(space, Tables.EPOCHS).of(sample.architectures())))
        .isEqualTo(TableFile.resultHash(sample));
  }

  @Test
  void theHashDependsOnNoCompression() throws IOException {
    byte[] stored = ZipContents.write(ZipContents.read(bytes), Deflater.NO_COMPRESSION);

    assertThat(stored.length).isGreaterThan(bytes.length);
    assertThat(TableFile.resultHash(Tables.read(stored))).isEqualTo(TableFile.resultHash(table));
  }

  @Test
  void hashesAreInTheFormatOfSha256sum() throws IOException {
    Map<String, byte[]> contents = ZipContents.read(bytes);
    String hashes = new String(contents.remove("sha256.txt"), StandardCharsets.UTF_8);

    assertThat(hashes.lines())
        .containsExactlyElementsOf(
            contents.entrySet().stream()
                .map(entry -> Sha256.of(entry.getValue()) + "  " + entry.getKey())
                .toList());
  }

  @Test
  void everyTruncationIsNamed() {
    for (int length = 8; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Tables.read(cut))
          .as("the first %d bytes", length)
          .isInstanceOf(TableException.class)
          .hasMessage("small is truncated: its end is missing. Copy it or make it again.");
    }
  }

  /** Damage to what the zip file says twice, or of dates, changes nothing. */
  @Test
  void noDamagedByteChangesATable() {
    int refused = 0;
    for (int at = 0; at < bytes.length; at += 5) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x20;
      try {
        assertThat(TableFile.bytes(Tables.read(damaged))).as("byte %d", at).isEqualTo(bytes);
      } catch (TableException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(bytes.length / 10);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "table.json",
        "architectures.json",
        "facts.npy",
        "epochs.npy",
        "failures.json",
        "values/test.accuracy.npy",
        "seconds.npy",
        "provenance.json",
        "sha256.txt"
      })
  void aMissingEntryIsNamed(String entry) throws IOException {
    Map<String, byte[]> contents = ZipContents.read(bytes);
    assertThat(contents.remove(entry)).isNotNull();

    assertThatThrownBy(() -> Tables.read(ZipContents.hashed(contents, entry)))
        .isInstanceOf(TableException.class)
        .hasMessage("small is damaged: the entry %s is missing. Copy it or make it again.", entry);
  }

  @Test
  void aChangedEntryIsNamed() throws IOException {
    Map<String, byte[]> contents = ZipContents.read(bytes);
    contents.get("values/test.accuracy.npy")[200] ^= 1;

    assertThatThrownBy(() -> Tables.read(ZipContents.write(contents, Deflater.BEST_COMPRESSION)))
        .isInstanceOf(TableException.class)
        .hasMessageContaining(
            "the entry values/test.accuracy.npy does not have the SHA-256 that sha256.txt lists");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "facts.npy | {'descr': '<f4', 'fortran_order': False, 'shape': (2,), }"
            + " | it has the type <f4, the shape (2,) and fortran_order False, expected <f8",
        "epochs.npy | {'descr': '<i4'} | its header",
        "seconds.npy | {'descr': '<f4', 'fortran_order': False, 'shape': (25, 3, 3), }"
            + " | it has 4 bytes of numbers, expected 900 for the shape (25, 3, 3)",
      })
  void anArrayOfAnotherShapeIsNamed(String entry, String header, String message)
      throws IOException {
    Map<String, byte[]> contents = ZipContents.read(bytes);
    byte[] text = (header + "\n").getBytes(StandardCharsets.US_ASCII);
    byte[] array = Arrays.copyOf(contents.get(entry), 10 + text.length + 4);
    array[8] = (byte) text.length;
    array[9] = 0;
    System.arraycopy(text, 0, array, 10, text.length);
    contents.put(entry, array);

    assertThatThrownBy(() -> Tables.read(ZipContents.hashed(contents, "")))
        .isInstanceOf(TableException.class)
        .hasMessageContaining("small is damaged: the entry " + entry + " is malformed: " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "table.json | \"seeds\":3 | \"seeds\":3.5 | seeds",
        "table.json | \"seeds\":3 | \"seeds\":0 | seeds (0) and epochs (3) must be positive",
        "table.json | \"seeds\":3 | \"seedz\":3 | seed",
        "architectures.json | \"type\":\"option\" | \"type\":\"other\" | other",
        "failures.json | \"seed\":1 | \"seed\":9 | architecture 0 with seed 9 is not in the table",
        "failures.json | DIVERGED | SURVIVED | SURVIVED",
        "provenance.json | { | [ | the entry provenance.json is malformed",
      })
  void malformedJsonIsNamed(String entry, String text, String replacement, String message)
      throws IOException {
    Map<String, byte[]> contents = ZipContents.read(bytes);
    String json = new String(contents.get(entry), StandardCharsets.UTF_8);
    assertThat(json).contains(text);
    contents.put(entry, json.replace(text, replacement).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Tables.read(ZipContents.hashed(contents, "")))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("small is damaged: the entry " + entry + " is malformed: ")
        .hasMessageContaining(message);
  }

  @Test
  void anotherFileIsNoTable() {
    byte[] text = "name: wine\n".repeat(9).getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> Tables.read(text))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("small is no table of results: it is not a zip file.");
    assertThatThrownBy(() -> TableFile.definition("small", new ByteArrayInputStream(text)))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("small is no table of results: it is not a zip file.");
  }

  @Test
  void anotherVersionIsNamed() throws IOException {
    Map<String, byte[]> contents = ZipContents.read(bytes);
    contents.put("table.json", "{\"version\":2}".getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Tables.read(ZipContents.write(contents, Deflater.BEST_COMPRESSION)))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "small has the version 2 of the format; this Espalier reads version 1. Maybe a newer"
                + " one can read it.");
  }
}
