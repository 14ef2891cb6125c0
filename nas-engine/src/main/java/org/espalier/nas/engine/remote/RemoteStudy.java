package org.espalier.nas.engine.remote;

import java.util.Map;
import java.util.TreeMap;

/**
 * Description of a study for the processes that evaluate its trials.
 *
 * @param kind the kind of the description, by which a {@link WorkerProvider} is chosen
 * @param texts texts by name, which the provider understands
 * @param files contents of files by path relative to the worker's folder, such as plugins
 */
public record RemoteStudy(String kind, Map<String, String> texts, Map<String, byte[]> files) {

  /** Copies the maps. */
  public RemoteStudy {
    texts = new TreeMap<>(texts);
    files = new TreeMap<>(files);
  }
}
