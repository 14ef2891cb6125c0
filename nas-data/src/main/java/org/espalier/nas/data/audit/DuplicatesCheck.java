package org.espalier.nas.data.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.table.RowSet;
import org.espalier.nas.data.table.RowValues;

/** A count of the rows of a part that also occur, with the same label, in an earlier part. */
final class DuplicatesCheck implements Check {

  @Override
  public boolean dependsOnSplit() {
    return true;
  }

  /** Compares the raw values, because categories that the training part lacks are encoded alike. */
  @Override
  public List<Finding> findings(AuditedData data) {
    List<int[]> members = data.members();
    RowSet seen = new RowSet(new Raw(data));
    IntStream.of(members.get(0)).forEach(seen::add);
    List<Finding> findings = new ArrayList<>();
    add(findings, "validation", members.get(1), "the training part", seen);
    add(findings, "test", members.get(2), "the training or validation part", seen);
    return findings;
  }

  private static void add(
      List<Finding> findings, String part, int[] examples, String earlier, RowSet seen) {
    int repeated = (int) IntStream.of(examples).filter(seen::contains).count();
    IntStream.of(examples).forEach(seen::add);
    if (repeated > 0) {
      findings.add(
          new Finding(
              Finding.Kind.DUPLICATES_ACROSS_PARTS,
              part,
              String.format(
                  Locale.ROOT,
                  "%d of %d %s rows (%.1f %%) also stand in %s, label included: predicting them"
                      + " takes memory only. Set prepare.duplicates to together or drop.",
                  repeated,
                  examples.length,
                  part,
                  100.0 * repeated / examples.length,
                  earlier)));
    }
  }

  /** The raw values and targets of the rows in use. */
  private static final class Raw implements RowSet.Values {
    private final RowValues values;
    private final int[] rows;
    private final float[] targets;

    Raw(AuditedData data) {
      this.values = new RowValues(data.features());
      this.rows = data.rows();
      this.targets = data.targets();
    }

    @Override
    public long hash(int index) {
      return RowValues.mixed(values.hash(rows[index]), Float.floatToIntBits(targets[index] + 0f));
    }

    @Override
    public boolean equal(int first, int second) {
      return targets[first] == targets[second] && values.equal(rows[first], rows[second]);
    }
  }
}
