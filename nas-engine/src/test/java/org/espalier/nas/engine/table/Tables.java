package org.espalier.nas.engine.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Account;
import org.espalier.nas.api.trial.Cost;
import org.espalier.nas.api.trial.FailureCause;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.Phase;
import org.espalier.nas.api.trial.Proposal;
import org.espalier.nas.api.trial.Trial;
import org.espalier.nas.api.trial.TrialResult;

/** Small tables whose results follow from the seeds of their trainings. */
final class Tables {
  static final int EPOCHS = 3;
  static final int SEEDS = 3;

  /** Awkward to write: tabs, line breaks and backslashes in names. */
  static final DatasetInfo.Tabular DATA =
      new DatasetInfo.Tabular(
          "made\tup",
          new Task.Classification("class", List.of("a = b", "line\nbreak", "back\\slash")),
          TensorShape.of(4),
          List.of(
              new Feature("x\ty", "x\ty", null, 0.1, 1e-3, null),
              new Feature("c=", "c", "", 0, 1, 1.0),
              new Feature("d#0", "d", null, 0, 1, null, new CategoryEncoding.Hashing(0, 2)),
              new Feature(
                  "e", "e", null, 0.5, 2, 0.3, new CategoryEncoding.Frequency(Map.of("\t", 0.3)))),
          Map.of(Part.TRAINING, 10, Part.VALIDATION, 3),
          "abc");

  private Tables() {}

  static BenchmarkTable whole(SearchSpace space) {
    return of(space, TablePlan.whole(space, SEEDS, 7), false, 1, true, EPOCHS, DATA);
  }

  /** A table of trainings on other data. */
  static BenchmarkTable on(DatasetInfo data, SearchSpace space) {
    return of(space, TablePlan.whole(space, SEEDS, 7), false, 1, true, EPOCHS, data);
  }

  static BenchmarkTable sample(SearchSpace space, int size) {
    return of(space, TablePlan.sample(space, size, SEEDS, 7), true, 1, false, EPOCHS, DATA);
  }

  /** A table in which nothing failed. */
  static BenchmarkTable sound(SearchSpace space, int epochs) {
    return of(space, TablePlan.whole(space, SEEDS, 7), false, 1, false, epochs, DATA);
  }

  /** A table whose trainings took other times. */
  static BenchmarkTable slower(SearchSpace space) {
    return of(space, TablePlan.whole(space, SEEDS, 7), false, 2, true, EPOCHS, DATA);
  }

  private static BenchmarkTable of(
      SearchSpace space,
      TablePlan plan,
      boolean sample,
      int slowness,
      boolean failing,
      int epochs,
      DatasetInfo data) {
    List<TrialResult> trainings = new ArrayList<>();
    for (int number = 1; number <= plan.trainings(); number++) {
      trainings.add(training(plan, number, slowness, failing && number == 2, epochs));
    }
    return new TableBuilder(plan, epochs, trainings)
        .build(
            "small",
            "seed: 7\n",
            SpaceOutline.of(space).orElseThrow(),
            sample,
            data,
            Map.of("os", "any"));
  }

  /** One that fails measures one epoch. */
  private static TrialResult training(
      TablePlan plan, int number, int slowness, boolean fails, int epochs) {
    Architecture architecture = plan.architectures().get(plan.architectureOf(number));
    SplittableRandom random = new SplittableRandom(plan.trainingSeed(number));
    List<Measurement> measured = new ArrayList<>();
    for (int epoch = 1; epoch <= (fails ? 1 : epochs); epoch++) {
      measured.add(
          new Measurement(
              epoch,
              Map.of(
                  Measurement.VALIDATION_ACCURACY,
                  (double) (float) random.nextDouble(),
                  Measurement.VALIDATION_LOSS,
                  (double) (float) random.nextDouble(),
                  "test.accuracy",
                  (double) (float) random.nextDouble())));
    }
    Account account =
        new Account(
            Cost.ofEpochs(3),
            Map.of("parameters", parameters(architecture)),
            Map.of(
                Phase.BUILD,
                Duration.ofNanos(62_500_000L * slowness),
                Phase.TRAIN,
                Duration.ofMillis(375L * slowness)));
    Trial trial = new Trial(number, Proposal.of(architecture, Fidelity.epochs(epochs)), number, 0);
    Outcome outcome =
        fails
            ? new Outcome.Failed(measured, account, FailureCause.DIVERGED, "NaN")
            : new Outcome.Completed(measured, account);
    return new TrialResult(trial, outcome, fails ? null : 1.0);
  }

  private static double parameters(Architecture architecture) {
    return architecture.toString().hashCode() & 0xff;
  }

  static BenchmarkTable read(byte[] bytes) {
    return TableFile.read("small", new ByteArrayInputStream(bytes));
  }

  static Path file(BenchmarkTable table) {
    try {
      Path file = Files.createTempFile("small", TableFile.EXTENSION);
      file.toFile().deleteOnExit();
      TableFile.write(table, file);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
