package org.espalier.nas.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.Feature;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.data.Described;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.Scaling;
import org.espalier.nas.data.prepare.Split;
import org.espalier.nas.data.prepare.SplitRule;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvSplitTest {
  private static final Map<String, String> SOLD = Map.of("sold", "dd.MM.yyyy");
  private static final Split BY_DATE = new Split(SplitRule.DATE, null, 0.2, 0.2, true, null, null);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    StringBuilder text = new StringBuilder("size,sold,house,price\n");
    for (int i = 0; i < 28; i++) {
      int day = 1 + i * 11 % 28;
      text.append("%d,%02d.02.2020,%s,%d.5%n".formatted(day, day, i % 4 == 0 ? "7b" : i % 9, i));
    }
    file = Files.writeString(folder.resolve("houses.csv"), text);
  }

  @Test
  void theOnlyDateIsTheColumnOfTheSplit() {
    Dataset dataset = open(SOLD, List.of("house"), BY_DATE);
    assertThat(Described.features(dataset))
        .extracting(Feature::name)
        .containsExactly("size", "sold");
    assertThat(sizes(dataset, Part.TRAINING)).isSorted().endsWith(16f).hasSize(16);
    assertThat(sizes(dataset, Part.VALIDATION)).startsWith(17f).hasSize(6);
    assertThat(sizes(dataset, Part.TEST)).startsWith(23f).hasSize(6);
  }

  @Test
  void aDroppedDateStillSplits() {
    Dataset dataset = open(SOLD, List.of("house", "sold"), BY_DATE);
    assertThat(Described.features(dataset)).extracting(Feature::name).containsExactly("size");
    assertThat(sizes(dataset, Part.TEST)).containsExactly(23f, 24f, 25f, 26f, 27f, 28f);
  }

  @Test
  void theDateMustBeUnambiguous() {
    assertThatThrownBy(() -> settings(Map.of(), List.of(), BY_DATE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "prepare.split.column must be given with by (date), since dates has 0 columns.");
    Map<String, String> two = new LinkedHashMap<>(SOLD);
    two.put("built", "yyyy-MM-dd");
    assertThatThrownBy(() -> settings(two, List.of(), BY_DATE))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessage(
            "prepare.split.column must be given with by (date), since dates has 2 columns (sold,"
                + " built); name one of them.");
  }

  @Test
  void datesMustBeReadable() {
    Split named = BY_DATE.with("sold");
    assertThatThrownBy(() -> open(Map.of("sold", "yyyy-MM-dd"), List.of("house"), BY_DATE))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("houses.csv:2: sold (01.02.2020)");
    assertThatThrownBy(() -> open(Map.of(), List.of("house"), named))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("set dates to {sold: dd.MM.yyyy}");
    assertThatThrownBy(() -> open(Map.of(), List.of("house", "sold"), named))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("set dates to {sold: dd.MM.yyyy}");
  }

  @Test
  void groupsHaveNamesOfAnyKind() {
    Split byHouse = new Split(SplitRule.GROUP, "house", 0.2, 0.2, true, null, null);
    for (List<String> drop : List.of(List.of("sold"), List.of("sold", "house"))) {
      Dataset dataset = open(Map.of(), drop, byHouse);
      assertThat(Described.features(dataset)).extracting(Feature::name).containsExactly("size");
      assertThat(dataset.info().sizes().values()).allMatch(size -> size > 3);
    }
    assertThatThrownBy(() -> open(SOLD, List.of("house"), byHouse.with("sole")))
        .isInstanceOf(InvalidDataException.class)
        .hasMessageContaining("houses.csv has no column sole. Did you mean sold?");
  }

  private Dataset open(Map<String, String> dates, List<String> drop, Split split) {
    return new CsvDataset(settings(dates, drop, split), new RandomStreams(1));
  }

  private CsvSettings settings(Map<String, String> dates, List<String> drop, Split split) {
    return new CsvSettings(
        file,
        null,
        CsvFormat.commaSeparated(),
        List.of("price"),
        null,
        null,
        TaskChoice.REGRESSION,
        Map.of(),
        Map.of(),
        drop,
        List.of(),
        dates,
        Preparation.standard().with(Scaling.NONE).with(split));
  }

  private static List<Float> sizes(Dataset dataset, Part part) {
    int width = dataset.info().input().size();
    return IntStream.range(0, dataset.examples(part).size())
        .mapToObj(i -> dataset.examples(part).features().get(i * width))
        .sorted()
        .toList();
  }
}
