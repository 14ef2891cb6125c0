package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.network.TensorShape;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.audit.AuditedData;
import org.espalier.nas.data.audit.DataAudit;
import org.espalier.nas.data.table.Column;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.TextColumn;
import org.jspecify.annotations.Nullable;

/** The preparation of a table; what does not depend on the split is done once. */
final class TablePreparation {
  private final RawData raw;
  private final Preparation preparation;
  private final Map<Class<?>, List<Finding>> unsplitFindings = new HashMap<>();
  private int @Nullable [] usable;
  private @Nullable Targets known;

  TablePreparation(RawData raw, Preparation preparation) {
    this.raw = raw.splitBy(preparation.split());
    this.preparation = preparation;
  }

  /**
   * Returns the prepared data set; the streams provide the seed of the split, unless it has its
   * own.
   */
  PreparedDataset prepare(RandomStreams streams) {
    return prepare(preparation.split(), streams);
  }

  /**
   * Returns the data set prepared with another split than the preparation's, by the same rule and
   * column.
   */
  PreparedDataset prepare(Split split, RandomStreams streams) {
    requireTexts();
    int[] rows = usable == null ? new UsableRows(raw, preparation).rows() : usable;
    usable = rows;
    Targets targets = known == null ? Targets.of(raw, rows) : known;
    known = targets;
    List<PerPart<int[]>> divisions =
        new RowDivision(raw, preparation.with(split)).divide(streams, rows, targets);
    List<List<Encoder>> encoders =
        divisions.stream().map(members -> fit(select(rows, members.training()))).toList();
    FoldLayout layout = FoldLayout.of(encoders);
    List<PreparedParts> prepared = new ArrayList<>();
    for (int i = 0; i < divisions.size(); i++) {
      prepared.add(encode(rows, targets, divisions.get(i), encoders.get(i), layout));
    }
    AuditedData audited = audited(rows, targets, divisions.get(0), prepared.get(0));
    return PreparedDataset.of(
        raw.name(), prepared, new DataAudit(audited, unsplitFindings).findings());
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
        new PreparedInput.Features(layout.features(encoders)),
        members.map(
            own ->
                new Examples(
                    shape,
                    layout.encode(encoders, select(rows, own)),
                    encodedTargets.of(own),
                    encodedTargets.task().targetsPerExample())));
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
        ((PreparedInput.Features) prepared.input()).features(),
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
        encoders.add(fit(text, training, impute));
      }
    }
    return encoders;
  }

  private Encoder fit(TextColumn column, int[] training, boolean impute) {
    ColumnEncoding encoding = preparation.encode().get(column.name());
    if (encoding instanceof ColumnEncoding.HashingColumnEncoding hashing) {
      return HashingEncoder.fit(column, training, hashing.buckets(), impute);
    }
    return encoding == null
        ? CategoryEncoder.fit(raw.table(), column, training, preparation)
        : FrequencyEncoder.fit(raw.table(), column, training, preparation.scaling(), impute);
  }

  /** Checks that all columns with an encoding are features with texts. */
  private void requireTexts() {
    for (String name : preparation.encode().keySet()) {
      Column column = raw.table().column(name);
      if (raw.labels().contains(name)) {
        throw new InvalidDataException(
            "prepare.encode (%s) must name features; %s is the label of %s."
                .formatted(name, name, raw.name()));
      }
      if (!(column instanceof TextColumn)) {
        throw new InvalidDataException(
            "prepare.encode (%s) must name text columns; %s of %s holds numbers. Add it to categorical if they stand for categories."
                .formatted(name, name, raw.name()));
      }
    }
  }

  private static int[] select(int[] values, int[] indices) {
    return Arrays.stream(indices).map(i -> values[i]).toArray();
  }
}
