package org.espalier.nas.data.audit;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.data.table.RowSet;
import org.espalier.nas.data.table.RowValues;

/** A count of the rows of a part that also occur, with the same label, in an earlier part. */
final class DuplicatesCheck implements Check {

  @Override
  public boolean dependsOnSplit() {
    return true;
  }

  /**
   * Compares the raw values, because categories that the training part lacks are encoded alike; or
   * the pixels if there are no raw columns.
   */
  @Override
  public List<Finding> findings(AuditedData data) {
    return data.features().isEmpty()
        ? findings(
            new Pixels(List.of(data.training(), data.validation(), data.test())), numbered(data))
        : findings(new Raw(data), data.members());
  }

  private static List<Finding> findings(RowSet.Values values, List<int[]> members) {
    RowSet seen = new RowSet(values);
    IntStream.of(members.get(0)).forEach(seen::add);
    List<Finding> findings = new ArrayList<>();
    add(findings, "validation", members.get(1), "the training part", seen);
    add(findings, "test", members.get(2), "the training or validation part", seen);
    return findings;
  }

  /** Numbers the examples of all parts. */
  private static List<int[]> numbered(AuditedData data) {
    int validation = data.training().size();
    int test = validation + data.validation().size();
    return List.of(
        IntStream.range(0, validation).toArray(),
        IntStream.range(validation, test).toArray(),
        IntStream.range(test, test + data.test().size()).toArray());
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

  /** The pixels and targets of images, numbered part by part. */
  private static final class Pixels implements RowSet.Values {
    private final List<Examples> parts;
    private final List<FloatBuffer> features;

    Pixels(List<Examples> parts) {
      this.parts = parts;
      this.features = parts.stream().map(Examples::features).toList();
    }

    @Override
    public long hash(int example) {
      FloatBuffer pixels = pixels(example);
      long hash = Float.floatToIntBits(target(example) + 0f);
      for (int i = pixels.position(); i < pixels.limit(); i++) {
        hash = RowValues.mixed(hash, Float.floatToIntBits(pixels.get(i) + 0f));
      }
      return hash;
    }

    @Override
    public boolean equal(int first, int second) {
      return target(first) == target(second) && pixels(first).equals(pixels(second));
    }

    private FloatBuffer pixels(int example) {
      int part = part(example);
      int width = parts.get(part).shape().size();
      return features.get(part).slice((example - before(part)) * width, width);
    }

    private float target(int example) {
      int part = part(example);
      return parts.get(part).target(example - before(part));
    }

    private int part(int example) {
      int part = 0;
      while (example >= before(part) + parts.get(part).size()) {
        part++;
      }
      return part;
    }

    private int before(int part) {
      int before = 0;
      for (int i = 0; i < part; i++) {
        before += parts.get(i).size();
      }
      return before;
    }
  }
}
