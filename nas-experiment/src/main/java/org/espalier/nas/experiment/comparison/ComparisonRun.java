package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.Counts;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.ClusterSettings;
import org.espalier.nas.engine.remote.Clusters;
import org.espalier.nas.engine.store.StudyLock;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.SparkExecutorSettings;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.FreshFolder;
import org.espalier.nas.experiment.run.InterruptSource;
import org.espalier.nas.experiment.run.RunLog;
import org.espalier.nas.experiment.run.SearchWatcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runner of comparisons: it runs their missing searches. */
public final class ComparisonRun {
  private static final Logger LOG = LoggerFactory.getLogger(ComparisonRun.class);

  private final Catalogue catalogue;
  private final StudyRepository studies;
  private final Watcher watcher;
  private final InterruptSource interrupts;
  private final RunLog log;
  private final Clusters clusters;

  /**
   * Creates the runner.
   *
   * @param studies repository of the runs, by the paths of their folders
   * @param watcher observer of the comparison
   * @param interrupts source of requests to end early
   * @param log the log files of the comparisons, to which searches in this process write too
   * @param clusters kinds of clusters on which searches can run
   */
  public ComparisonRun(
      Catalogue catalogue,
      StudyRepository studies,
      Watcher watcher,
      InterruptSource interrupts,
      RunLog log,
      Clusters clusters) {
    this.catalogue = catalogue;
    this.studies = studies;
    this.watcher = watcher;
    this.interrupts = interrupts;
    this.log = log;
    this.clusters = clusters;
  }

  /** Observer of a comparison, called on the thread that runs it; it does nothing by default. */
  public interface Watcher extends SearchWatcher {

    /**
     * Called before the searches begin.
     *
     * @param folder the comparison's folder
     * @param all the number of all searches of the comparison
     * @param before the number of searches that are already stored
     */
    default void searching(Path folder, int all, int before) {}

    /** Called after a search has ended, successfully or not. */
    default void ended(SearchRecord search) {}

    /** Called after all searches have ended. */
    default void searched() {}
  }

  /** A comparison that has ended. */
  public static final class Ended {
    private final StoredComparison stored;
    private final ComparisonRecord record;
    private final int missing;
    private final int ran;

    private Ended(StoredComparison stored, ComparisonRecord record, int missing, int ran) {
      this.stored = stored;
      this.record = record;
      this.missing = missing;
      this.ran = ran;
    }

    /** Returns the stored comparison. */
    public StoredComparison stored() {
      return stored;
    }

    /** Returns the folder of the comparison. */
    public Path folder() {
      return stored.folder();
    }

    /** Returns the results. */
    public ComparisonRecord record() {
      return record;
    }

    /** Returns the number of searches yet to run, if the comparison was interrupted. */
    public int missing() {
      return missing;
    }

    /** Returns the number of searches that ran in this session. */
    public int ran() {
      return ran;
    }
  }

  /**
   * Runs the missing searches.
   *
   * @param file the comparison file, which lists name
   * @param replace true if a report of more seeds may be replaced
   * @throws InvalidSettingException if the report in the folder has more seeds, and may not be
   *     replaced
   * @throws NasException if an error occurs that is not the failure of a single search
   */
  public Ended run(LocatedComparison located, Path file, boolean replace) {
    Comparison comparison = located.comparison();
    if (comparison.executor() instanceof SparkExecutorSettings) {
      clusters.require(SparkExecutorSettings.TYPE);
      ClusterSearches.check(located);
    }
    Path folder = comparison.output().folder().resolve(comparison.name());
    try (FreshFolder fresh = FreshFolder.make(folder)) {
      StudyLock lock = StudyLock.acquire(folder);
      try {
        return log.during(
            folder, () -> run(located, file, new ArmSearchFolder(folder), fresh, replace));
      } finally {
        lock.close();
      }
    }
  }

  private Ended run(
      LocatedComparison located,
      Path file,
      ArmSearchFolder folder,
      FreshFolder fresh,
      boolean replace) {
    PreparedComparison prepared =
        PreparedComparison.of(located, catalogue, watcher.downloads(), folder.scratch());
    ReportHistory history =
        ReportHistory.of(folder.comparison(), prepared.searches().stream().map(ArmSearch::folder));
    if (!replace) {
      keepLargerReport(history, located);
    }
    if (!prepared.findings().isEmpty()) {
      watcher.audited(List.copyOf(prepared.findings()));
    }
    fresh.keep();
    Ended ended = run(located, prepared, new IndexWriter(located, prepared, file, folder), folder);
    LOG.info(
        "Comparison {} ends: {} searches run, {} to go",
        located.comparison().name(),
        ended.ran(),
        ended.missing());
    return ended;
  }

  /** Refuses to replace a report of more seeds of the same comparison. */
  private static void keepLargerReport(ReportHistory history, LocatedComparison located) {
    List<Integer> reported = history.seeds();
    int before = reported.isEmpty() ? 0 : reported.get(reported.size() - 1);
    int now =
        (int)
            located.variants().stream()
                .flatMap(variant -> variant.seeds().stream())
                .distinct()
                .count();
    if (now < before) {
      throw new InvalidSettingException(
          "seeds",
          "seeds (%d) would replace the report of %s in %s. Add --force to replace it, or set seeds to %d or more."
              .formatted(now, Counts.of(before, "seed"), history.folder(), before));
    }
  }

  private Ended run(
      LocatedComparison located,
      PreparedComparison prepared,
      IndexWriter index,
      ArmSearchFolder folder) {
    List<SearchRecord> searches = new ArrayList<>();
    List<ArmSearch> missing = new ArrayList<>();
    for (ArmSearch search : prepared.searches()) {
      folder.ended(search).ifPresentOrElse(searches::add, () -> missing.add(search));
    }
    LOG.info(
        "Comparison {} starts: {} searches, {} of them stored",
        located.comparison().name(),
        prepared.searches().size(),
        searches.size());
    index.write(searches);
    watcher.searching(folder.comparison(), prepared.searches().size(), searches.size());
    missing.forEach(folder::discardFailed);
    if (!missing.isEmpty()) {
      searches.addAll(search(located, prepared, missing, folder, index));
      watcher.searched();
    }
    int found = searches.size();
    int all = prepared.searches().size();
    StoredComparison stored = index.write(searches);
    return new Ended(
        stored,
        new ComparisonFacts(located, prepared, stored.history().seeds()).record(searches),
        all - found,
        found - (all - missing.size()));
  }

  private List<SearchRecord> search(
      LocatedComparison located,
      PreparedComparison prepared,
      List<ArmSearch> missing,
      ArmSearchFolder folder,
      IndexWriter index) {
    Interruption interruption = new Interruption();
    try (SearchPlace place = place(located, prepared, folder, interruption);
        SearchPool pool = new SearchPool(place.workers(), folder, interruption)) {
      return interrupts.during(
          () ->
              pool.run(
                  missing,
                  place,
                  record -> {
                    index.measured(record);
                    watcher.ended(record);
                  }),
          () -> {
            watcher.interrupting();
            interruption.ask();
          });
    }
  }

  private Cluster connect(ClusterSettings settings) {
    watcher.connecting(settings.master());
    return clusters.connect(settings);
  }

  private SearchPlace place(
      LocatedComparison located,
      PreparedComparison prepared,
      ArmSearchFolder folder,
      Interruption interruption) {
    Comparison comparison = located.comparison();
    if (comparison.executor() instanceof SparkExecutorSettings spark) {
      return ClusterSearches.open(
          () -> connect(spark.cluster(comparison.name())),
          located,
          catalogue,
          prepared.facts(),
          folder,
          interruption);
    }
    return ProcessSearches.open(
        catalogue,
        studies,
        located,
        prepared.searches(),
        folder,
        new QuietWatcher(watcher),
        interruption);
  }
}
