package org.espalier.nas.experiment.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.TrialPoint;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.CellGraph;
import org.espalier.nas.api.space.CellGraph.Edge;
import org.espalier.nas.api.space.CellGraph.Node;
import org.espalier.nas.api.space.CellGraph.Role;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredCellsTest {
  private static final Map<String, CellGraph> CELLS =
      Map.of(
          "cell",
          new CellGraph(
              List.of(new Node("0", "input", Role.INPUT), new Node("1", "output", Role.OUTPUT)),
              List.of(new Edge("0", "1", "conv 3x3"))));

  @TempDir private Path folder;

  @Test
  void aSearchKeepsTheCellsOfItsLastIncumbent() {
    List<Architecture> architectures = List.of(architecture(0), architecture(1), architecture(2));
    List<TrialPoint> trials = List.of(trial(1, 0.5), trial(2, 0.9), trial(3, 0.7));
    NetworkSearchSpace space = mock(NetworkSearchSpace.class);
    when(space.cells(architecture(1))).thenReturn(CELLS);

    assertThat(ArmSearchRunner.cells(space, trials, architectures)).isEqualTo(CELLS);
    assertThat(ArmSearchRunner.cells(space, List.of(), List.of())).isEmpty();
    assertThat(ArmSearchRunner.cells(mock(SearchSpace.class), trials, architectures)).isEmpty();
  }

  @Test
  void theFileOfASearchKeepsCells() {
    SearchFile search =
        new SearchFile(List.of(trial(1, 0.5)), List.of("a"), null, "validation.loss", "1", CELLS);
    Path file = folder.resolve("seed-1.csv");

    search.write(file);

    assertThat(SearchFile.read(file)).isEqualTo(search);
  }

  @Test
  void damagedCellsAreNamedWithTheirFile() throws Exception {
    Path file =
        Files.writeString(folder.resolve("seed-1.csv"), "trial\n#cells {\"cell\": 3}\n#end\n");

    assertThatThrownBy(() -> SearchFile.read(file))
        .isInstanceOf(NasException.class)
        .hasMessageStartingWith(file + " cannot be read");
  }

  private static Architecture architecture(int option) {
    return new Architecture(List.of(new Choice.Option("edge", option, "option " + option)));
  }

  private static TrialPoint trial(int number, double reward) {
    return new TrialPoint(number, 10, reward, reward, 10, 1);
  }
}
