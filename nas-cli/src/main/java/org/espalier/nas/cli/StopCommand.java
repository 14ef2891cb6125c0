package org.espalier.nas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.api.NasException;
import org.espalier.nas.experiment.run.RunStatus;
import org.espalier.nas.experiment.run.StopRequest;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas stop}. */
@Command(
    name = "stop",
    description = {
      "Asks the process that works on a run to stop, and waits until it has. Finished trials are"
          + " kept; nas resume continues.",
    },
    footer = {"%nExamples:", "  nas stop latest", "  nas stop quickstart --wait 300"})
final class StopCommand implements Callable<Integer> {
  private static final Duration PAUSE = Duration.ofMillis(100);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--wait",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description = "Longest time to wait for the process (default: ${DEFAULT-VALUE}).")
  private int wait;

  @Override
  public Integer call() throws InterruptedException {
    if (wait < 0) {
      throw new ParameterException(nas.command(), "--wait (" + wait + ") must not be negative.");
    }
    Path folder = run.folder(nas);
    Path shown = ShownPath.of(folder);
    Optional<String> holder = holder(folder);
    if (holder.isEmpty()) {
      nas.out().println(shown + " is not running: " + status(folder).text() + ".");
      nas.out().flush();
      return ExitCode.DONE;
    }
    StopRequest request = new StopRequest(folder);
    request.make();
    long end = System.nanoTime() + Duration.ofSeconds(wait).toNanos();
    while (holder(folder).equals(holder)) {
      if (System.nanoTime() > end) {
        throw new NasException(
            "%s has not stopped in %d s; %s still works on it. It stops after the current step of its trials; if it hangs, end it with kill -9."
                .formatted(shown, wait, holder.get()));
      }
      Thread.sleep(PAUSE.toMillis());
    }
    request.withdraw();
    RunStatus status = status(folder);
    nas.out().println(shown + ": " + status.text() + ".");
    if (status == RunStatus.INTERRUPTED) {
      nas.out().println("Continue with: nas resume " + ShellText.quoted(shown));
    }
    nas.out().flush();
    return ExitCode.DONE;
  }

  private Optional<String> holder(Path folder) {
    return nas.studies().holder(folder.toString());
  }

  private RunStatus status(Path folder) {
    return RunStatus.of(nas.studies().read(folder.toString()), nas.studies());
  }
}
