package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.AuditedData;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.TextColumn;

/** The preparation of a table. */
final class TablePreparation {
  private final RawData raw;
  private final Preparation preparation;

  TablePreparation(RawData raw, Preparation preparation) {
    this.raw = raw;
    this.preparation = preparation;
  }

  /**
   * Returns the prepared data set; the streams provide the seed of the split, unless it has its
   * own.
   */
  PreparedDataset prepare(RandomStreams streams) {
    int[] rows = new UsableRows(raw, preparation).rows();
    Targets targets = Targets.of(raw, rows);
    PerPart<int[]> members = partition(streams, rows, targets);
    TargetEncoder encodedTargets =
        TargetEncoder.fit(raw, rows, targets, members.training(), preparation.targets().scaling());
    List<Encoder> encoders = fit(select(rows, members.training()));
    List<Feature> features =
        encoders.stream().flatMap(encoder -> encoder.features().stream()).toList();
    TensorShape shape = TensorShape.of(features.size());
    PerPart<Examples> examples =
        members.map(
            own ->
                new Examples(
                    shape,
                    encode(encoders, select(rows, own), shape.size()),
                    encodedTargets.of(own),
                    encodedTargets.task().targetsPerExample()));
    AuditedData audited =
        new AuditedData(
            raw.table(),
            raw.features(),
            rows,
            targets.values(),
            List.of(members.training(), members.validation(), members.test()),
            encodedTargets.task(),
            features,
            preparation.scaling() != Scaling.NONE,
            examples.training(),
            examples.validation(),
            examples.test());
    return PreparedDataset.of(raw.name(), encodedTargets.task(), features, examples, audited);
  }

  private PerPart<int[]> partition(RandomStreams streams, int[] rows, Targets targets) {
    int[] strata = targets.strata();
    int firstTest = (int) IntStream.of(rows).filter(row -> row < raw.firstTestRow()).count();
    Partition partition = Partition.of(preparation.split(), streams);
    return preparation.duplicates() == Duplicates.TOGETHER
        ? together(
            partition, new UsableRows(raw, preparation).firsts(rows, firstTest), strata, firstTest)
        : partition.divide(strata, firstTest);
  }

  /** Divides the distinct rows and puts each duplicate into the part of its first occurrence. */
  private static PerPart<int[]> together(
      Partition partition, int[] firsts, int[] strata, int firstTest) {
    int[] distinct = IntStream.range(0, firsts.length).filter(i -> firsts[i] == i).toArray();
    int distinctTest = (int) IntStream.of(distinct).filter(i -> i < firstTest).count();
    PerPart<int[]> divided = partition.divide(select(strata, distinct), distinctTest);
    return divided.map(
        part -> {
          BitSet here = new BitSet(firsts.length);
          IntStream.of(select(distinct, part)).forEach(here::set);
          return IntStream.range(0, firsts.length).filter(i -> here.get(firsts[i])).toArray();
        });
  }

  private List<Encoder> fit(int[] training) {
    boolean impute = preparation.missing() == MissingValues.IMPUTE;
    List<Encoder> encoders = new ArrayList<>();
    for (Column column : raw.features()) {
      if (column instanceof NumericColumn numbers) {
        encoders.add(
            NumberEncoder.fit(raw.table(), numbers, training, preparation.scaling(), impute));
      } else if (column instanceof TextColumn text) {
        encoders.add(CategoryEncoder.fit(raw.table(), text, training, preparation));
      }
    }
    return encoders;
  }

  private static float[] encode(List<Encoder> encoders, int[] rows, int width) {
    float[] values = new float[Math.multiplyExact(rows.length, width)];
    int offset = 0;
    for (Encoder encoder : encoders) {
      for (int i = 0; i < rows.length; i++) {
        encoder.encode(rows[i], values, i * width + offset);
      }
      offset += encoder.features().size();
    }
    return values;
  }

  private static int[] select(int[] values, int[] indices) {
    return Arrays.stream(indices).map(i -> values[i]).toArray();
  }
}
