package org.espalier.nas.data.prepare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.CategoryEncoding;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.table.NumericColumn;
import org.espalier.nas.data.table.RawTable;
import org.espalier.nas.data.table.TextColumn;
import org.espalier.nas.testkit.SettingsContract;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Encodings of columns with many categories. */
class ColumnEncodingTest {
  private static final int ROWS = 300;
  private static final int FIRST_TEST = 240;
  private static final ColumnEncoding HASHING = new ColumnEncoding.HashingColumnEncoding(8);
  private static final ColumnEncoding FREQUENCY = new ColumnEncoding.FrequencyColumnEncoding();
  private static final Preparation STANDARD = Preparation.standard();

  @Nested
  class Settings extends SettingsContract {
    @Override
    protected Record settings() {
      return new ColumnEncoding.HashingColumnEncoding(8);
    }
  }

  /** Users of which the first are frequent and the last occur in the test part only. */
  private static List<@Nullable String> users(boolean gaps) {
    List<@Nullable String> users = new ArrayList<>();
    for (int i = 0; i < ROWS; i++) {
      int user = i * i % 211;
      users.add(gaps && i % 13 == 5 ? null : i >= FIRST_TEST ? "new " + i : "\u00fcser " + user);
    }
    return users;
  }

  private static RawData raw(List<@Nullable String> users) {
    double[] numbers = IntStream.range(0, ROWS).mapToDouble(i -> i * 37 % ROWS).toArray();
    List<@Nullable String> label = new ArrayList<>();
    IntStream.range(0, ROWS).forEach(i -> label.add(i * 7 % 11 % 2 == 0 ? "a" : "b"));
    RawTable table =
        RawTable.generated(
            "shop",
            List.of(
                new NumericColumn("age", numbers),
                TextColumn.of("user", users),
                TextColumn.of("y", label)));
    return new RawData("shop", table, "y", LabelRule.plain(), FIRST_TEST);
  }

  private static Dataset prepared(RawData raw, Preparation preparation) {
    return PreparedDataset.of(raw, preparation, new RandomStreams(1));
  }

  @Test
  void hashingMakesAFeatureForEachBucketAndKnowsUnseenCategories() {
    Dataset dataset = prepared(raw(users(false)), STANDARD.with(Map.of("user", HASHING)));

    assertThat(Described.features(dataset).subList(1, 9))
        .extracting(Feature::name)
        .containsExactly(
            "user#0", "user#1", "user#2", "user#3", "user#4", "user#5", "user#6", "user#7");
    assertThat(Described.features(dataset)).hasSize(9);
    for (int row = FIRST_TEST; row < ROWS; row++) {
      double[] features = example(dataset, Part.TEST, row - FIRST_TEST);
      int bucket = CategoryEncoding.Hashing.bucketOf("new " + row, 8);
      for (int i = 0; i < 8; i++) {
        assertThat(features[1 + i]).isEqualTo(i == bucket ? 1 : 0);
      }
    }
  }

  /** These numbers were computed with another implementation of the definition. */
  @Test
  void theHashIsThatOfTheDefinition() {
    assertThat(
            List.of(
                CategoryEncoding.Hashing.bucketOf("", 32),
                CategoryEncoding.Hashing.bucketOf("Berlin", 32),
                CategoryEncoding.Hashing.bucketOf("Z\u00fcrich", 1000),
                CategoryEncoding.Hashing.bucketOf("\u6771\u4eac", 65536)))
        .containsExactly(20, 26, 653, 63461);
  }

  @Test
  void frequenciesAreThoseOfTheTrainingPartAlone() {
    Dataset dataset =
        prepared(raw(users(false)), STANDARD.with(Map.of("user", FREQUENCY)).with(Scaling.NONE));
    Feature feature = Described.features(dataset).get(1);
    Map<String, Double> shares =
        ((CategoryEncoding.Frequency) Objects.requireNonNull(feature.encoding())).shares();

    assertThat(feature.name()).isEqualTo("user");
    assertThat(shares.values().stream().mapToDouble(share -> share).sum())
        .isCloseTo(1, within(1e-9));
    assertThat(shares.keySet()).noneMatch(name -> name.startsWith("new"));
    Map<Float, Integer> counts = new HashMap<>();
    Examples training = dataset.examples(Part.TRAINING);
    for (int i = 0; i < training.size(); i++) {
      counts.merge((float) example(dataset, Part.TRAINING, i)[1], 1, Integer::sum);
    }
    // A share of k rows of n occurs in a multiple of k rows.
    counts.forEach(
        (share, count) ->
            assertThat(count % Math.round(share * training.size()))
                .as("%s rows of the share %s", count, share)
                .isZero());
    for (int i = 0; i < dataset.examples(Part.TEST).size(); i++) {
      assertThat(example(dataset, Part.TEST, i)[1]).as("share of an unseen category").isZero();
    }
  }

  @Test
  void frequenciesAreScaledAsNumbersAre() {
    Dataset dataset = prepared(raw(users(false)), STANDARD.with(Map.of("user", FREQUENCY)));
    double sum = 0;
    double squares = 0;
    int size = dataset.examples(Part.TRAINING).size();
    for (int i = 0; i < size; i++) {
      double value = example(dataset, Part.TRAINING, i)[1];
      sum += value;
      squares += value * value;
    }
    assertThat(sum / size).isCloseTo(0, within(1e-5));
    assertThat(squares / size).isCloseTo(1, within(1e-4));
  }

  /** Does what a user of an exported model does with a raw row. */
  @Test
  void theFeaturesHoldAllThatEncodesRawRows() {
    for (ColumnEncoding encoding : List.of(HASHING, FREQUENCY)) {
      List<@Nullable String> users = users(true);
      RawData raw = raw(users);
      Dataset dataset =
          prepared(raw, STANDARD.with(MissingValues.IMPUTE).with(Map.of("user", encoding)));
      NumericColumn ages = (NumericColumn) raw.table().column("age");
      for (int row = FIRST_TEST; row < ROWS; row++) {
        double[] actual = example(dataset, Part.TEST, row - FIRST_TEST);
        for (int i = 0; i < actual.length; i++) {
          Feature feature = Described.features(dataset).get(i);
          String text = users.get(row);
          CategoryEncoding how = feature.encoding();
          double number =
              how == null
                  ? ages.value(row)
                  : text == null ? Objects.requireNonNull(feature.missing()) : how.value(text);
          assertThat(actual[i])
              .as("%s of row %s", feature.name(), row)
              .isEqualTo((float) ((number - feature.shift()) / feature.scale()));
        }
      }
    }
  }

  @Test
  void theRefusalOfManyCategoriesNamesTheWaysOut() {
    assertThatThrownBy(() -> prepared(raw(users(false)), STANDARD.with(20, RareCategories.ERROR)))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("prepare.maximumCategories (20)")
        .hasMessageContaining(
            "Set prepare.encode to {user: {type: hashing}} or {user: {type: frequency}}, set"
                + " prepare.rare to other, raise the maximum, or drop the column.");
  }

  @Test
  void onlyTextFeaturesCanHaveAnEncoding() {
    fails("user", users(false), null);
    fails(
        "users",
        users(false),
        "shop has no column users. Did you mean user? Its columns are age, user, y.");
    fails("y", users(false), "prepare.encode (y) must name features; y is the label of shop.");
    fails(
        "age",
        users(false),
        "prepare.encode (age) must name text columns; age of shop holds numbers. Add it to categorical if they stand for categories.");
  }

  @Test
  void bucketsHaveARange() {
    assertThatThrownBy(() -> new ColumnEncoding.HashingColumnEncoding(1))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining("buckets (1)");
    assertThatThrownBy(() -> new CategoryEncoding.Hashing(4, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("bucket (4)");
  }

  private static void fails(String column, List<@Nullable String> users, @Nullable String message) {
    Preparation preparation = STANDARD.with(Map.of(column, HASHING));
    if (message == null) {
      prepared(raw(users), preparation);
      return;
    }
    assertThatThrownBy(() -> prepared(raw(users), preparation))
        .isInstanceOf(InvalidDataException.class)
        .hasMessage(message);
  }

  private static double[] example(Dataset dataset, Part part, int index) {
    Examples examples = dataset.examples(part);
    FloatBuffer features = examples.features();
    int width = examples.shape().size();
    return IntStream.range(0, width).mapToDouble(i -> features.get(index * width + i)).toArray();
  }
}
