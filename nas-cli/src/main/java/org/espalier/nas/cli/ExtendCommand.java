package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.api.NasException;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.engine.study.StudyEnd;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas extend}. */
@Command(
    name = "extend",
    description = {
      "Continues a finished run with a larger budget. The results are those of a run with this"
          + " budget from the start; where they may differ, a warning says so.",
    },
    footer = {
      "%nExamples:",
      "  nas extend latest --trials 200",
      "  nas extend quickstart --trials 200 --epochs 2000",
    })
final class ExtendCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(names = "--trials", paramLabel = "N", description = "New limit of trials, in all.")
  private @Nullable String trials;

  @Option(names = "--epochs", paramLabel = "N", description = "New limit of epochs, in all.")
  private @Nullable String epochs;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "New limit of simulated training time, in all.")
  private @Nullable String seconds;

  @Option(
      names = "--wall-clock",
      paramLabel = "TIME",
      description = "New time limit, such as 20m, earlier sessions included.")
  private @Nullable String wallClock;

  @Mixin private final DashboardOption dashboard = new DashboardOption();

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    List<SettingFlag> flags = new ArrayList<>();
    add(flags, "--trials", "trials", trials);
    add(flags, "--epochs", "epochs", epochs);
    add(flags, "--seconds", "seconds", seconds);
    add(flags, "--wall-clock", "wallClock", wallClock);
    if (flags.isEmpty()) {
      throw new ParameterException(
          nas.command().getSubcommands().get("extend"),
          "Give the larger budget: --trials, --epochs, --seconds or --wall-clock.");
    }
    Path folder = run.folder(nas);
    requireFinished(folder);
    return new SearchSession(nas, json, dashboard).extend(folder, flags);
  }

  private static void add(
      List<SettingFlag> flags, String option, String limit, @Nullable String value) {
    if (value != null) {
      flags.add(new SettingFlag(option + " " + value, "budget." + limit, value));
    }
  }

  private void requireFinished(Path run) {
    StoredStudy study = nas.studies().read(run.toString());
    Path shown = ShownPath.of(run);
    Optional<String> holder = nas.studies().holder(run.toString());
    String folder = ShellText.quoted(shown);
    if (holder.isPresent()) {
      throw new NasException(
          "%s is running (%s). Wait until it ends, or stop it: nas stop %s"
              .formatted(shown, holder.get(), folder));
    }
    if (StudyEnd.of(study.sessions()).isEmpty()) {
      throw new NasException(
          "%s is %s, and only finished runs can be extended. Continue it first: nas resume %s"
              .formatted(shown, RunStatus.of(study, nas.studies()).text(), folder));
    }
  }
}
