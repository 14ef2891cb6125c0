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
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.AuditedData;
import org.espalier.nas.data.audit.DataAudit;
import org.espalier.nas.data.image.LabelledImages;

/** A data set made of a raw table or of images. */
public final class PreparedDataset implements Dataset {
  private final DatasetInfo info;
  private final PerPart<Examples> examples;
  private final List<Dataset> folds;
  private final List<Finding> findings;

  private PreparedDataset(
      DatasetInfo info, PerPart<Examples> examples, List<Dataset> folds, List<Finding> findings) {
    this.info = info;
    this.examples = examples;
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
   * Prepares images. Nothing can be missing; duplicates are kept. All pixels share one scale:
   * {@code standardize} uses mean and deviation over all pixels of the training part, {@code
   * min-max} divides by 255.
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
   * @param audited the parts of the first division, for the audit
   */
  static PreparedDataset of(String name, List<PreparedParts> divisions, AuditedData audited) {
    List<Finding> findings = new DataAudit(audited).findings();
    PreparedParts first = divisions.get(0);
    String hash = Fingerprint.of(divisions);
    if (divisions.size() == 1) {
      return new PreparedDataset(info(name, first, hash), first.examples(), List.of(), findings);
    }
    List<Dataset> folds = new ArrayList<>();
    for (PreparedParts fold : divisions) {
      DatasetInfo info = info(name, fold, Fingerprint.of(List.of(fold)));
      folds.add(new PreparedDataset(info, fold.examples(), List.of(), List.of()));
    }
    return new PreparedDataset(info(name, first, hash), first.examples(), folds, findings);
  }

  private static DatasetInfo info(String name, PreparedParts parts, String hash) {
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      sizes.put(part, parts.examples().get(part).size());
    }
    return new DatasetInfo(
        name, parts.task(), parts.examples().training().shape(), parts.features(), sizes, hash);
  }

  @Override
  public DatasetInfo info() {
    return info;
  }

  @Override
  public Examples examples(Part part) {
    return examples.get(part);
  }

  @Override
  public List<Dataset> folds() {
    return folds;
  }

  @Override
  public List<Finding> audit() {
    return findings;
  }
}
