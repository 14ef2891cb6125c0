package org.espalier.nas.data.audit;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.table.RowKey;
import org.jspecify.annotations.Nullable;

/** A count of the rows of a part that also occur, with the same label, in an earlier part. */
final class DuplicatesCheck implements Check {

  @Override
  public List<Finding> findings(AuditedData data) {
    Set<Object> seen = new HashSet<>();
    count(keys(data, 0, data.training()), seen);
    List<Finding> findings = new ArrayList<>();
    add(findings, "validation", keys(data, 1, data.validation()), "the training part", seen);
    add(findings, "test", keys(data, 2, data.test()), "the training or validation part", seen);
    return findings;
  }

  /**
   * Returns the examples of a part as keys: of the raw values, because categories that the training
   * part lacks are encoded alike; of the pixels if there are no raw columns.
   */
  private static List<Object> keys(AuditedData data, int part, Examples examples) {
    if (data.features().isEmpty()) {
      int width = examples.shape().size();
      FloatBuffer features = examples.features();
      return IntStream.range(0, examples.size())
          .<Object>mapToObj(i -> new Pixels(features.slice(i * width, width), examples.target(i)))
          .toList();
    }
    return IntStream.of(data.members().get(part))
        .<Object>mapToObj(
            i -> new Raw(new RowKey(data.features(), data.rows()[i]), data.targets()[i]))
        .toList();
  }

  private static void add(
      List<Finding> findings,
      String part,
      List<Object> examples,
      String earlier,
      Set<Object> seen) {
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
  private static int count(List<Object> examples, Set<Object> seen) {
    int repeated = (int) examples.stream().filter(seen::contains).count();
    seen.addAll(examples);
    return repeated;
  }

  private record Raw(RowKey values, float target) {}

  /** An image as a key; the hash of a float buffer itself sees whole numbers only. */
  private static final class Pixels {
    private final FloatBuffer features;
    private final float target;
    private final int hash;

    Pixels(FloatBuffer features, float target) {
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
      return other instanceof Pixels pixels
          && target == pixels.target
          && features.equals(pixels.features);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }
}
