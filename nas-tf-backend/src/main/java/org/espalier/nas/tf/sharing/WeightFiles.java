package org.espalier.nas.tf.sharing;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import org.espalier.nas.api.storage.ArtifactStore;

/**
 * Files of shared weights among the artifacts of a run.
 *
 * @param artifacts the artifacts
 * @param folder beginning of the keys of single trials
 */
record WeightFiles(ArtifactStore artifacts, String folder) {
  private static final String EXTENSION = ".safetensors";

  /** Writes the weights of a trial to a file of their own. */
  void write(int trial, Map<WeightKey, LayerWeights> weights) {
    write(key(trial), weights);
  }

  /** Writes the newest weights of each key. */
  void writeNewest(Map<WeightKey, LayerWeights> weights) {
    write(newest(), weights);
  }

  private void write(String key, Map<WeightKey, LayerWeights> weights) {
    artifacts.write(key, out -> Safetensors.write(out, WeightNames.flatten(weights)));
  }

  /**
   * Returns the weights of a trial; empty if it has no file.
   *
   * @throws WeightFileException if the file is damaged
   */
  Optional<Map<WeightKey, LayerWeights>> read(int trial) {
    return read(key(trial));
  }

  /**
   * Returns the newest weights of each key; empty if they were not written yet.
   *
   * @throws WeightFileException if the file is damaged
   */
  Optional<Map<WeightKey, LayerWeights>> readNewest() {
    return read(newest());
  }

  private Optional<Map<WeightKey, LayerWeights>> read(String key) {
    String origin = artifacts.location(key);
    return artifacts
        .read(key, InputStream::readAllBytes)
        .map(content -> WeightNames.group(origin, Safetensors.parse(origin, content)));
  }

  /** Deletes the file of a trial, if there is one. */
  void delete(int trial) {
    artifacts.delete(key(trial));
  }

  /** Returns true if no trial has a file. */
  boolean isEmpty() {
    return artifacts.keys(folder).isEmpty();
  }

  /** Returns the path or address of the files of single trials. */
  String place() {
    return artifacts.location(folder);
  }

  /** Returns the path or address of the newest weights. */
  String placeOfNewest() {
    return artifacts.location(newest());
  }

  private String key(int trial) {
    return folder + "/trial-" + trial + EXTENSION;
  }

  private String newest() {
    return folder + EXTENSION;
  }
}
