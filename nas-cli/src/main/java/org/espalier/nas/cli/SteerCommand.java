package org.espalier.nas.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.view.SteeringList;
import org.espalier.nas.engine.steering.SteeringCommand;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.steering.SteeringRequests;
import org.espalier.nas.engine.store.StoredStudy;
import org.espalier.nas.experiment.run.StudySteering;
import org.espalier.nas.experiment.text.Durations;
import org.espalier.nas.experiment.text.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;

/** {@code nas steer}. */
@Command(
    name = "steer",
    description = {
      "Sends commands to a run, or lists those it has taken. They are part of its ledger: nas"
          + " replay and nas resume know them, and nas run --steering repeats them.",
    },
    footer = {
      "%nExamples:",
      "  nas steer latest",
      "  nas steer latest --enqueue \"[(64, relu), (32, tanh), (1, sigmoid)]\"",
      "  nas steer latest --stop-trial 12 --note \"12 had diverged\"",
      "  nas steer latest --trials 200",
      "  nas steer latest --stop",
    })
final class SteerCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Option(
      names = "--stop",
      description = "Propose no more trials; those proposed already are finished.")
  private boolean stop;

  @Option(
      names = "--stop-trial",
      paramLabel = "N",
      description = "Stop a running trial after its next epoch; its result counts.")
  private List<Integer> trials = List.of();

  @Option(
      names = "--enqueue",
      paramLabel = "CHOICES",
      description = "Evaluate an architecture: all its choices, as nas trials shows them.")
  private List<String> architectures = List.of();

  @Option(names = "--trials", paramLabel = "N", description = "Set the limit of trials.")
  private @Nullable Integer trialLimit;

  @Option(names = "--epochs", paramLabel = "N", description = "Set the limit of epochs.")
  private @Nullable Integer epochs;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      description = "Set the limit of simulated training time.")
  private @Nullable Integer seconds;

  @Option(
      names = "--wall-clock",
      paramLabel = "TIME",
      description = "Set the time limit, such as 20m, earlier sessions included.")
  private @Nullable String wallClock;

  @Option(names = "--note", paramLabel = "TEXT", description = "Replace the note about the run.")
  private @Nullable String note;

  @Option(names = "--tag", paramLabel = "NAME", description = "Add a tag.")
  private List<String> tags = List.of();

  @Option(names = "--untag", paramLabel = "NAME", description = "Remove a tag.")
  private List<String> removed = List.of();

  @Option(names = "--withdraw", description = "Withdraw the commands that still wait.")
  private boolean withdraw;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws InterruptedException {
    Path folder = run.folder(nas);
    StudySteering steering =
        new StudySteering(nas.studies(), nas::catalogue, InstantSource.system());
    List<SteeringCommand> commands = commands();
    for (SteeringCommand command : commands) {
      steering.check(folder.toString(), command).ifPresent(nas.err()::println);
    }
    nas.err().flush();
    SteeringRequests requests = nas.studies().requests(folder.toString());
    if (withdraw) {
      requests.waiting().forEach(request -> requests.remove(request.id()));
    }
    List<SteeringRequest> sent = new ArrayList<>();
    for (SteeringCommand command : commands) {
      sent.add(steering.send(folder.toString(), command));
    }
    StoredStudy study = taken(folder, sent);
    boolean running = nas.studies().holder(folder.toString()).isPresent();
    SteeringList list = new SteeringList(study.steering(), requests.waiting(), running);
    nas.out().print(json ? Json.of(list.tree()) + "\n" : list.text());
    nas.out().flush();
    return refused(study, sent) ? ExitCode.FAILED : ExitCode.DONE;
  }

  private List<SteeringCommand> commands() {
    List<SteeringCommand> commands = new ArrayList<>();
    architectures.forEach(typed -> commands.add(enqueue(typed)));
    trials.forEach(trial -> commands.add(new SteeringCommand.StopTrial(trial)));
    if (trialLimit != null || epochs != null || seconds != null || wallClock != null) {
      commands.add(
          new SteeringCommand.ChangeBudget(trialLimit, epochs, seconds, time().orElse(null)));
    }
    if (stop) {
      commands.add(new SteeringCommand.StopStudy());
    }
    if (note != null) {
      commands.add(new SteeringCommand.Note(null, note));
    }
    tags.forEach(tag -> commands.add(new SteeringCommand.Tag(tag, true)));
    removed.forEach(tag -> commands.add(new SteeringCommand.Tag(tag, false)));
    return commands;
  }

  private SteeringCommand enqueue(String typed) {
    if (typed.isBlank()) {
      throw wrong("--enqueue (%s) must be the choices of an architecture.".formatted(typed));
    }
    return SteeringCommand.EnqueueArchitecture.parse(typed);
  }

  private Optional<Duration> time() {
    if (wallClock == null) {
      return Optional.empty();
    }
    return Optional.of(
        Durations.parse(wallClock)
            .orElseThrow(
                () ->
                    wrong(
                        "--wall-clock (%s) must be a time, such as 20m or 1h30m."
                            .formatted(wallClock))));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(nas.command().getSubcommands().get("steer"), message);
  }

  /** Waits a moment for the process that works on the run, if there is one. */
  private StoredStudy taken(Path folder, List<SteeringRequest> sent) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (true) {
      StoredStudy study = nas.studies().read(folder.toString());
      boolean all = sent.stream().allMatch(request -> event(study, request).isPresent());
      if (all || System.nanoTime() > end || nas.studies().holder(folder.toString()).isEmpty()) {
        return study;
      }
      Thread.sleep(PAUSE.toMillis());
    }
  }

  private static Optional<SteeringEvent> event(StoredStudy study, SteeringRequest request) {
    return study.steering().stream()
        .filter(event -> event.request().equals(request.id()))
        .findFirst();
  }

  private static boolean refused(StoredStudy study, List<SteeringRequest> sent) {
    return sent.stream()
        .anyMatch(
            request -> event(study, request).filter(found -> found.refusal() != null).isPresent());
  }
}
