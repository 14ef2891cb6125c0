package org.espalier.nas.benchmark.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.searchspace.cell.CellSearchSpace;
import org.espalier.nas.searchspace.cell.CellSettings;
import org.espalier.nas.searchspace.cell.CellSettings.BlockInputs;
import org.espalier.nas.searchspace.cell.CellSettings.ChannelSchedule;
import org.espalier.nas.searchspace.cell.CellSettings.Combination;
import org.espalier.nas.searchspace.cell.CellSettings.OutputRule;
import org.espalier.nas.searchspace.cell.CellSettings.OutputStates;
import org.espalier.nas.searchspace.cell.CellSettings.Stem;

/**
 * Cells for a comparison with Keras: {@code main FILE}. It writes a line of JSON for each of 20
 * networks sampled from {@code nasnet-cell} with several settings, and for NASNet-A (6 @ 768): the
 * settings, the decisions and the number of parameters, without the layers.
 */
public final class CellDump {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SAMPLED = 20;
  private static final DatasetInfo CIFAR =
      new DatasetInfo.Image(
          "cifar",
          new Task.Classification(
              "class", IntStream.range(0, 10).mapToObj(each -> "class" + each).toList()),
          TensorShape.of(32, 32, 3),
          Collections.nCopies(3, DatasetInfo.Channel.standardized(128, 64)),
          Map.of(),
          "");

  private CellDump() {}

  /** Writes the descriptions. */
  public static void main(String[] arguments) throws IOException {
    List<CellSettings> settings =
        List.of(
            settings(5, BlockInputs.ALL, "nasnet", Combination.SEARCHED, OutputRule.UNUSED, 8),
            settings(5, BlockInputs.ALL, "amoeba", Combination.ADD, OutputRule.ALL, 12),
            settings(4, BlockInputs.ALL, "darts", Combination.ADD, OutputRule.UNUSED, 6),
            settings(5, BlockInputs.CELL_ONLY, "chapter", Combination.SEARCHED, OutputRule.ALL, 4));
    RandomStreams streams = new RandomStreams(15);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < SAMPLED; i++) {
      CellSettings each = settings.get(i % settings.size());
      CellSearchSpace space = new CellSearchSpace(each, CIFAR);
      lines.add(line("cells" + i, each, space, space.sample(streams.stream("sample", i))));
    }
    CellSettings published = published();
    CellSearchSpace space = new CellSearchSpace(published, CIFAR);
    for (Map.Entry<String, Architecture> known : space.named().entrySet()) {
      if (known.getKey().equals("NASNet-A")) {
        lines.add(line(known.getKey(), published, space, known.getValue()));
      }
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static CellSettings settings(
      int blocks,
      BlockInputs inputs,
      String operations,
      Combination combination,
      OutputRule output,
      int filters) {
    Stem stem = inputs == BlockInputs.ALL ? Stem.CIFAR : Stem.NONE;
    ChannelSchedule channels =
        inputs == BlockInputs.ALL ? ChannelSchedule.DOUBLE : ChannelSchedule.CHAPTER;
    return new CellSettings(
        blocks,
        inputs,
        List.of(operations),
        combination,
        output,
        null,
        1,
        3,
        filters,
        channels,
        stem,
        false,
        0,
        0);
  }

  private static CellSettings published() {
    return new CellSettings(
        5,
        BlockInputs.ALL,
        List.of("nasnet"),
        Combination.ADD,
        OutputRule.UNUSED,
        new OutputStates(List.of(1, 2, 3, 4, 5, 6), List.of(3, 4, 5, 6)),
        6,
        3,
        32,
        ChannelSchedule.DOUBLE,
        Stem.CIFAR,
        false,
        0,
        0);
  }

  private static String line(
      String name, CellSettings settings, CellSearchSpace space, Architecture architecture)
      throws JsonProcessingException {
    NetworkSpec network = space.lower(architecture);
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", name);
    described.put("settings", settings);
    described.put("input", network.input().dimensions());
    described.put("outputs", network.output().size());
    described.put("decisions", architecture.choices().stream().map(Choice::text).toList());
    described.put("parameters", network.parameters());
    return JSON.writeValueAsString(described);
  }
}
