package org.espalier.nas.cli;

import java.nio.file.Path;
import java.util.List;
import org.espalier.nas.engine.steering.SteeringEvent;
import org.espalier.nas.engine.steering.SteeringRequest;
import org.espalier.nas.engine.store.run.RunFolders;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flag that repeats the commands by which another run was steered. */
final class SteeringOption {

  @Option(
      names = "--steering",
      paramLabel = "RUN",
      description =
          "Repeat the commands by which another run was steered, at their places in the search.")
  private @Nullable String run;

  /**
   * Returns the commands of the other run that its search depended on.
   *
   * @param out the folder in which runs are kept
   */
  List<SteeringRequest> commands(Nas nas, Path out) {
    return run == null
        ? List.of()
        : nas.studies().read(new RunFolders(out).find(run).toString()).steering().stream()
            .filter(SteeringEvent::changedSearch)
            .map(SteeringEvent::again)
            .toList();
  }
}
