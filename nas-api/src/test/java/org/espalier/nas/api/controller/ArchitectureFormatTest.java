package org.espalier.nas.api.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureFormatTest {
  private static final Architecture MIXED =
      new Architecture(
          List.of(
              new Choice.Option("layer 1", 3, "(16, relu)"),
              new Choice.Whole("epochs", Long.MIN_VALUE),
              new Choice.Real("rate", 0.1 + 0.2)));

  @Test
  void readsWhatItWrote() throws IOException {
    assertThat(read(bytes(MIXED))).isEqualTo(MIXED);
    assertThat(read(bytes(Architecture.empty()))).isEqualTo(Architecture.empty());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.0, Double.MIN_VALUE, 1e-300, Math.PI, Double.MAX_VALUE})
  void realNumbersComeBackToTheLastBit(double value) throws IOException {
    Architecture architecture = new Architecture(List.of(new Choice.Real("rate", value)));

    Choice.Real read = (Choice.Real) read(bytes(architecture)).choices().get(0);

    assertThat(Double.doubleToRawLongBits(read.value()))
        .isEqualTo(Double.doubleToRawLongBits(value));
  }

  @Test
  void severalStandOneAfterTheOther() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    ArchitectureFormat.write(out, MIXED);
    ArchitectureFormat.write(out, Architecture.empty());
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));

    assertThat(ArchitectureFormat.read(in)).isEqualTo(MIXED);
    assertThat(ArchitectureFormat.read(in)).isEqualTo(Architecture.empty());
    assertThat(in.read()).isNegative();
  }

  @Test
  void whatIsCutOffAnywhereIsNotRead() throws IOException {
    byte[] whole = bytes(MIXED);
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(part)).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void anUnknownKindOfChoiceIsNamed() {
    byte[] bytes = {0, 0, 0, 1, 7, 0, 1, 'x'};

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("No kind of choice has the number 7.");
  }

  @Test
  void aNegativeLengthIsNone() {
    byte[] bytes = {-1, -1, -1, -1};

    assertThatThrownBy(() -> read(bytes))
        .isInstanceOf(IOException.class)
        .hasMessage("An architecture cannot have -1 choices.");
  }

  private static byte[] bytes(Architecture architecture) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ArchitectureFormat.write(new DataOutputStream(bytes), architecture);
    return bytes.toByteArray();
  }

  private static Architecture read(byte[] bytes) throws IOException {
    return ArchitectureFormat.read(new DataInputStream(new ByteArrayInputStream(bytes)));
  }
}
