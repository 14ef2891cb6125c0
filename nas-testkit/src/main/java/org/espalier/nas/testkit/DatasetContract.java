package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.espalier.nas.api.data.Finding.Kind.DUPLICATES_ACROSS_PARTS;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.junit.jupiter.api.Test;

/**
 * The contract of every data set. A test class extends it, supplies the data set and inherits the
 * checks; use a class for each kind of data that matters. The data set should be small: each check
 * reads it again.
 */
public abstract class DatasetContract {
  private static final int THREADS = 4;

  /** Returns the data set, created anew with the same settings and the same seed at each call. */
  protected abstract Dataset dataset() throws Exception;

  /**
   * Returns different data of the same kind, created with another seed or other settings; none,
   * unless overridden.
   */
  protected Optional<Dataset> another() throws Exception {
    return Optional.empty();
  }

  @Test
  void thereIsSomethingToTrainOn() throws Exception {
    assertThat(dataset().examples(Part.TRAINING).size()).isPositive();
  }

  @Test
  void thereIsSomethingToCompareOn() throws Exception {
    assertThat(dataset().examples(Part.VALIDATION).size()).isPositive();
  }

  @Test
  void theInfoNamesTheData() throws Exception {
    assertThat(dataset().info().name()).isNotBlank();
    assertThat(dataset().info().task().target()).isNotBlank();
  }

  @Test
  void theInfoHasTheSizesOfTheParts() throws Exception {
    Dataset dataset = dataset();
    for (Part part : Part.values()) {
      assertThat(dataset.info().sizes())
          .as("sizes of the info")
          .containsEntry(part, dataset.examples(part).size());
    }
  }

  @Test
  void theInfoHasTheShapeOfTheExamples() throws Exception {
    Dataset dataset = dataset();
    for (Part part : Part.values()) {
      assertThat(dataset.examples(part).shape()).as("%s", part).isEqualTo(dataset.info().input());
    }
  }

  @Test
  void theHashIsASha256() throws Exception {
    assertThat(dataset().info().hash()).matches("[0-9a-f]{64}");
  }

  @Test
  void theSameObjectsAreGivenEachTime() throws Exception {
    Dataset dataset = dataset();
    for (Part part : Part.values()) {
      assertThat(dataset.examples(part)).as("%s", part).isSameAs(dataset.examples(part));
    }
    assertThat(dataset.info()).isEqualTo(dataset.info());
  }

  @Test
  void allIsFinite() throws Exception {
    for (float[] numbers : numbers(dataset())) {
      assertThat(IntStream.range(0, numbers.length).filter(i -> !Float.isFinite(numbers[i])))
          .as("places of NaN and infinities")
          .isEmpty();
    }
  }

  @Test
  void targetsAreClasses() throws Exception {
    Dataset dataset = dataset();
    assumeTrue(
        dataset.info().task() instanceof Task.Classification, "what is predicted is no class");
    int classes = ((Task.Classification) dataset.info().task()).classes().size();
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      for (int example = 0; example < examples.size(); example++) {
        float target = examples.target(example);
        assertThat(target == Math.rint(target) && target >= 0 && target < classes)
            .as("%s target %s is the index of one of %s classes", part, target, classes)
            .isTrue();
      }
    }
  }

  @Test
  void examplesHaveTheTargetsOfTheTask() throws Exception {
    Dataset dataset = dataset();
    Task task = dataset.info().task();
    for (Part part : Part.values()) {
      Examples examples = dataset.examples(part);
      assertThat(examples.targetsPerExample())
          .as("targets of each %s example", part)
          .isEqualTo(task.targetsPerExample());
      float[] targets = copy(examples.targets());
      assertThat(IntStream.range(0, targets.length))
          .as("places of %s targets, of which labels are 0 or 1", part)
          .allMatch(i -> !(task instanceof Task.MultiLabel) || targets[i] == 0 || targets[i] == 1);
    }
  }

  @Test
  void theSameSeedGivesTheSameData() throws Exception {
    Dataset first = dataset();
    Dataset second = dataset();
    assertThat(second.info()).isEqualTo(first.info());
    assertSame(numbers(second), numbers(first), "made again");
  }

  @Test
  void otherDataHaveAnotherHash() throws Exception {
    Optional<Dataset> another = another();
    assumeTrue(another.isPresent(), "there are no other data");
    assertThat(another.orElseThrow().info().hash()).isNotEqualTo(dataset().info().hash());
  }

  /** Checks the folds of a cross-validation, if there are any. */
  @Test
  void foldsHaveTheShapeAndTheTestPartOfTheData() throws Exception {
    Dataset dataset = dataset();
    List<Dataset> folds = dataset.folds();
    assertThat(folds.size()).as("number of folds").isNotEqualTo(1);
    for (int i = 0; i < folds.size(); i++) {
      Dataset fold = folds.get(i);
      assertThat(fold).as("fold %s", i).isSameAs(dataset.folds().get(i));
      assertThat(fold.info().input()).as("input of fold %s", i).isEqualTo(dataset.info().input());
      assertThat(fold.examples(Part.VALIDATION).size())
          .as("examples in the validation part of fold %s", i)
          .isPositive();
      assertThat(fold.examples(Part.TEST).size())
          .as("examples in the test part of fold %s", i)
          .isEqualTo(dataset.examples(Part.TEST).size());
    }
  }

  /** Checks that duplicate rows, which cannot always be avoided, are reported. */
  @Test
  void theAuditKnowsOfExamplesInTwoParts() throws Exception {
    Dataset dataset = dataset();
    Set<List<Float>> seen = new HashSet<>();
    Set<List<Float>> repeated = new HashSet<>();
    for (Part part : Part.values()) {
      Set<List<Float>> rows = rows(dataset.examples(part));
      rows.stream().filter(seen::contains).forEach(repeated::add);
      seen.addAll(rows);
    }
    if (dataset.audit().stream().map(Finding::kind).noneMatch(DUPLICATES_ACROSS_PARTS::equals)) {
      assertThat(repeated)
          .as(
              "rows in two parts, target last, of which audit() finds no %s",
              DUPLICATES_ACROSS_PARTS)
          .isEmpty();
    }
  }

  /** Checks that examples are read-only and that an audit does not change them. */
  @Test
  void askingChangesNothing() throws Exception {
    Dataset dataset = dataset();
    List<float[]> before = numbers(dataset);
    dataset.audit();
    for (Part part : Part.values()) {
      assertThat(dataset.examples(part).features().isReadOnly()).isTrue();
      assertThat(dataset.examples(part).targets().isReadOnly()).isTrue();
    }
    assertSame(numbers(dataset), before, "asked again");
  }

  @Test
  void theAuditSaysTheSameAgain() throws Exception {
    Dataset dataset = dataset();
    List<Finding> findings = dataset.audit();
    assertThat(findings).allMatch(finding -> !finding.message().isBlank(), "says something");
    assertThat(dataset.audit()).isEqualTo(findings);
  }

  @Test
  void severalThreadsReadTheSame() throws Exception {
    Dataset dataset = dataset();
    List<List<float[]>> read = Threads.all(THREADS, () -> numbers(dataset));
    List<float[]> alone = numbers(dataset);
    read.forEach(numbers -> assertSame(numbers, alone, "read by several threads"));
  }

  private static void assertSame(List<float[]> numbers, List<float[]> expected, String when) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(Arrays.equals(numbers.get(i), expected.get(i)))
          .as("array %s is the same when %s", i, when)
          .isTrue();
    }
  }

  /** Returns the features of each example followed by its targets. */
  private static Set<List<Float>> rows(Examples examples) {
    int width = examples.shape().size();
    FloatBuffer features = examples.features();
    Set<List<Float>> rows = new HashSet<>();
    for (int example = 0; example < examples.size(); example++) {
      List<Float> row = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        row.add(features.get(example * width + i) + 0f); // makes 0 of -0
      }
      for (int target = 0; target < examples.targetsPerExample(); target++) {
        row.add(examples.target(example, target) + 0f);
      }
      rows.add(row);
    }
    return rows;
  }

  /** Returns copies of the features and targets of the parts. */
  private static List<float[]> numbers(Dataset dataset) {
    List<float[]> numbers = new ArrayList<>();
    for (Part part : Part.values()) {
      numbers.add(copy(dataset.examples(part).features()));
      numbers.add(copy(dataset.examples(part).targets()));
    }
    return numbers;
  }

  private static float[] copy(FloatBuffer view) {
    float[] copy = new float[view.remaining()];
    view.get(copy);
    return copy;
  }
}
