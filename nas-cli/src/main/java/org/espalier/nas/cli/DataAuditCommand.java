package org.espalier.nas.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.data.cache.PreparedDataCache;
import org.espalier.nas.data.catalogue.CatalogueDataset;
import org.espalier.nas.data.catalogue.CatalogueSettings;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.experiment.file.ExperimentReader;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.text.Json;
import org.espalier.nas.experiment.wiring.ExperimentGraph;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code nas data audit}. */
@Command(
    name = "audit",
    description = {
      "Checks a data set for problems: leaking labels, row numbers, constant",
      "columns, duplicates across parts, unscaled features, rare classes."
    },
    footer = {
      "%nExamples:",
      "  nas data audit experiments/mlpnas-as-published.yaml",
      "  nas data audit iris --json",
    })
final class DataAuditCommand implements Callable<Integer> {
  private static final long SEED = 1;

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private DataCommand data;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private CommandSpec spec;

  @Parameters(
      paramLabel = "FILE|NAME",
      description = "An experiment file, or the name of a public data set.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private String subject;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (subject.endsWith(".yaml") || subject.endsWith(".yml") || Files.exists(Path.of(subject))) {
      auditExperiment(Path.of(subject));
    } else {
      print(named());
    }
    return ExitCode.DONE;
  }

  private void auditExperiment(Path file) {
    Catalogue catalogue = data.nas().catalogue();
    RunFolder nowhere = new RunFolder(Path.of(""));
    try (DownloadBar bar = new DownloadBar(data.nas().err());
        ExperimentGraph graph =
            ExperimentGraph.of(
                new ExperimentReader(catalogue).read(file, List.of()), catalogue, nowhere, bar)) {
      print(
          graph
              .dataset()
              .orElseThrow(
                  () -> new ParameterException(spec.commandLine(), file + " has no dataset.")));
    }
  }

  private Dataset named() {
    CatalogueSettings settings =
        new CatalogueSettings(
            subject,
            List.of(),
            TaskChoice.AUTO,
            Map.of(),
            Map.of(),
            List.of(),
            List.of(),
            Preparation.standard());
    try (DownloadBar bar = new DownloadBar(data.nas().err())) {
      return new CatalogueDataset(settings, new RandomStreams(SEED), new PreparedDataCache(), bar);
    }
  }

  private void print(Dataset dataset) {
    PrintWriter out = data.nas().out();
    DatasetInfo info = dataset.info();
    List<Finding> findings = dataset.audit();
    if (json) {
      Map<String, Object> tree = new LinkedHashMap<>();
      tree.put("dataset", info.name());
      tree.put("hash", info.hash());
      tree.put("findings", findings.stream().map(DataAuditCommand::tree).toList());
      out.println(Json.of(tree));
      return;
    }
    out.printf("%s: %s (%s)%n", info.name(), info.summary(), examples(info));
    if (!dataset.folds().isEmpty()) {
      out.printf("%d folds; these are the parts of the first%n", dataset.folds().size());
    }
    out.println(
        findings.isEmpty() ? "No findings." : Words.count(findings.size(), "finding") + ":");
    findings.forEach(finding -> out.println("  " + finding.subject() + ": " + finding.message()));
  }

  /** Returns the sizes of the parts: {@code 3,918 training, 490 validation, 490 test}. */
  private static String examples(DatasetInfo info) {
    return info.sizes().entrySet().stream()
        .map(
            part ->
                String.format(
                    Locale.ROOT,
                    "%,d %s",
                    part.getValue(),
                    part.getKey().name().toLowerCase(Locale.ROOT)))
        .collect(Collectors.joining(", "));
  }

  private static Map<String, Object> tree(Finding finding) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("kind", finding.kind().name().toLowerCase(Locale.ROOT));
    tree.put("subject", finding.subject());
    tree.put("message", finding.message());
    return tree;
  }
}
