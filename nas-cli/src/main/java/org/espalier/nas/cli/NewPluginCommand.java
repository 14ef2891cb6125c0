package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.NasException;
import org.espalier.nas.cli.author.PluginKind;
import org.espalier.nas.cli.author.PluginNames;
import org.espalier.nas.cli.author.PluginProject;
import org.espalier.nas.cli.author.ProjectFolder;
import org.espalier.nas.cli.author.Sdk;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code nas new plugin}. */
@Command(
    name = "plugin",
    description = {
      "Creates a Maven project with a working example, its tests and an experiment that uses it.",
      "",
    },
    footer = {
      "%nExamples:",
      "  nas new plugin my-controller",
      "  nas new plugin pyramid --kind searchSpace --package com.acme.pyramid --in ../plugins",
    })
final class NewPluginCommand implements Callable<Integer> {
  /**
   * System property with the location of nas-api, nas-problems and nas-testkit, set by the
   * launcher.
   */
  static final String SDK = "nas.sdk";

  /** System property with the location of the launcher. */
  private static final String COMMAND = "nas.command";

  @ParentCommand
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private NewCommand parent;

  @Parameters(
      paramLabel = "NAME",
      description = "Id of the component in experiment files, and name of the folder.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private String name;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      defaultValue = "controller",
      converter = PluginKinds.class,
      completionCandidates = PluginKinds.class,
      description = "One of ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private PluginKind kind;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "Java package of the classes (default: a package below org.example).")
  private @Nullable String packageName;

  @Option(
      names = "--in",
      paramLabel = "DIR",
      defaultValue = ".",
      description = "Parent folder of the project (default: current folder).")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything is called.
  private Path in;

  @Override
  public Integer call() {
    Nas nas = parent.nas();
    PluginNames names =
        packageName == null ? PluginNames.of(name) : new PluginNames(name, packageName);
    requireFree(nas);
    PluginProject project = new PluginProject(kind, names, sdk());
    Path folder = in.resolve(name).normalize();
    ProjectFolder.write(folder, project.files());
    nas.out().print(next(folder));
    nas.out().flush();
    return ExitCode.DONE;
  }

  private void requireFree(Nas nas) {
    if (nas.catalogue().find(kind.component(), name).isPresent()) {
      throw new InvalidSettingException(
          "name",
          "The %s %s already exists; choose another name.".formatted(kind.component(), name));
    }
  }

  private static Sdk sdk() {
    String folder = System.getProperty(SDK);
    if (folder == null) {
      throw new NasException(
          "The system property "
              + SDK
              + " does not give the location of nas-api; run this command with Espalier's nas"
              + " script.");
    }
    return new Sdk(Path.of(folder));
  }

  private String next(Path folder) {
    return """
    Made %1$s: %2$s with its tests and an experiment.

    Next: cd %1$s
          mvn verify
          mkdir -p plugins && cp target/%3$s.jar plugins/
          %4$s run experiment.yaml --plugins plugins
    """
        .formatted(folder, kind.described(), name, System.getProperty(COMMAND, "nas"));
  }
}
