package org.espalier.nas.analysis.comparison.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.ParsedPage;
import org.espalier.nas.analysis.cell.ExampleCells;
import org.espalier.nas.analysis.comparison.ComparisonAnalysis;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.SearchRecord;
import org.espalier.nas.analysis.comparison.Searches;
import org.espalier.nas.api.space.CellGraph;
import org.junit.jupiter.api.Test;

class CellsSectionTest {
  private static final Map<String, CellGraph> EDGES = Map.of("cell", ExampleCells.edges());
  private static final Map<String, CellGraph> VERTICES = Map.of("cell", ExampleCells.vertices());

  @Test
  void drawsTheCellsOfTheBestSearchOfEachArmAndEqualOnesOnce() throws Exception {
    String page =
        page(
            search("evolution", 1, 0.9, EDGES),
            search("evolution", 2, 0.7, VERTICES),
            search("random", 1, 0.6, VERTICES),
            search("random", 2, 0.8, EDGES),
            search("grid", 1, 0.5, VERTICES),
            search("grid", 2, 0.4, EDGES));

    ParsedPage.of(page);
    assertThat(page)
        .contains("<h2>Best cells</h2>", "href=\"#cells\"")
        .containsPattern("<h4>evolution: 90.00.% .seed 1.; random: 80.00.% .seed 2.</h4>")
        .containsPattern("<h4>grid: 50.00.% .seed 1.</h4>");
    assertThat(page.split("aria-label=\"Cell: ", -1)).hasSize(1 + 2);
  }

  @Test
  void isLeftOutWithoutCells() {
    assertThat(page(search("evolution", 1, 0.9, Map.of()), search("random", 1, 0.6, Map.of())))
        .doesNotContain("Best cells", "#cells");
  }

  private static SearchRecord search(
      String arm, long seed, double score, Map<String, CellGraph> cells) {
    return new SearchRecord(
        "wine", arm, seed, List.of(Searches.trial(1, score)), null, null, null, cells);
  }

  private static String page(SearchRecord... searches) {
    ComparisonRecord comparison =
        new Searches().arms("evolution", "random", "grid").allPairs().record();
    return ComparisonPage.render(
        ComparisonAnalysis.of(comparison.withSearches(List.of(searches), List.of())));
  }
}
