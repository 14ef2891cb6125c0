package org.espalier.nas.engine.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.engine.study.TokenSpace;
import org.junit.jupiter.api.Test;

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
  void theDefinitionIsReadAlone() {
    byte[] beginning = Arrays.copyOf(bytes, bytes.length / 2);

    assertThat(TableFile.definition("small", new ByteArrayInputStream(beginning)))
        .isEqualTo(table.definition());
  }

  @Test
  void timesAreBehindWhatTheSameTrainingsGiveAgain() {
    byte[] results = TableFile.resultBytes(table);
    BenchmarkTable slower = Tables.slower(space);

    assertThat(TableFile.resultBytes(slower)).isEqualTo(results);
    assertThat(Arrays.copyOf(TableFile.bytes(slower), results.length)).isEqualTo(results);
    assertThat(TableFile.bytes(slower)).isNotEqualTo(bytes);
  }

  @Test
  void aSampleHasTheBytesOfThatPartOfTheWhole() {
    BenchmarkTable sample = Tables.sample(space, 5);

    assertThat(sample.architectures()).hasSize(5);
    assertThat(TableFile.resultBytes(Tables.sound(space, Tables.EPOCHS).of(sample.architectures())))
        .isEqualTo(TableFile.resultBytes(sample));
  }

  @Test
  void whereverItIsCutOffThatIsSaid() {
    for (int length = 8; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> Tables.read(cut))
          .as("the first %d bytes", length)
          .isInstanceOf(TableException.class)
          .hasMessage("small is cut off: its end is missing. Copy or make it again.");
    }
  }

  @Test
  void anyDamagedByteIsFound() {
    for (int at = 10; at < bytes.length; at++) {
      byte[] damaged = bytes.clone();
      damaged[at] ^= 0x20;
      assertThatThrownBy(() -> Tables.read(damaged))
          .as("byte %d", at)
          .isInstanceOf(TableException.class)
          .hasMessageMatching("small is (damaged|cut off): .* Copy or make it again\\.");
    }
  }

  @Test
  void anotherFileIsNoTable() {
    assertThatThrownBy(() -> Tables.read("name: wine\n".repeat(9).getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("small is no table: it does not begin with NASTABLE.");
  }

  @Test
  void aNewerFormatIsNamed() {
    byte[] newer = bytes.clone();
    newer[9] = 2;
    assertThatThrownBy(() -> Tables.read(newer))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "small has the format 2; this version of Espalier reads format 1. Maybe a newer one can"
                + " read it.");
  }
}
