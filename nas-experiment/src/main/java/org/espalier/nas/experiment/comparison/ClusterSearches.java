package org.espalier.nas.experiment.comparison;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.espalier.nas.engine.remote.Bundle;
import org.espalier.nas.engine.remote.Cluster;
import org.espalier.nas.engine.remote.RemoteException;
import org.espalier.nas.experiment.cluster.ShippedPlugins;
import org.espalier.nas.experiment.file.Comparison;
import org.espalier.nas.experiment.file.Experiment;
import org.espalier.nas.experiment.file.InvalidExperimentException;
import org.espalier.nas.experiment.file.LocatedComparison;
import org.espalier.nas.experiment.file.LocatedComparison.Variant;
import org.espalier.nas.experiment.plugin.Catalogue;

/**
 * Searches on the machines of a cluster, one task each. A search that was interrupted starts anew.
 */
final class ClusterSearches implements SearchPlace {
  private final Cluster cluster;
  private final LocatedComparison located;
  private final ArmSearchFolder folder;
  private final Interruption interruption;
  private final Map<String, byte[]> plugins;
  private final Map<String, String> facts;

  private ClusterSearches(
      Cluster cluster,
      LocatedComparison located,
      ArmSearchFolder folder,
      Interruption interruption,
      Map<String, byte[]> plugins,
      Map<String, String> facts) {
    this.cluster = cluster;
    this.located = located;
    this.folder = folder;
    this.interruption = interruption;
    this.plugins = plugins;
    this.facts = facts;
  }

  /**
   * Connects to a cluster.
   *
   * @param connection connects to the cluster, which is closed with the searches
   * @param facts facts that the results depend on, of which those about the program are sent along
   * @param folder the folder for the files that the searches send back
   */
  static ClusterSearches open(
      Supplier<Cluster> connection,
      LocatedComparison located,
      Catalogue catalogue,
      Map<String, String> facts,
      ArmSearchFolder folder,
      Interruption interruption) {
    Map<String, byte[]> plugins = ShippedPlugins.of(catalogue);
    return new ClusterSearches(
        connection.get(),
        located,
        folder,
        interruption,
        plugins,
        ProgramFactsRepository.facts(facts));
  }

  /**
   * Checks that the searches of a comparison can run on a cluster.
   *
   * @throws InvalidExperimentException if they cannot
   */
  static void check(LocatedComparison located) {
    located.forEach(
        variant -> {
          Experiment experiment = variant.located().experiment();
          if (experiment.store() != null || experiment.artifacts() != null) {
            String key = experiment.store() == null ? "artifacts" : "store";
            throw new InvalidExperimentException(
                variant.located().place(key),
                "Searches on a cluster send their files back and use no %s; remove the key."
                    .formatted(key));
          }
        });
  }

  @Override
  public int workers() {
    int workers = located.comparison().workers();
    return workers == 0 ? Comparison.MOST_CALLS : workers;
  }

  @Override
  public Supplier<Optional<SearchFile>> begin(ArmSearch search) {
    byte[] order = new SearchOrder(located, search, facts).bundle(plugins).bytes();
    Future<byte[]> call = cluster.call(SearchFunction.NAME, order);
    return () ->
        interruption
            .during(() -> value(call), () -> call.cancel(true))
            .map(Bundle::of)
            .map(found -> keep(search, found));
  }

  private static Optional<byte[]> value(Future<byte[]> call) {
    try {
      return Optional.of(call.get());
    } catch (CancellationException interrupted) {
      return Optional.empty();
    } catch (InterruptedException interrupted) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException failed) {
      Throwable cause = failed.getCause();
      throw cause instanceof RemoteException remote
          ? remote
          : new RemoteException("A search ended unexpectedly: " + cause, failed);
    }
  }

  private SearchFile keep(ArmSearch search, Bundle found) {
    Variant variant = search.variant();
    folder.keepRun(search, found);
    return SearchAnswer.result(found, variant.located());
  }

  @Override
  public void close() {
    cluster.close();
  }
}
