package org.espalier.nas.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code nas resume}. */
@Command(
    name = "resume",
    description = "Resumes an interrupted run. Finished trials are not trained again.",
    footer = {"%nExamples:", "  nas resume latest", "  nas resume runs/quickstart/20261122-081500"})
final class ResumeCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Mixin private final SparkOption spark = new SparkOption();

  @Mixin private final DashboardOption dashboard = new DashboardOption();

  @Option(names = "--json", description = "Print the summary as JSON.")
  private boolean json;

  @Override
  public Integer call() {
    return new SearchSession(nas, json, dashboard).resume(run.folder(nas), spark.settings());
  }
}
