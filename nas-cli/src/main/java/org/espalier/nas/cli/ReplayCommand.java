package org.espalier.nas.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.view.ReplayText;
import org.espalier.nas.experiment.file.SettingFlag;
import org.espalier.nas.experiment.run.ReplayResult;
import org.espalier.nas.experiment.run.SearchReplay;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas replay}. */
@Command(
    name = "replay",
    description = {
      "Feeds a recorded search to its controller again, without training, and checks that"
          + " the proposals match the recording; or to another controller, to show its proposals.",
    },
    footer = {
      "%nExamples:",
      "  nas replay latest",
      "  nas replay latest --until 50",
      "  nas replay latest --controller random",
      "  nas replay latest --controller my.yaml --set controller.batch=5",
    })
final class ReplayCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--controller",
      paramLabel = "FILE|ID",
      description =
          "Another controller: an experiment file, a file with only the keys of a"
              + " controller, or the id of a controller.")
  private @Nullable String controller;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Override a setting: --set controller.batch=20. May be repeated.")
  private List<String> set = new ArrayList<>();

  @Option(names = "--until", paramLabel = "N", description = "Tell the first N results only.")
  private @Nullable Integer until;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    if (until != null && until < 0) {
      throw new ParameterException(nas.command(), "--until (" + until + ") must not be negative.");
    }
    SearchReplay.Wish wish =
        new SearchReplay.Wish(
            Optional.ofNullable(controller),
            set.stream().map(SettingFlag::parse).toList(),
            until == null ? Integer.MAX_VALUE : until);
    ReplayResult result = new SearchReplay(nas.catalogue()).replay(run.study(nas), wish);
    ReplayText text = new ReplayText(result);
    nas.out().print(json ? Json.of(text.tree()) + "\n" : text.toString());
    nas.out().flush();
    return result.failed() ? ExitCode.FAILED : ExitCode.DONE;
  }
}
