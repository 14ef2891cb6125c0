package org.espalier.nas.experiment.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.engine.remote.WorkerPlace;
import org.junit.jupiter.api.Test;

class ClusterHealthTest {

  private static final Map<String, String> HERE =
      Map.of(
          "host", "ada",
          "process", "1",
          "tensorflow", "2.18.0",
          "cpu.model", "new",
          "training", "c3e9");

  private static List<String> faults(Map<String, String> differences) {
    Map<String, String> executor = new HashMap<>(HERE);
    executor.putAll(Map.of("host", "grace", "process", "7"));
    executor.putAll(differences);
    return new ClusterHealth(HERE, List.of(HERE, executor)).faults();
  }

  @Test
  void equalBitsAreHealthyWhateverTheMachine() {
    assertThat(faults(Map.of("cpu.model", "other", "java.version", "21"))).isEmpty();
  }

  @Test
  void anotherTensorFlowIsNamed() {
    assertThat(faults(Map.of("tensorflow", "2.16.2", "training", "other")))
        .containsExactly(
            "The executor 7 on grace has TensorFlow 2.16.2, and this machine 2.18.0: install the"
                + " same version.");
  }

  @Test
  void aProcessorWithOtherBitsIsNamed() {
    assertThat(faults(Map.of("cpu.model", "old", "training", "other")))
        .containsExactly(
            "The executor 7 on grace gives other bits than this machine: results would depend on"
                + " the place of a trial. Different: cpu.model (old, here new).");
  }

  @Test
  void otherBitsWithoutACauseAreNamedToo() {
    assertThat(faults(Map.of("training", "other")))
        .singleElement()
        .asString()
        .endsWith("Different: nothing that was looked at.");
  }

  @Test
  void anExecutorThatCannotTrainIsNamed() {
    assertThat(faults(Map.of("fault", "No library.")))
        .containsExactly("The executor 7 on grace cannot train: No library.");
  }

  @Test
  void factsComeBackFromAMachine() throws Exception {
    Map<String, String> facts =
        MachineCheck.read(
            new MachineCheck()
                .call(new byte[0], new WorkerPlace("executor 1", Path.of(""), List.of())));

    assertThat(facts).containsKeys("host", "process", "tensorflow", "cpu.model", "training");
    assertThat(facts).isEqualTo(MachineCheck.facts());
  }
}
