package org.espalier.nas.experiment.run;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.espalier.nas.analysis.report.SharingAuditPage;
import org.espalier.nas.analysis.sharing.AuditCost;
import org.espalier.nas.analysis.sharing.AuditReport;
import org.espalier.nas.analysis.sharing.AuditSample;
import org.espalier.nas.analysis.sharing.SharingAudit;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;
import org.espalier.nas.api.storage.Sha256;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.api.trial.Outcome;
import org.espalier.nas.api.trial.TrialResult;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.store.StudyJournal;
import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.study.StudySummary;
import org.espalier.nas.engine.table.TablePlan;
import org.espalier.nas.experiment.cluster.Execution;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.ExperimentWriter;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import org.jspecify.annotations.Nullable;

/**
 * The audit of a run whose trials depend on earlier ones: a sample of its architectures is trained
 * without this dependence, and the scores are compared.
 */
public final class SharingAuditRun {
  private static final String PURPOSE = "audit.sample";
  private static final String DEFINITION = "audit.definition";
  private static final String FOLDER = "audits";
  private static final String PAGE = "audit.html";
  private static final int HASH = 8;

  private final Catalogue catalogue;
  private final Tabulation.Watcher watcher;
  private final PlannedTrainings trainings;

  /**
   * Creates an audit.
   *
   * @param studies repository of the trainings, by the path of their folder
   * @param watcher observer of the trainings
   * @param clock clock for the beginning and end of trainings
   * @param interrupts source of requests to end early
   */
  public SharingAuditRun(
      Catalogue catalogue,
      StudyRepository studies,
      Tabulation.Watcher watcher,
      InstantSource clock,
      InterruptSource interrupts) {
    this.catalogue = catalogue;
    this.watcher = watcher;
    this.trainings = new PlannedTrainings(studies, watcher, clock, interrupts);
  }

  /**
   * The extent of an audit.
   *
   * @param sample number of architectures to retrain
   * @param seeds seeds per architecture
   * @param epochs epochs of a training; null for those of the evaluator
   * @param workers number of trainings at the same time; null for that of the experiment
   */
  public record Extent(
      int sample, int seeds, @Nullable Integer epochs, @Nullable Integer workers) {}

  /**
   * An audit that has ended.
   *
   * @param report its results; empty if the trainings were interrupted
   * @param page the page with them
   */
  public record Ended(Optional<AuditReport> report, Path page) {}

  /**
   * A run and what of it is trained.
   *
   * @param study the run
   * @param shared its experiment
   * @param alone the same experiment without dependence between trials
   * @param sample the trials
   */
  private record Subject(
      StoredStudy study, Experiment shared, Experiment alone, AuditSample sample) {

    /** Returns everything that the results of the trainings depend on. */
    String definition(int seeds, Fidelity fidelity) {
      return "# seeds: %d, epochs: %d, trials: %s\n%s"
          .formatted(
              seeds,
              fidelity.epochs(),
              sample.drawn().stream()
                  .map(one -> Integer.toString(one.result().trial().number()))
                  .collect(Collectors.joining(" ")),
              new ExperimentWriter().yaml(alone, PlannedTrainings.DEFINING::contains));
    }

    AuditReport report(int seeds, Fidelity fidelity, List<TrialResult> trainings) {
      return new AuditReport(
          study.description().name(),
          String.valueOf(Path.of(study.key()).getFileName()),
          "%s: %s"
              .formatted(
                  shared.evaluator().type(), shared.evaluatorSettings().dependence().orElseThrow()),
          study.description().provenance().getOrDefault(RunProvenance.REWARD, "not described"),
          seeds,
          fidelity.epochs(),
          sample.available(),
          SharingAudit.of(
              sample.audited(trainings, seeds), AuditCost.of(study.results(), trainings)));
    }
  }

  /**
   * Runs the missing trainings of an audit and writes its page, unless interrupted.
   *
   * @throws InvalidSettingException if the run has not finished, its trials do not depend on each
   *     other, or it has too few
   * @throws NasException if its data have changed, or the page cannot be written
   */
  public Ended run(StoredStudy study, Extent extent) {
    requireFinished(study);
    Path run = Path.of(study.key());
    LocatedExperiment located =
        new StoredPlugins(study.description(), catalogue)
            .read(run.resolve(SearchRun.EXPERIMENT), study.description().yaml());
    Experiment shared = located.experiment();
    LocatedExperiment alone = new LocatedExperiment(independent(study, shared), located.settings());
    Path folder = run.resolve(FOLDER);
    try (ExperimentGraph graph =
        ExperimentGraph.of(alone, catalogue, new RunFolder(folder), watcher.downloads())) {
      SearchRun.requireSameData(graph.dataset(), study.description());
      AuditSample sample =
          AuditSample.of(
              candidates(study, shared.evaluatorSettings().fullFidelity()),
              graph.searchSpace()::canonical,
              extent.sample(),
              new RandomStreams(shared.seed()).seed(PURPOSE, 0));
      return audit(new Subject(study, shared, alone.experiment(), sample), alone, graph, extent);
    }
  }

  private Ended audit(
      Subject subject, LocatedExperiment located, ExperimentGraph graph, Extent extent) {
    Experiment alone = subject.alone();
    Fidelity fidelity =
        Fidelity.epochs(
            extent.epochs() == null
                ? alone.evaluatorSettings().standaloneEpochs()
                : extent.epochs());
    List<Architecture> architectures =
        subject.sample().architectures().stream().map(graph.searchSpace()::canonical).toList();
    TablePlan plan = new TablePlan(architectures, extent.seeds(), alone.seed());
    String definition = subject.definition(extent.seeds(), fidelity);
    Path folder = folder(subject.study(), extent, definition);
    Path page = folder.resolve(PAGE);
    int workers = extent.workers() == null ? alone.workers() : extent.workers();
    try (StudyJournal store =
        trainings.store(
            folder, trainings.describe(alone, graph, catalogue, DEFINITION, definition))) {
      SearchRun.requireSameData(graph.dataset(), store.description());
      StudySummary summary;
      try (Execution execution = Execution.here(located, trainings.clock())) {
        summary = trainings.train(execution, alone, graph, plan, fidelity, workers, store, folder);
      }
      if (summary.interrupted()) {
        return new Ended(Optional.empty(), page);
      }
      AuditReport report = subject.report(extent.seeds(), fidelity, summary.results());
      write(page, SharingAuditPage.render(report));
      return new Ended(Optional.of(report), page);
    }
  }

  private void requireFinished(StoredStudy study) {
    RunStatus status = RunStatus.of(study, trainings.studies());
    String remedy =
        switch (status) {
          case FINISHED -> null;
          case RUNNING -> "Wait until it has ended, or stop it: nas stop " + study.key();
          case INTERRUPTED -> "Finish it first: nas resume " + study.key();
          case FAILED -> "See its log and fix the cause: nas show " + study.key();
        };
    if (remedy != null) {
      throw new InvalidSettingException(
          "RUN",
          "The run %s (%s) cannot be audited before it has finished. %s"
              .formatted(study.key(), status.text(), remedy));
    }
  }

  private static Experiment independent(StoredStudy study, Experiment shared) {
    EvaluatorSettings settings = shared.evaluatorSettings();
    String type = shared.evaluator().type();
    if (settings.dependence().isEmpty()) {
      throw new InvalidSettingException(
          "RUN",
          "The run %s shares no weights: its evaluator (%s) evaluates each trial independently. Audit a run with sharing, such as evaluator.sharing.mode=bigram."
              .formatted(study.key(), type));
    }
    EvaluatorSettings alone = settings.independent();
    if (!(alone instanceof Record independent) || alone.dependence().isPresent()) {
      throw new InvalidSettingException(
          "RUN",
          "The run %s cannot be audited: its evaluator (%s) has no settings without %s. Its plugin has to return them from EvaluatorSettings.independent()."
              .formatted(study.key(), type, settings.dependence().orElseThrow()));
    }
    return shared.withEvaluator(independent);
  }

  /** Returns the trials that were trained fully by themselves and have a reward. */
  private static List<TrialResult> candidates(StoredStudy study, Fidelity full) {
    return study.results().stream()
        .filter(result -> result.outcome() instanceof Outcome.Completed)
        .filter(result -> result.reward().isPresent())
        .filter(result -> result.trial().proposal().fidelity().equals(full))
        .filter(result -> result.trial().proposal().continuedTrial() == null)
        .toList();
  }

  /** Returns the folder of an audit; audits with other trainings have other folders. */
  private static Path folder(StoredStudy study, Extent extent, String definition) {
    return Path.of(study.key(), FOLDER)
        .resolve(
            "%dx%d-%s"
                .formatted(
                    extent.sample(), extent.seeds(), Sha256.of(definition).substring(0, HASH)));
  }

  private static void write(Path page, String text) {
    try {
      AtomicFile.writeString(page, text);
    } catch (IOException error) {
      throw new NasException(
          "The page %s cannot be written: %s.".formatted(page, IoReason.of(error)), error);
    }
  }
}
