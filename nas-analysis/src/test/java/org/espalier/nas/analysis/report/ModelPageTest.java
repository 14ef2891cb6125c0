package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.network.ExampleNetworks;
import org.espalier.nas.analysis.picture.ImageExamples;
import org.espalier.nas.api.data.Pixels;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.evaluation.LabelCounts;
import org.espalier.nas.api.evaluation.Misclassification;
import org.espalier.nas.api.evaluation.TrainedModel;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.trial.Measurement;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class ModelPageTest {
  private static final String ATTACK = "</th><script>alert('x')</script>\"&<img onerror=x>";

  /** A model that takes images of class 0 for class 1. */
  private record Model(
      List<List<Long>> confusionMatrix,
      List<Misclassification> misclassified,
      List<LabelCounts> labelCounts)
      implements TrainedModel {
    @Override
    public String summary() {
      return "model";
    }

    @Override
    public List<Measurement> history() {
      return List.of(new Measurement(1, Map.of("loss", 0.5)));
    }

    @Override
    public int bestEpoch() {
      return 1;
    }

    @Override
    public Map<String, Double> testMetrics() {
      return Map.of("test.accuracy", 0.75);
    }
  }

  @Test
  void showsTheMatrixAndTheMistakenImagesWithTheirProbability() throws Exception {
    String page = page(List.of("cat", "dog"), mistakes(), images());

    Document document = ParsedPage.of(page);
    assertThat(page)
        .contains("<dt>test.accuracy</dt><dd>0.7500</dd>")
        .contains("<b>7</b> <small>70.0\u00a0%</small>", "<b>3</b> <small>30.0\u00a0%</small>")
        .contains("cat\npredicted: dog\n3 of 10, 30.00\u00a0%")
        .contains("cat \u2192 dog <small>3 images, 30.0\u00a0% of the class</small>")
        .contains("alt=\"Test image 2 of the class cat, predicted as dog\"");
    assertThat(page.indexOf("Test image 2 of")).isLessThan(page.indexOf("Test image 0 of"));
    assertThat(document.getElementsByTagName("img").getLength()).isEqualTo(2);
    assertThat(document.getElementsByTagName("svg").getLength()).isEqualTo(1);
  }

  @Test
  void listsPairsOfTables() throws Exception {
    String page = page(List.of("cat", "dog"), mistakes(), Optional.empty());

    ParsedPage.of(page);
    assertThat(page)
        .contains("<td class=\"words\" data-label=\"predicted class\">dog</td>")
        .doesNotContain("<img");
  }

  @Test
  void showsOnlyPairsOf300Classes() throws Exception {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "class " + i).toList();
    List<List<Long>> counts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int row = i;
      counts.add(
          IntStream.range(0, 300).mapToObj(j -> j == (row + 1) % 300 ? 1L + row : 0L).toList());
    }
    Model model = new Model(counts, List.of(), List.of());

    String page = page(names, model, Optional.empty());

    ParsedPage.of(page);
    assertThat(page)
        .contains(">class 299</td>", "280 more pairs of classes are not shown.")
        .doesNotContain("Confusion matrix", ">class 200<");
  }

  @Test
  void showsLabelsAndNoMatrixOfSeveralLabels() throws Exception {
    Model model = new Model(List.of(), List.of(), List.of(new LabelCounts("spam", 3, 1, 0, 6)));

    String page = page(List.of("a", "b"), model, Optional.empty());

    ParsedPage.of(page);
    assertThat(page)
        .contains("<td class=\"words\" data-label=\"label\">spam</td>", ">0.7500</td>")
        .doesNotContain("Confusion matrix", "Most confused");
  }

  @Test
  void praisesNothingButCorrectPredictions() {
    Model model = new Model(List.of(List.of(1L, 0L), List.of(0L, 1L)), List.of(), List.of());

    assertThat(page(List.of("a", "b"), model, images()))
        .contains("All predictions for the test part are correct.");
  }

  @Test
  void doesNotRunWhatClassesAreNamed() throws Exception {
    Document document = ParsedPage.of(page(List.of(ATTACK, "dog"), mistakes(), images()));

    assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(1);
    assertThat(document.getElementsByTagName("img").getLength()).isEqualTo(2);
  }

  private static Model mistakes() {
    return new Model(
        List.of(List.of(7L, 3L), List.of(0L, 4L)),
        List.of(new Misclassification(0, 0, 1, 0.6), new Misclassification(2, 0, 1, 0.9)),
        List.of());
  }

  private static Optional<Pixels> images() {
    return ImageExamples.of(2, 7).pixels();
  }

  private static String page(List<String> classes, Model model, Optional<Pixels> images) {
    Task task = new Task.Classification("animal", classes);
    Optional<NetworkSpec> network = Optional.of(new NetworkSpec(ExampleNetworks.chain()));
    return ModelPage.render(
        new ModelResult("animals", "1", 17, model, network, Optional.of(task), images));
  }
}
