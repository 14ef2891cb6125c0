package org.espalier.nas.experiment.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.espalier.nas.analysis.picture.ClassSamples;
import org.espalier.nas.analysis.picture.ImageSamples;
import org.espalier.nas.analysis.picture.Picture;
import org.espalier.nas.analysis.report.RunSubjects;
import org.espalier.nas.analysis.statistics.Ranking;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.data.AugmentedSample;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DownloadListener;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/**
 * The networks, images and decisions of a stored run, made anew from its experiment and its data.
 * Nothing is downloaded for them.
 */
public final class StoredSubjects {
  private static final long SAMPLES_SEED = 0;

  private final Catalogue catalogue;

  /** Creates the subjects of runs whose components are in a catalogue. */
  public StoredSubjects(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns the subjects; without networks and images, but with the reason, if they are missing.
   */
  RunSubjects of(StoredStudy study) {
    List<TrialResult> best = Ranking.of(study.history()).top(RunSubjects.MOST_NETWORKS);
    try (ExperimentGraph graph = graph(study)) {
      Optional<NetworkSearchSpace> space = networks(graph);
      return new RunSubjects(
          space.map(networks -> byTrial(best, networks::lower)).orElse(Map.of()),
          space.map(networks -> byTrial(best, networks::cells)).orElse(Map.of()),
          graph.dataset().map(data -> images(data, graph)).orElseGet(ImageSamples::none),
          graph.searchSpace().decisions(),
          "");
    } catch (NasException missing) {
      return RunSubjects.missing(String.valueOf(missing.getMessage()));
    }
  }

  /**
   * The network of a trial.
   *
   * @param network the network
   * @param cells its cells by name, in the order in which they are shown; empty if it has none
   */
  public record TrialNetwork(NetworkSpec network, Map<String, CellGraph> cells) {
    /** Copies, keeping the order. */
    public TrialNetwork {
      cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }
  }

  /**
   * Returns the network of a trial of a run.
   *
   * @throws NasException if the architectures of the run are no networks, or its data have changed
   *     or are missing
   */
  public TrialNetwork network(StoredStudy study, TrialResult trial) {
    return network(study, trial.trial().proposal().architecture());
  }

  /**
   * Returns the network of an architecture of a run.
   *
   * @throws NasException if the architectures of the run are no networks, or its data have changed
   *     or are missing
   */
  public TrialNetwork network(StoredStudy study, Architecture architecture) {
    try (ExperimentGraph graph = graph(study)) {
      NetworkSearchSpace space =
          networks(graph)
              .orElseThrow(
                  () ->
                      new NasException(
                          "The architectures of the run %s are no networks."
                              .formatted(study.key())));
      return new TrialNetwork(space.lower(architecture), space.cells(architecture));
    }
  }

  /**
   * Returns the decisions of the search space of a run, with nothing masked; none if the space
   * cannot be made, such as without its data.
   */
  public List<Decision> decisions(StoredStudy study) {
    return ofSpace(study, SearchSpace::decisions).orElse(List.of());
  }

  /**
   * Returns what a function takes from the search space of a run, before its data are let go.
   *
   * @param property a function that never returns null
   * @return empty if the space cannot be made, such as without its data
   */
  public <T> Optional<T> ofSpace(StoredStudy study, Function<SearchSpace, T> property) {
    try (ExperimentGraph graph = graph(study)) {
      return Optional.of(property.apply(graph.searchSpace()));
    } catch (NasException missing) {
      return Optional.empty();
    }
  }

  /**
   * Returns false if the evaluator of a run offers no final trainer, so that {@code nas train}
   * refuses its trials; true if it does, or its experiment cannot be read here.
   */
  public boolean trainable(StoredStudy study) {
    try {
      return located(study).experiment().evaluatorSettings().finalTrainer().isPresent();
    } catch (NasException unknown) {
      return true;
    }
  }

  private static Optional<NetworkSearchSpace> networks(ExperimentGraph graph) {
    return graph.searchSpace() instanceof NetworkSearchSpace space
        ? Optional.of(space)
        : Optional.empty();
  }

  private ExperimentGraph graph(StoredStudy study) {
    ExperimentGraph graph =
        ExperimentGraph.of(
            located(study), catalogue, new RunFolder(Path.of(study.key())), refusal());
    try {
      SearchRun.requireSameData(graph.dataset(), study.description());
      return graph;
    } catch (NasException changed) {
      graph.close();
      throw changed;
    }
  }

  private LocatedExperiment located(StoredStudy study) {
    return new StoredPlugins(study.description(), catalogue)
        .read(Path.of(study.key()).resolve(SearchRun.EXPERIMENT), study.description().yaml());
  }

  private static ImageSamples images(Dataset data, ExperimentGraph graph) {
    Map<String, List<AugmentedSample>> augmented =
        graph.evaluatorSettings().augmentedSamples(data, ImageSamples.MOST_IMAGES, SAMPLES_SEED);
    return augmented.isEmpty()
        ? ImageSamples.of(data.examples(Part.TRAINING), data.info().task())
        : augmented(augmented, data.info().task() instanceof Task.Classification);
  }

  private static ImageSamples augmented(Map<String, List<AugmentedSample>> byClass, boolean named) {
    List<ClassSamples> classes = new ArrayList<>();
    byClass.forEach(
        (name, samples) -> {
          if (!samples.isEmpty()) {
            classes.add(
                new ClassSamples(
                    named ? name : "",
                    pictures(samples, AugmentedSample::original),
                    pictures(samples, AugmentedSample::augmented)));
          }
        });
    return ImageSamples.first(classes);
  }

  private static List<Picture> pictures(
      List<AugmentedSample> samples, Function<AugmentedSample, byte[]> levels) {
    return samples.stream()
        .map(sample -> Picture.of(sample.shape(), levels.apply(sample)))
        .toList();
  }

  private static <T> Map<Integer, T> byTrial(
      List<TrialResult> trials, Function<Architecture, T> property) {
    Map<Integer, T> values = new LinkedHashMap<>();
    for (TrialResult result : trials) {
      values.put(result.trial().number(), property.apply(result.trial().proposal().architecture()));
    }
    return values;
  }

  private static DownloadListener refusal() {
    return (download, received) -> {
      throw new NasException("The data of the run are not on this machine.");
    };
  }
}
