package org.espalier.nas.experiment.comparison;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.plugin.RunFolder;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.engine.remote.RemoteFunction;
import org.espalier.nas.engine.remote.WorkerPlace;
import org.espalier.nas.engine.store.run.RunFolderRepository;
import org.espalier.nas.experiment.cluster.AssignedGpu;
import org.espalier.nas.experiment.cluster.ShippedPlugins;
import org.espalier.nas.experiment.file.LocatedExperiment;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.run.SearchWatcher;
import org.espalier.nas.experiment.wiring.ExperimentGraph;

/** The function that runs a search of a comparison, scores included, in another process. */
public final class SearchFunction implements RemoteFunction {
  static final String NAME = "search";

  /** Creates the function. */
  public SearchFunction() {}

  @Override
  public String name() {
    return NAME;
  }

  /** Returns the bytes of a {@link SearchAnswer} to a {@link SearchOrder}, and the run's files. */
  @Override
  public byte[] call(byte[] argument, WorkerPlace place) throws InterruptedException {
    Bundle bundle = Bundle.of(argument);
    bundle.writeFiles(place.folder());
    Catalogue catalogue = ShippedPlugins.load(place.folder());
    SearchOrder order = SearchOrder.of(bundle, catalogue);
    ArmSearchFolder results = new ArmSearchFolder(place.folder().resolve("comparison"));
    Map<String, String> answer = answer(order, catalogue, results, place.gpus());
    return new Bundle(answer, Bundle.filesOf(results.run(order.search()))).bytes();
  }

  private static Map<String, String> answer(
      SearchOrder order, Catalogue catalogue, ArmSearchFolder results, List<String> gpus)
      throws InterruptedException {
    LocatedExperiment located = order.search().variant().located();
    try {
      requireSame(order, catalogue, results);
      LocatedExperiment here = AssignedGpu.of(located, catalogue, gpus);
      Optional<SearchFile> found = runner(order, catalogue, results).run(order.search().with(here));
      return SearchAnswer.of(
          found.orElseThrow(() -> new InterruptedException("The search is cancelled.")));
    } catch (RemoteException e) {
      throw e;
    } catch (NasException e) {
      return SearchAnswer.of(e, located);
    }
  }

  /** Requires the data, files and code on which the results of the search depend. */
  private static void requireSame(SearchOrder order, Catalogue catalogue, ArmSearchFolder results) {
    ArmSearch search = order.search();
    try (ExperimentGraph graph =
        ExperimentGraph.of(
            search.variant().located(), catalogue, new RunFolder(results.scratch()))) {
      String identity =
          Identity.of(order.comparison(), search.variant(), graph.dataset(), catalogue);
      if (!identity.equals(search.identity())) {
        throw new RemoteException(
            "The data, the files or the code of %s here are not those of the comparison (identity %s, here %s): copy its files to this machine, and install the same version of the program."
                .formatted(search, search.identity(), identity));
      }
    }
  }

  private static ArmSearchRunner runner(
      SearchOrder order, Catalogue catalogue, ArmSearchFolder results) {
    return new ArmSearchRunner(
        catalogue,
        new ProgramFactsRepository(new RunFolderRepository(Path.of("")), order.facts()),
        order.comparison(),
        results,
        new SearchWatcher() {},
        new SharedEvaluations(),
        new Interruption());
  }
}
