package org.espalier.nas.experiment.toy;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.evaluation.StudyListener;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.NasPlugin;
import org.espalier.nas.api.plugin.NoSettings;
import org.espalier.nas.api.plugin.PluginRegistry;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.TrialResult;

/** A controller that continues trials, and a callback that counts the checkpoints kept for it. */
public final class HalvingPlugin implements NasPlugin {

  /** Four trials of one epoch; the better half continues to two, the best to four. */
  public static final class HalvingController implements Controller {
    private static final int FIRST = 4;

    private final SearchSpace space;
    private final RandomStreams random;
    private List<TrialResult> rung = new ArrayList<>();
    private int size = FIRST;
    private int proposed;

    @Inject
    HalvingController(SearchSpace space, RandomStreams random) {
      this.space = space;
      this.random = random;
    }

    @Override
    public List<Proposal> ask(int count) {
      if (proposed == 0) {
        proposed = FIRST;
        return random.stream("halving", 0)
            .longs(FIRST)
            .mapToObj(seed -> space.sample(random.stream("halving.sample", seed)))
            .map(architecture -> Proposal.of(architecture, Fidelity.epochs(1)))
            .toList();
      }
      if (rung.size() < size || size == 1) {
        return List.of();
      }
      List<TrialResult> best = best();
      size = best.size();
      rung = new ArrayList<>();
      return best.stream().map(HalvingController::longer).toList();
    }

    private List<TrialResult> best() {
      return rung.stream()
          .sorted(Comparator.comparingDouble(result -> -result.reward().orElseThrow()))
          .limit(size / 2)
          .toList();
    }

    private static Proposal longer(TrialResult result) {
      Proposal before = result.trial().proposal();
      return new Proposal(
          before.architecture(),
          Fidelity.epochs(2 * before.fidelity().epochs()),
          result.trial().number(),
          null);
    }

    @Override
    public void tell(List<TrialResult> results) {
      rung.addAll(results);
    }

    @Override
    public int batch() {
      return FIRST;
    }

    @Override
    public boolean continuesTrials() {
      return true;
    }

    @Override
    public Set<Integer> continuable() {
      return rung.stream().map(result -> result.trial().number()).collect(Collectors.toSet());
    }

    @Override
    public byte[] snapshot() {
      return new byte[0];
    }

    @Override
    public void restore(byte[] snapshot) {
      throw new IllegalStateException("Nobody resumes this one.");
    }
  }

  /** A callback that writes the number of checkpoints after each trial. */
  public static final class Census implements StudyListener {
    private final Path run;

    @Inject
    Census(RunFolder run) {
      this.run = run.path();
    }

    @Override
    public void finished(TrialResult result) {
      try (Stream<Path> files = Files.list(run.resolve("checkpoints"))) {
        Path census = run.resolve("census.txt");
        String before = Files.exists(census) ? Files.readString(census) : "";
        Files.writeString(census, before + files.count() + "\n");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void configure(PluginRegistry registry) {
    registry.component(
        ComponentKind.CONTROLLER, "toy-halving", HalvingController.class, NoSettings.class);
    registry.component(ComponentKind.CALLBACK, "census", Census.class, NoSettings.class);
  }
}
