package org.espalier.nas.data.prepare;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.AuditedData;
import org.espalier.nas.data.audit.DataAudit;
import org.espalier.nas.data.image.LabelledImages;

/** A data set made of a raw table or of images. */
public final class PreparedDataset implements Dataset {
  private final DatasetInfo info;
  private final PerPart<Examples> examples;
  private final List<Finding> findings;

  private PreparedDataset(DatasetInfo info, PerPart<Examples> examples, List<Finding> findings) {
    this.info = info;
    this.examples = examples;
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

  /** Creates a data set from prepared parts. */
  static PreparedDataset of(
      String name,
      Task task,
      List<Feature> features,
      PerPart<Examples> examples,
      AuditedData audited) {
    String hash = Fingerprint.of(task, features, examples);
    return of(name, task, features, examples, hash, new DataAudit(audited).findings());
  }

  /** Creates a data set whose fingerprint and findings are known. */
  static PreparedDataset of(
      String name,
      Task task,
      List<Feature> features,
      PerPart<Examples> examples,
      String hash,
      List<Finding> findings) {
    Map<Part, Integer> sizes = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      sizes.put(part, examples.get(part).size());
    }
    DatasetInfo info =
        new DatasetInfo(name, task, examples.training().shape(), features, sizes, hash);
    return new PreparedDataset(info, examples, findings);
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
  public List<Finding> audit() {
    return findings;
  }
}
