package org.espalier.nas.benchmark.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class SearchQualityTest {
  @TempDir private Path folder;

  /**
   * A different controller by its settings alone, whose uniform draws are those of random search.
   */
  @Test
  void writesRegretsAndATable() throws IOException {
    Path csv = folder.resolve("out.csv");
    StringWriter table = new StringWriter();

    int code =
        run(
            table,
            "--controller=random: {repeats: true, batch: 3}",
            "--problem=branin",
            "--problem=tree",
            "--seeds=2",
            "--trials=20",
            "--out=" + csv);

    assertThat(code).isZero();
    assertThat(table.toString()).contains("| tree | random{repeats:true;batch:3} |");
    List<String> lines = Files.readAllLines(csv);
    assertThat(lines).hasSize(1 + 2 * 2 * 2 * 2).startsWith(Score.HEADER);
    assertThat(lines.get(1)).startsWith("branin,random,1,10,");
    assertThat(lines).noneMatch(line -> line.endsWith("Infinity"));
  }

  @Test
  void writesArchitecturesWithRewards() throws IOException {
    Path csv = folder.resolve("dump.csv");
    assertThat(run(new StringWriter(), "--dump=" + csv)).isZero();
    assertThat(Files.readAllLines(csv))
        .hasSize(1 + 100 * Family.all().size())
        .startsWith("problem,seed,choices,reward,reward_after_3");
  }

  private static int run(StringWriter out, String... arguments) {
    return new CommandLine(new SearchQuality()).setOut(new PrintWriter(out)).execute(arguments);
  }
}
