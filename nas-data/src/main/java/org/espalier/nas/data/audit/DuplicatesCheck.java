package org.espalier.nas.data.audit;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.jspecify.annotations.Nullable;

/** A count of the rows of a part that also occur, with the same label, in an earlier part. */
final class DuplicatesCheck implements Check {

  @Override
  public List<Finding> findings(AuditedData data) {
    Set<Row> seen = new HashSet<>();
    count(data.training(), seen);
    List<Finding> findings = new ArrayList<>();
    add(findings, "validation", data.validation(), "the training part", seen);
    add(findings, "test", data.test(), "the training or validation part", seen);
    return findings;
  }

  private static void add(
      List<Finding> findings, String part, Examples examples, String earlier, Set<Row> seen) {
    int repeated = count(examples, seen);
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
                  examples.size(),
                  part,
                  100.0 * repeated / examples.size(),
                  earlier)));
    }
  }

  /**
   * Returns the number of examples of a part that occurred before, and adds the part's examples.
   */
  private static int count(Examples examples, Set<Row> seen) {
    Set<Row> own = new HashSet<>();
    int repeated = 0;
    int width = examples.shape().size();
    FloatBuffer features = examples.features();
    for (int i = 0; i < examples.size(); i++) {
      Row row = new Row(features.slice(i * width, width), examples.target(i));
      if (seen.contains(row)) {
        repeated++;
      }
      own.add(row);
    }
    seen.addAll(own);
    return repeated;
  }

  /** An example as a key; the hash of a float buffer itself sees whole numbers only. */
  private static final class Row {
    private final FloatBuffer features;
    private final float target;
    private final int hash;

    Row(FloatBuffer features, float target) {
      this.features = features;
      this.target = target;
      int sum = Float.hashCode(target);
      for (int i = 0; i < features.limit(); i++) {
        sum = 31 * sum + Float.hashCode(features.get(i) + 0f);
      }
      this.hash = sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Row row && target == row.target && features.equals(row.features);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
