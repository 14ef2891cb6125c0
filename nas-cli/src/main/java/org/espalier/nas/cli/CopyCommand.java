package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.engine.store.StoreUrl;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.engine.store.run.StoreFile;
import org.espalier.nas.experiment.text.ShellText;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas copy}. */
@Command(
    name = "copy",
    description = {
      "Copies the study of a run, with everything needed to continue it, from its folder into a"
          + " database server; or, with --store, from a database server into the run's folder."
          + " Other files of the folder, such as weights, are not copied.",
    },
    footer = {
      "%nExamples:",
      "  nas copy latest jdbc:postgresql://host/studies",
      "  nas copy quickstart --store jdbc:postgresql://host/studies",
    })
final class CopyCommand implements Callable<Integer> {

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Nas nas;

  @Mixin private final RunOptions run = new RunOptions();

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "URL",
      description = "Database server to copy into.")
  private @Nullable String url;

  @Override
  public Integer call() {
    nas.out().println(url == null ? fetch() : copy(StoreOption.parsed("URL", url, nas.command())));
    nas.out().flush();
    return ExitCode.DONE;
  }

  private String copy(StoreUrl target) {
    Path folder =
        run.store().flag(nas).isPresent()
            ? run.folder(nas)
            : new RunFolders(run.out()).find(run.typed());
    String key = RunFolders.key(folder);
    int trials = nas.studies().copy(folder.toString(), new StoreFile(target, key));
    return "Copied %s with %s to %s.%nContinue it on another machine with: nas resume %s --store %s"
        .formatted(
            key,
            Words.count(trials, "trial"),
            target,
            ShellText.quoted(key),
            ShellText.quoted(target.text()));
  }

  private String fetch() {
    if (run.store().url(nas).isEmpty()) {
      throw new ParameterException(
          nas.command(),
          "Give the database server to copy into, as URL, or the one to copy from, as --store URL.");
    }
    Path folder = run.folder(nas);
    Optional<StoreFile> source = StoreFile.in(folder);
    if (source.isEmpty()) {
      throw new ParameterException(
          nas.command(), "RUN (%s) has its study in its folder already.".formatted(run.typed()));
    }
    int trials = nas.studies().fetch(folder.toString());
    return "Copied %s with %s from %s.%nContinue it with: nas resume %s"
        .formatted(
            source.get().key(),
            Words.count(trials, "trial"),
            source.get().url(),
            ShellText.quoted(ShownPath.of(folder)));
  }
}
