package org.espalier.nas.benchmark.image;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;

/** Networks of one search space, which are trained in trials of their own. */
final class TrialFamily {
  private static final int BATCH = 100;
  private static final double IMAGES = 60_000;

  private final String name;
  private final String space;
  private final List<Architecture> networks;
  private final Map<Integer, ImageTrials> trials = new TreeMap<>();

  private TrialFamily(String name, String space, List<Architecture> networks) {
    this.name = name;
    this.space = space;
    this.networks = networks;
  }

  /** Returns the MNIST network. */
  static TrialFamily mnist() {
    return new TrialFamily(
        "mnist",
        "{type: " + NamedNetworkPlugin.TYPE + "}",
        List.of(NamedNetworkPlugin.architecture("MNIST")));
  }

  /**
   * Returns random networks.
   *
   * @param space the search space in YAML
   */
  static TrialFamily sampled(String name, String space, int count) throws IOException {
    RandomStreams streams = new RandomStreams(6);
    try (ImageTrials trials = new ImageTrials(space, BATCH, BATCH / IMAGES, "")) {
      return new TrialFamily(
          name,
          space,
          IntStream.range(0, count)
              .mapToObj(i -> trials.space().sampleUniformly(streams.stream("sample", i)))
              .toList());
    }
  }

  /** Returns the name in requests. */
  String name() {
    return name;
  }

  /** Returns the networks. */
  List<Architecture> networks() {
    return networks;
  }

  /** Returns the trials that validate on that many images; for the same number, the same object. */
  ImageTrials validatedOn(int images) throws IOException {
    ImageTrials known = trials.get(images);
    if (known != null) {
      return known;
    }
    ImageTrials made = new ImageTrials(space, BATCH, images / IMAGES, "");
    trials.put(images, made);
    return made;
  }
}
