package org.espalier.nas.engine.remote;

import java.util.Map;

/**
 * A cluster and what a study takes of it.
 *
 * @param type the kind of cluster, such as {@code spark}
 * @param name the name that the cluster's own pages show
 * @param master the address of the cluster
 * @param executors the number of processes that evaluate trials, one trial at a time each; 0 for as
 *     many as the cluster gives
 * @param cores the number of processors of each
 * @param memory the heap of each, in MiB
 * @param nativeMemory the memory of each outside of the heap, which TensorFlow uses, in MiB
 * @param gpus the number of GPUs of each
 * @param ship true if the program's files are sent to the machines; false if they are there, at the
 *     same paths
 * @param options options of the cluster's own by name; they override all others
 */
public record ClusterSettings(
    String type,
    String name,
    String master,
    int executors,
    int cores,
    int memory,
    int nativeMemory,
    int gpus,
    boolean ship,
    Map<String, String> options) {

  /** Copies the options. */
  public ClusterSettings {
    options = Map.copyOf(options);
  }
}
