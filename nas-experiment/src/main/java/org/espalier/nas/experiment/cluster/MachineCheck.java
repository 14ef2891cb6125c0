package org.espalier.nas.experiment.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.engine.provenance.Provenance;
import org.espalier.nas.engine.remote.RemoteFunction;
import org.espalier.nas.engine.remote.WorkerPlace;
import org.espalier.nas.engine.store.InMemoryStudyRepository;
import org.espalier.nas.engine.store.StudyDescription;
import org.espalier.nas.engine.study.Ledger;
import org.espalier.nas.engine.study.Study;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.espalier.nas.tf.device.DenormalMode;
import org.espalier.nas.tf.device.Devices;

/** Check of a machine: the facts on which the bits of results depend, and a small training. */
public final class MachineCheck implements RemoteFunction {

  /** Name of the function. */
  public static final String NAME = "machine";

  /** Fact with the number of the process. */
  static final String PROCESS = "process";

  /** Fact with the name of the machine. */
  static final String HOST = "host";

  /** Fact with the version of TensorFlow. */
  static final String TENSORFLOW = "tensorflow";

  /** Fact with the model of the processor. */
  static final String PROCESSOR = "cpu.model";

  /** Fact with the hash of the results of a small training. */
  static final String TRAINING = "training";

  /** Fact with the reason why nothing can be trained; absent if something can. */
  static final String FAULT = "fault";

  private static final List<String> OF_PROVENANCE =
      List.of("java.version", "os", "os.arch", PROCESSOR);

  private static final List<String> VARIABLES =
      List.of("TF_ENABLE_ONEDNN_OPTS", "ONEDNN_MAX_CPU_ISA", "TF_DETERMINISTIC_OPS");

  private static final String EXPERIMENT =
      """
      name: check
      dataset: {type: moons, samples: 400, noise: 0.2}
      searchSpace: {type: mlp, nodes: [64, 200], activations: [sigmoid, tanh, relu], dropout: [], maxLength: 4}
      controller: {type: random}
      evaluator: {type: training, epochs: 3, batch: 32}
      budget: {trials: 3}
      """;

  /** Creates the check. */
  public MachineCheck() {}

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public byte[] call(byte[] argument, WorkerPlace place) throws IOException {
    return new ObjectMapper().writeValueAsBytes(facts());
  }

  /** Returns the facts that a call returned. */
  static Map<String, String> read(byte[] value) {
    try {
      return new TreeMap<>(
          new ObjectMapper().readValue(value, new TypeReference<Map<String, String>>() {}));
    } catch (IOException e) {
      throw new NasException("The facts of a machine cannot be read: " + e.getMessage(), e);
    }
  }

  /** Returns the facts about this machine and this process. */
  static Map<String, String> facts() {
    Map<String, String> facts = new TreeMap<>();
    facts.put(HOST, host());
    facts.put(PROCESS, Long.toString(ProcessHandle.current().pid()));
    Map<String, String> known = Provenance.collect(Path.of("").toAbsolutePath()).entries();
    OF_PROVENANCE.forEach(name -> facts.put(name, known.getOrDefault(name, "unknown")));
    for (String name : VARIABLES) {
      String value = System.getenv(name);
      facts.put(name, value == null ? "unset" : value);
    }
    try {
      facts.put(TENSORFLOW, Devices.find().version());
      facts.put("denormals", DenormalMode.ofProcess().toString());
      facts.put(TRAINING, training());
    } catch (RuntimeException | LinkageError e) {
      facts.put(FAULT, e instanceof NasException ? String.valueOf(e.getMessage()) : e.toString());
    }
    return facts;
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "unknown";
    }
  }

  private static String training() {
    Catalogue catalogue = Catalogue.load(MachineCheck.class.getClassLoader());
    LocatedExperiment located =
        new ExperimentReader(catalogue).readStored(Path.of("check"), EXPERIMENT);
    try (ExperimentGraph graph =
        ExperimentGraph.of(located, catalogue, new RunFolder(Path.of("check")))) {
      StudyDescription description =
          new StudyDescription("check", located.experiment().seed(), "", Map.of(), Instant.EPOCH);
      return Ledger.of(
              new Study(
                      located.experiment().study(),
                      graph.setup(List.of()),
                      new InMemoryStudyRepository().create("check", description),
                      InstantSource.system())
                  .run()
                  .results())
          .hash();
    }
  }
}
