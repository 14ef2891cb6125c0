package org.espalier.nas.experiment;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonAnalysis;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.experiment.comparison.ComparisonReport;
import org.espalier.nas.experiment.comparison.ComparisonRun;
import org.espalier.nas.experiment.file.ComparisonReader;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.InterruptSource;
import org.espalier.nas.experiment.run.RunLog;

/**
 * A comparison that a file describes, with settings of the program's own. Immutable: each method
 * returns a changed copy.
 */
public final class ComparisonSearch {
  private final Path file;
  private final Settings settings;
  private final Plugins plugins;

  ComparisonSearch(Path file) {
    this(file, Settings.none(), Plugins.onClassPath());
  }

  private ComparisonSearch(Path file, Settings settings, Plugins plugins) {
    this.file = file;
    this.settings = settings;
    this.plugins = plugins;
  }

  /**
   * A comparison that has ended.
   *
   * @param folder the folder with the report and the numbers
   * @param results the statistics
   */
  public record Result(Path folder, ComparisonResults results) {}

  /**
   * Returns the comparison with another setting, as {@code --set} gives it on the command line.
   *
   * @param key the path to the setting, such as {@code budget.trials}
   * @param value a text, number, boolean, enum constant, duration or path, or a list or map of such
   */
  public ComparisonSearch with(String key, Object value) {
    return new ComparisonSearch(file, settings.with(key, value), plugins);
  }

  /** Returns the comparison with another number of seeds for each arm. */
  public ComparisonSearch seeds(int seeds) {
    return with("seeds", seeds);
  }

  /** Returns the comparison with another folder, in which it gets a folder of its own. */
  public ComparisonSearch output(Path folder) {
    return with("output.folder", folder.toAbsolutePath());
  }

  /** Returns the comparison with plugins from folders, besides those on the class path. */
  public ComparisonSearch plugins(Path... folders) {
    return new ComparisonSearch(file, settings, new Plugins(List.of(folders)));
  }

  /**
   * Runs the searches that are missing, analyses all and writes the report.
   *
   * @throws org.espalier.nas.experiment.file.InvalidExperimentException with everything that is
   *     wrong with the file or the settings
   * @throws org.espalier.nas.api.NasException if something goes wrong that is no search's fault
   */
  public Result run() {
    Catalogue catalogue = plugins.load();
    LocatedComparison located = new ComparisonReader(catalogue).read(file, settings.flags());
    ComparisonRun.Ended ended =
        new ComparisonRun(
                catalogue,
                ExperimentSearch.studies(),
                new ComparisonRun.Watcher() {},
                InterruptSource.none(),
                RunLog.none(),
                Clusters.installed(ComparisonSearch.class.getClassLoader()))
            .run(located, file, true);
    ComparisonResults results = ComparisonAnalysis.of(ended.record());
    ComparisonReport.write(results, ended.stored());
    return new Result(ended.folder(), results);
  }
}
