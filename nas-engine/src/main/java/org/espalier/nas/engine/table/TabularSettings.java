package org.espalier.nas.engine.table;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * How trials are answered from a table.
 *
 * @param file a table that {@code nas tabulate} made, relative to the experiment file; absent: see
 *     {@code table}
 * @param table the name of a table that comes with Espalier; not looked at where there is a file
 * @param noise which of the seeds' results a trial gets
 * @param clock what time a trial is said to have taken
 * @param epochs epochs of a trial of full fidelity; 0 for those of the table
 */
public record TabularSettings(
    @Description("A table that nas tabulate made.") @Nullable Path file,
    @Default("wine-mlp") @Description("A table that comes with Espalier, where no file is given.")
        String table,
    @Default("seed") @Description("What a trial gets: the result of one seed, or their mean.")
        Noise noise,
    @Default("none") @Description("The time that trials are said to have taken.") Clock clock,
    @Default("0") @Description("Epochs of a trial; 0 for those of the table.") @Range("[0, inf)")
        int epochs)
    implements EvaluatorSettings {

  /** Which of the seeds' results a trial gets. */
  public enum Noise {
    /** That of one of the seeds, drawn by the seed of the trial. */
    SEED,
    /** The mean over the seeds: the same for each trial of an architecture. */
    MEAN
  }

  /** What time a trial is said to have taken. */
  public enum Clock {
    /** None. */
    NONE,
    /** What it took when the table was made: the median over the seeds. */
    RECORDED
  }

  /** Checks the name of the table and the epochs. */
  public TabularSettings {
    Objects.requireNonNull(noise);
    Objects.requireNonNull(clock);
    SettingRanges.check(TabularSettings.class, file, table, noise, clock, epochs);
    TableSource unused = source(file, table);
  }

  /** Where the table is. */
  public TableSource source() {
    return source(file, table);
  }

  private static TableSource source(@Nullable Path file, String table) {
    return file == null ? new TableSource(null, table) : new TableSource(file, null);
  }

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs == 0 ? source().definition().epochs() : epochs);
  }

  @Override
  public Optional<DatasetInfo> datasetInfo() {
    return source().definition().dataset();
  }

  @Override
  public boolean instant() {
    return true;
  }

  @Override
  public boolean chargesSeconds() {
    return clock == Clock.RECORDED;
  }
}
