package org.espalier.nas.analysis.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.espalier.nas.analysis.ExampleRuns;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.cell.ExampleCells;
import org.espalier.nas.analysis.network.ExampleNetworks;
import org.espalier.nas.analysis.picture.ClassSamples;
import org.espalier.nas.analysis.picture.ImageExamples;
import org.espalier.nas.analysis.picture.ImageSamples;
import org.espalier.nas.analysis.picture.Picture;
import org.espalier.nas.api.network.NetworkSpec;
import org.espalier.nas.api.trial.TrialResult;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class RunSubjectsTest {
  private static final String ATTACK = "</h3><script>alert('x')</script>\"&<img onerror=x>";
  private static final Picture DOT = new Picture(1, 1, 1, new byte[1]);

  @Test
  void drawsTheBestNetworkAndFoldsAnother() throws Exception {
    String page =
        page(
            new RunSubjects(
                Map.of(
                    1, new NetworkSpec(ExampleNetworks.chain()),
                    2, new NetworkSpec(ExampleNetworks.small())),
                Map.of(),
                ImageSamples.none(),
                List.of(),
                ""));

    Document document = ParsedPage.of(page);
    assertThat(page.indexOf("<h3>Network of trial 2</h3>"))
        .isPositive()
        .isLessThan(page.indexOf("<summary>Network of trial 1</summary>"));
    assertThat(document.getElementsByTagName("details").getLength()).isEqualTo(2);
    assertThat(page).contains("<summary>Parts of the composed layers</summary>");
  }

  @Test
  void drawsCellsForWideScreensAndPhonesAndFoldsTheWholeNetwork() throws Exception {
    NetworkSpec network = new NetworkSpec(ExampleNetworks.chain());
    String page =
        page(
            new RunSubjects(
                Map.of(1, network, 2, network),
                Map.of(1, ExampleCells.nasnet(), 2, ExampleCells.nasnet()),
                ImageSamples.none(),
                List.of(),
                ""));

    ParsedPage.of(page);
    assertThat(page.indexOf("<h3>Cells of trial 2</h3>"))
        .isPositive()
        .isLessThan(page.indexOf("<summary>Network of trial 2</summary>"));
    assertThat(page)
        .contains("<summary>Cells of trial 1</summary>", "class=\"graph for-phone\"")
        .doesNotContain("Network of trial 1");
    assertThat(page.split(">Reduction cell<", -1)).hasSize(1 + 4);
  }

  @Test
  void showsImagesOfEachClassAndTheirAugmentation() throws Exception {
    ImageSamples samples =
        new ImageSamples(List.of(new ClassSamples("cat", List.of(DOT, DOT), List.of(DOT))), 280);

    String page = page(new RunSubjects(Map.of(), Map.of(), samples, List.of(), ""));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<h2>The images</h2>", "<h3>cat</h3>", "280 more classes are not shown.")
        .contains("alt=\"2 images of the class cat\"")
        .contains("alt=\"1 augmented image of the class cat\"")
        .contains("src=\"data:image/png;base64,");
  }

  @Test
  void leavesTheImagesOfTablesOut() {
    String page =
        page(
            new RunSubjects(
                Map.of(),
                Map.of(),
                ImageSamples.of(ImageExamples.table(), ImageExamples.task(List.of("cat", "dog"))),
                List.of(),
                ""));

    assertThat(page).doesNotContain("The images", "<img", "Networks are not drawn");
  }

  @Test
  void givesTheReasonForMissingNetworks() {
    assertThat(page(RunSubjects.missing("The data are gone.")))
        .contains("Networks are not drawn: The data are gone.");
  }

  @Test
  void staysSmallWith300Classes() throws Exception {
    List<String> names = IntStream.range(0, 300).mapToObj(i -> "class " + i).toList();

    String page =
        page(
            new RunSubjects(
                Map.of(),
                Map.of(),
                ImageSamples.of(ImageExamples.of(300, 9), ImageExamples.task(names)),
                List.of(),
                ""));

    assertThat(ParsedPage.of(page).getElementsByTagName("img").getLength()).isEqualTo(20);
  }

  @Test
  void doesNotRunWhatClassesAreNamed() throws Exception {
    ImageSamples samples =
        new ImageSamples(List.of(new ClassSamples(ATTACK, List.of(DOT), List.of())), 0);

    Document document =
        ParsedPage.of(page(new RunSubjects(Map.of(), Map.of(), samples, List.of(), ATTACK)));

    assertThat(document.getElementsByTagName("script").getLength()).isEqualTo(3);
    assertThat(document.getElementsByTagName("img").getLength()).isEqualTo(1);
  }

  private static String page(RunSubjects subjects) {
    List<TrialResult> trials =
        List.of(
            ExampleRuns.completed(1, ExampleRuns.layers("a"), "validation.accuracy", 0.5),
            ExampleRuns.completed(2, ExampleRuns.layers("b"), "validation.accuracy", 0.6));
    return ReportPage.render(ExampleRuns.bare(ExampleRuns.accuracy(), trials).with(subjects));
  }
}
