package org.espalier.nas.tf.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.evaluation.Direction;
import org.espalier.nas.api.objective.Objective;
import org.espalier.nas.testkit.SettingsContract;
import org.junit.jupiter.api.Test;

class LatencySettingsTest extends SettingsContract {
  @Override
  protected Record settings() {
    return LatencySettings.measured();
  }

  @Override
  protected Record settingsFor(String setting) {
    return setting.equals("timeout") ? of(30, null, null, List.of("measure"), 60) : settings();
  }

  private static LatencySettings named(String name, int batch) {
    return new LatencySettings(name, batch, 6, 20, 30, 0.03, 3, null, null, List.of(), 60, 8.0);
  }

  @Test
  void theNameTellsTheBatchUnlessItIsGiven() {
    assertThat(LatencySettings.measured().objective())
        .isEqualTo(new Objective("latency", Direction.MINIMIZE, "ms", null, false));
    assertThat(named(null, 32).objective())
        .isEqualTo(new Objective("latency.batch32", Direction.MINIMIZE, "ms", 8.0, false));
    assertThat(named("cpu", 32).objective().name()).isEqualTo("cpu");
  }

  @Test
  void aBlankNameIsRefused() {
    assertThatThrownBy(() -> named(" ", 1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage("name must not be blank. Leave it out for the default.");
  }

  private static LatencySettings of(
      int pairs, String table, String device, List<String> command, double timeout) {
    return new LatencySettings(
        null,
        1,
        6,
        20,
        pairs,
        0.03,
        3,
        table == null ? null : Path.of(table),
        device,
        command,
        timeout,
        null);
  }

  @Test
  void aTableIsReproducible() {
    assertThat(of(30, "t.csv", "phone", List.of(), 60).objective().reproducible()).isTrue();
    assertThat(of(30, null, null, List.of("measure"), 60).objective().reproducible()).isFalse();
  }

  @Test
  void contradictionsAreRefusedByName() {
    refused(
        () -> of(30, "t.csv", null, List.of("measure", "-v"), 60),
        "command",
        "command [measure, -v] cannot go with table (t.csv): latencies have one source. Remove one of the two.");
    refused(
        () -> of(30, null, "phone", List.of(), 60),
        "device",
        "device (phone) names a column of a table, and there is none. Set table or remove device.");
    refused(
        () -> of(100, "t.csv", null, List.of(), 60),
        "pairs",
        "pairs (100) is of measurements in this process, which table replaces. Remove one of the two.");
    refused(
        () -> of(100, null, null, List.of("measure"), 60),
        "pairs",
        "pairs (100) is of measurements in this process, which command replaces. Remove one of the two.");
    refused(
        () -> of(30, null, null, List.of(), 5),
        "timeout",
        "timeout (5.0) limits the time of a command, and there is none. Set command or remove timeout.");
    refused(
        () -> of(30, null, null, List.of(" "), 60),
        "command",
        "command [ ] must begin with a program.");
  }

  private static void refused(ThrowingCallable constructor, String setting, String message) {
    assertThatThrownBy(constructor)
        .isInstanceOfSatisfying(
            InvalidSettingException.class, error -> assertThat(error.setting()).isEqualTo(setting))
        .hasMessage(message);
  }
}
