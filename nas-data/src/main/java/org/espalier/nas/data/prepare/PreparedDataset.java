package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.image.LabelledImages;

/** A data set made of a raw table or of images. */
public final class PreparedDataset implements Dataset {
  private final DatasetInfo info;
  private final PreparedParts parts;
  private final List<PreparedDataset> folds;
  private final List<Finding> findings;

  private PreparedDataset(
      DatasetInfo info, PreparedParts parts, List<PreparedDataset> folds, List<Finding> findings) {
    this.info = info;
    this.parts = parts;
    this.folds = List.copyOf(folds);
    this.findings = List.copyOf(findings);
  }

  /**
   * Prepares a table.
   *
   * @param streams source of the split's seed, unless the split has its own
   * @throws org.espalier.nas.api.InvalidDataException if the data cannot be used as they are
   */
  public static PreparedDataset of(RawData raw, Preparation preparation, RandomStreams streams) {
    return new TablePreparation(raw, preparation).prepare(streams);
  }

  /**
   * Prepares images. Nothing can be missing; duplicates are kept. All pixels of a channel share one
   * scale: {@code standardize} uses mean and deviation over the training part, {@code min-max}
   * divides by 255.
   *
   * @param streams source of the split's seed, unless the split has its own
   */
  public static PreparedDataset of(
      LabelledImages images, Preparation preparation, RandomStreams streams) {
    return new ImagePreparation(images, preparation).prepare(streams);
  }

  /**
   * Creates a data set from prepared parts.
   *
   * @param divisions the parts of each fold, or of the only division; the parts of the data set are
   *     those of the first
   */
  static PreparedDataset of(String name, List<PreparedParts> divisions, List<Finding> findings) {
    PreparedParts first = divisions.get(0);
    String hash = Fingerprint.of(divisions);
    List<PreparedDataset> folds = new ArrayList<>();
    if (divisions.size() > 1) {
      for (PreparedParts fold : divisions) {
        folds.add(of(name, fold, Fingerprint.of(List.of(fold)), List.of(), List.of()));
      }
    }
    return of(name, first, hash, folds, findings);
  }

  /** Creates a data set whose fingerprint, folds and findings are known. */
  static PreparedDataset of(
      String name,
      PreparedParts parts,
      String hash,
      List<PreparedDataset> folds,
      List<Finding> findings) {
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      sizes.put(part, parts.examples().get(part).size());
    }
    TensorShape shape = parts.examples().training().shape();
    DatasetInfo info = parts.input().info(name, parts.task(), shape, sizes, hash);
    return new PreparedDataset(info, parts, folds, findings);
  }

  @Override
  public DatasetInfo info() {
    return info;
  }

  @Override
  public Examples examples(Part part) {
    return parts.examples().get(part);
  }

  @Override
  public List<Dataset> folds() {
    return List.copyOf(folds);
  }

  /** Returns the derivation of the inputs. */
  PreparedInput input() {
    return parts.input();
  }

  /** Returns the folds, or this data set if there are none. */
  List<PreparedDataset> divisions() {
    return folds.isEmpty() ? List.of(this) : folds;
  }

  @Override
  public List<Finding> audit() {
    return findings;
  }
}
