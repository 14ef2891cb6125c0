package org.espalier.nas.analysis.comparison.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.ExampleComparisons;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.figure.FigureLayout;
import org.espalier.nas.analysis.comparison.text.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonFilesTest {

  @TempDir private Path folder;

  @Test
  void writesEveryTableInFull() throws IOException {
    ComparisonResults results = ExampleComparisons.ofFourProblems();
    ComparisonFiles.write(results, folder);

    List<NamedCsvRecord> arms = read("arms.csv");
    assertThat(arms).hasSameSizeAs(results.arms());
    for (int i = 0; i < arms.size(); i++) {
      ArmResult arm = results.arms().get(i);
      NamedCsvRecord row = arms.get(i);
      assertThat(row.getField("problem")).isEqualTo(arm.problem());
      assertThat(row.getField("arm")).isEqualTo(arm.arm());
      assertThat(number(row, "iqm_high")).isEqualTo(arm.iqm().high());
      assertThat(number(row, "median")).isEqualTo(arm.median().value());
      assertThat(row.getField("simple_regret").isEmpty()).isEqualTo(arm.simpleRegret() == null);
    }
    List<NamedCsvRecord> pairs = read("pairs.csv");
    assertThat(pairs).hasSameSizeAs(results.pairs());
    for (int i = 0; i < pairs.size(); i++) {
      PairResult pair = results.pairs().get(i);
      assertThat(number(pairs.get(i), "adjusted_p")).isEqualTo(pair.adjusted());
      assertThat(number(pairs.get(i), "difference_low")).isEqualTo(pair.difference().low());
      assertThat(pairs.get(i).getField("decision")).isEqualToIgnoringCase(pair.decision().name());
    }
    assertThat(read("searches.csv")).hasSize(5 * 4 * 20);
    assertThat(read("curves.csv")).hasSize(5 * 4 * 200);
    assertThat(read("ranks.csv")).hasSize(5);
  }

  @Test
  void writesTheSameNumbersAsJson() throws IOException {
    ComparisonResults results = ExampleComparisons.ofFive();
    ComparisonFiles.write(results, folder);

    JsonNode json = new ObjectMapper().readTree(folder.resolve("results.json").toFile());

    assertThat(json.get("version").asInt()).isEqualTo(2);
    assertThat(json.get("verdict")).hasSize(Verdict.of(results).size());
    assertThat(json.get("problems").get(0).get("source").asText()).isEqualTo("table");
    assertThat(json.get("pairs").get(0).get("decision").asText())
        .isEqualToIgnoringCase(results.pairs().get(0).decision().name());
    assertThat(json.get("arms").get(1).get("settings").get("controller.type").asText())
        .isEqualTo("evolution");
    JsonNode best = json.get("results").get(0);
    ArmResult arm = results.arms().get(0);
    assertThat(best.get("arm").asText()).isEqualTo(arm.arm());
    assertThat(best.get("mean").get("low").asDouble()).isEqualTo(arm.mean().low());
    assertThat(best.get("searches")).hasSize(30);
    assertThat(best.get("target").get("medianCost").isNull()).isTrue();
    assertThat(best.get("curve").get(7).get("upper").asDouble())
        .isEqualTo(arm.curve().get(7).upper());
    assertThat(json.get("pairs").get(3).get("p").asDouble()).isEqualTo(results.pairs().get(3).p());
    assertThat(json.get("ranks").get("groups").get(0)).hasSize(4);
  }

  @Test
  void keepsNamesAsTheyAre() throws IOException {
    String name = "a,\"b\"\r\nc;<script>\u2028\ud83d\ude00";
    ComparisonFiles.write(ExampleComparisons.hostile(name), folder);

    assertThat(read("arms.csv")).extracting(r -> r.getField("arm")).contains(name, name + '2');
    JsonNode json = new ObjectMapper().readTree(folder.resolve("results.json").toFile());
    assertThat(json.get("name").asText()).isEqualTo(name);
    assertThat(json.get("facts").get(name).asText()).isEqualTo(name);
  }

  @Test
  void drawsEveryFigureAsSvgAndPng() throws Exception {
    List<Path> written = ComparisonFiles.write(ExampleComparisons.ofFive(), folder);

    assertThat(written.stream().map(Path::getFileName).map(Path::toString))
        .contains("report.html", "results.json")
        .contains("curves.svg", "regret.svg", "distribution.svg", "pairs.svg", "ranks.svg")
        .contains("cost-epochs.png", "cost-seconds.png", "curves.png", "ranks.png");
    for (Path file : written) {
      assertThat(file).isRegularFile();
      if (file.toString().endsWith(".svg")) {
        assertThat(Files.readString(file)).doesNotContain("var(").contains("font-family");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
      }
      if (file.toString().endsWith(".png")) {
        assertThat(colours(ImageIO.read(file.toFile()))).as(file.toString()).isGreaterThan(10);
      }
    }
  }

  @Test
  void namesTheFiguresOfSeveralProblemsByThem() throws IOException {
    assertThat(FigureNames.of(ExampleComparisons.ofFourProblems(), FigureLayout.PHONE).keySet())
        .contains("curves-1-wine", "pairs-3-nk-landscape", "regret-2-branin", "ranks")
        .doesNotContain("regret-1-wine");
  }

  @Test
  void writesTheSameBytesForTheSameResults() throws IOException {
    List<Path> first = ComparisonFiles.write(ExampleComparisons.ofFive(), folder.resolve("a"));
    List<Path> second = ComparisonFiles.write(ExampleComparisons.ofFive(), folder.resolve("b"));

    assertThat(first).hasSameSizeAs(second);
    for (int i = 0; i < first.size(); i++) {
      assertThat(first.get(i)).hasSameBinaryContentAs(second.get(i));
    }
  }

  @Test
  void writesWhatThereIsOfComparisonsThatAreOdd() throws IOException {
    assertThat(ComparisonFiles.write(ExampleComparisons.empty(), folder.resolve("empty")))
        .hasSize(7);
    assertThat(ComparisonFiles.write(ExampleComparisons.awkward(), folder.resolve("awkward")))
        .hasSizeGreaterThan(12);
  }

  private List<NamedCsvRecord> read(String name) throws IOException {
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder().ofNamedCsvRecord(folder.resolve(name))) {
      return reader.stream().toList();
    }
  }

  private static double number(NamedCsvRecord row, String column) {
    return Double.parseDouble(row.getField(column));
  }

  private static long colours(BufferedImage image) {
    return java.util.Arrays.stream(
            image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
        .distinct()
        .count();
  }
}
