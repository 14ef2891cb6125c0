package org.espalier.nas.benchmark.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.api.evaluation.Progress;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;

/**
 * Networks for a comparison with Keras: {@code main FOLDER}. It writes {@code networks.jsonl}, the
 * descriptions of 20 networks sampled from {@code chain-cnn} and of the {@link NamedNetwork}s, and
 * trains some of them for one epoch and exports them to {@code models}.
 */
public final class NetworkDump {
  private static final String SPACE =
      """
      {type: chain-cnn, minLayers: 1, maxLayers: 4, skips: true,
       kernel: {type: categorical, options: ['1', '3', '5']},
       filters: {type: categorical, options: ['4', '8', '16']},
       stride: {type: categorical, options: ['1', '2']},
       pool: {type: categorical, options: ['1', '2']},
       dropout: {type: categorical, options: ['0.0', '0.2']},
       activation: {type: categorical, options: [relu, elu, tanh]},
       batchNorm: {type: categorical, options: ['true', 'false']},
       head: {pooling: {type: categorical, options: [flatten, global]}, maxLayers: 2}}
      """
          .replace("\n", " ");
  private static final int SAMPLED = 20;
  private static final List<Integer> EXPORTED = List.of(0);
  private static final List<String> EXPORTED_NAMES = List.of("SEPARABLE");

  /** A large validation part leaves few images to train on, which is enough here. */
  private static final double VALIDATION = 0.78;

  private NetworkDump() {}

  /** Writes descriptions and models. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    Path models = folder.resolve("models");
    List<String> lines = new ArrayList<>();
    try (ImageTrials chains = new ImageTrials(SPACE, 64, VALIDATION, "");
        ImageTrials named = ImageTrials.named(64, VALIDATION, "")) {
      List<Architecture> sampled = new ArrayList<>();
      RandomStreams streams = new RandomStreams(14);
      for (int i = 0; i < SAMPLED; i++) {
        sampled.add(chains.space().sampleUniformly(streams.stream("sample", i)));
        lines.add(NetworkText.of("chain" + i, chains.space().lower(sampled.get(i))));
      }
      for (String name : NamedNetwork.names()) {
        lines.add(NetworkText.of(name, named.space().lower(NamedNetworkPlugin.architecture(name))));
      }
      Files.write(folder.resolve("networks.jsonl"), lines);
      for (int i : EXPORTED) {
        export(chains, sampled.get(i), models.resolve("chain" + i));
      }
      for (String name : EXPORTED_NAMES) {
        export(named, NamedNetworkPlugin.architecture(name), models.resolve(name));
      }
    }
  }

  private static void export(ImageTrials trials, Architecture architecture, Path folder) {
    trials.finalTrainer().train(architecture, 1, 1, Progress.unwatched()).export(folder);
  }
}
