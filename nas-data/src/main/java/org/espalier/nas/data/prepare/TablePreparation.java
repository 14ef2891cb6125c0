package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.espalier.nas.api.data.Examples;
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
    this.raw = raw.splitBy(preparation.split());
    this.preparation = preparation;
  }

  /**
   * Returns the prepared data set; the streams provide the seed of the split, unless it has its
   * own.
   */
  PreparedDataset prepare(RandomStreams streams) {
    int[] rows = new UsableRows(raw, preparation).rows();
    Targets targets = Targets.of(raw, rows);
    List<PerPart<int[]>> divisions =
        new RowDivision(raw, preparation).divide(streams, rows, targets);
    List<List<Encoder>> encoders =
        divisions.stream().map(members -> fit(select(rows, members.training()))).toList();
    FoldLayout layout = FoldLayout.of(encoders);
    List<PreparedParts> prepared = new ArrayList<>();
    for (int i = 0; i < divisions.size(); i++) {
      prepared.add(encode(rows, targets, divisions.get(i), encoders.get(i), layout));
    }
    return PreparedDataset.of(
        raw.name(), prepared, audited(rows, targets, divisions.get(0), prepared.get(0)));
  }

  private PreparedParts encode(
      int[] rows,
      Targets targets,
      PerPart<int[]> members,
      List<Encoder> encoders,
      FoldLayout layout) {
    TargetEncoder encodedTargets =
        TargetEncoder.fit(raw, rows, targets, members.training(), preparation.targets().scaling());
    TensorShape shape = TensorShape.of(layout.width());
    return new PreparedParts(
        encodedTargets.task(),
        layout.features(encoders),
        members.map(
            own ->
                new Examples(
                    shape, layout.encode(encoders, select(rows, own)), encodedTargets.of(own))));
  }

  private AuditedData audited(
      int[] rows, Targets targets, PerPart<int[]> members, PreparedParts prepared) {
    PerPart<Examples> examples = prepared.examples();
    return new AuditedData(
        raw.table(),
        raw.features(),
        rows,
        targets.values(),
        List.of(members.training(), members.validation(), members.test()),
        prepared.task(),
        prepared.features(),
        preparation.scaling() != Scaling.NONE,
        examples.training(),
        examples.validation(),
        examples.test());
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

  private static int[] select(int[] values, int[] indices) {
    return Arrays.stream(indices).map(i -> values[i]).toArray();
  }
}
