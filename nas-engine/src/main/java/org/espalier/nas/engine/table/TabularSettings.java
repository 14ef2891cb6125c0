package org.espalier.nas.engine.table;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.plugin.SettingRanges;
import org.espalier.nas.api.trial.Fidelity;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the evaluation by a table.
 *
 * @param file a table written by {@code nas tabulate}, relative to the experiment file; absent: see
 *     {@code table}
 * @param table the name of an included table; ignored if there is a file
 * @param noise choice of the seeds' results
 * @param clock the reported time of a trial
 * @param epochs epochs of a trial of full fidelity; 0 for those of the table
 */
public record TabularSettings(
    @Description("Table written by nas tabulate.") @Nullable Path file,
    @Default("wine-mlp") @Description("Included table, if no file is given.") String table,
    @Default("seed") @Description("Results of a trial: those of one seed, or the mean of all.")
        Noise noise,
    @Default("none") @Description("Reported time of trials.") Clock clock,
    @Default("0") @Description("Epochs of a trial; 0 for those of the table.") @Range("[0, inf)")
        int epochs)
    implements EvaluatorSettings {

  /** Choice of the seeds' results. */
  public enum Noise {
    /** The results of one seed, drawn by the seed of the trial. */
    SEED,
    /** The mean over the seeds: the same for each trial of an architecture. */
    MEAN
  }

  /** Reported time of a trial. */
  public enum Clock {
    /** No reported time. */
    NONE,
    /** The time recorded in the table: the median over the seeds. */
    RECORDED
  }

  /** Checks the name of the table and the epochs. */
  public TabularSettings {
    Objects.requireNonNull(noise);
    Objects.requireNonNull(clock);
    SettingRanges.check(TabularSettings.class, file, table, noise, clock, epochs);
    TableSource unused = source(file, table);
  }

  /** Returns the source of the table. */
  public TableSource source() {
    return source(file, table);
  }

  private static TableSource source(@Nullable Path file, String table) {
    return file == null ? new TableSource(null, table) : new TableSource(file, null);
  }

  @Override
  public Set<String> metrics(@Nullable Task task) {
    return Set.copyOf(source().definition().metrics());
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
