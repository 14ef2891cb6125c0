package org.espalier.nas.benchmark.peer;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.benchmark.image.NetworkText;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * The prepared data and the first networks of an experiment, for programs that train the same:
 * {@code main FILE FOLDER NETWORKS [SETTING...]}, with settings as after {@code --set}.
 *
 * <p>It writes {@code networks.jsonl}, the networks that the controller proposes before it is told
 * anything, and for the training and the validation part the features and targets as 32-bit
 * little-endian numbers, example after example; {@code data.json} has their shapes.
 */
public final class ExperimentDump {
  private ExperimentDump() {}

  /** Writes the files. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    int networks = Integer.parseInt(arguments[2]);
    List<SettingFlag> settings = Arrays.stream(arguments).skip(3).map(SettingFlag::parse).toList();
    Catalogue catalogue = Catalogue.load(ExperimentDump.class.getClassLoader());
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            new ExperimentReader(catalogue).read(Path.of(arguments[0]), settings),
            catalogue,
            new RunFolder(folder))) {
      writeNetworks(graph, networks, folder);
      writeData(graph.dataset().orElseThrow(), folder);
    }
  }

  private static void writeNetworks(ExperimentGraph graph, int networks, Path folder)
      throws IOException {
    NetworkSearchSpace space = (NetworkSearchSpace) graph.searchSpace();
    List<String> lines = new ArrayList<>();
    while (lines.size() < networks) {
      for (Proposal proposal : graph.controller().ask(networks - lines.size())) {
        lines.add(
            NetworkText.of(
                proposal.architecture().toString(), space.lower(proposal.architecture())));
      }
    }
    Files.write(folder.resolve("networks.jsonl"), lines);
  }

  private static void writeData(Dataset data, Path folder) throws IOException {
    for (Part part : List.of(Part.TRAINING, Part.VALIDATION)) {
      Examples examples = data.examples(part);
      String name = part.name().toLowerCase(Locale.ROOT);
      Files.write(folder.resolve(name + ".features"), bytes(examples.features()));
      Files.write(folder.resolve(name + ".targets"), bytes(examples.targets()));
    }
    Map<String, Object> shapes =
        Map.of(
            "shape", data.info().input().dimensions(),
            "training", data.examples(Part.TRAINING).size(),
            "validation", data.examples(Part.VALIDATION).size());
    Files.writeString(folder.resolve("data.json"), new ObjectMapper().writeValueAsString(shapes));
  }

  private static byte[] bytes(FloatBuffer values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.remaining() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }
}
