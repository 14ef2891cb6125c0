package org.espalier.nas.benchmark.controller;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class ControllerTimesTest {

  private static List<String> lines(String... arguments) {
    StringWriter out = new StringWriter();
    int code =
        new CommandLine(new ControllerTimes()).setOut(new PrintWriter(out)).execute(arguments);
    assertThat(code).isZero();
    return out.toString().lines().toList();
  }

  @Test
  void printsALineForEachControllerAndSize() {
    List<String> lines =
        lines(
            "--controller=random",
            "--controller=nsga2: {population: 4, maxRedraws: 3}",
            "--told=10,20",
            "--repeats=2");

    assertThat(lines).hasSize(5).startsWith(ControllerTimes.HEADER);
    assertThat(lines.get(1)).matches("random,10,[0-9.]+,[0-9.]+,");
    assertThat(lines.get(2)).matches("random,20,[0-9.]+,[0-9.]+,-?[0-9.]+");
    assertThat(lines.get(3)).startsWith("nsga2{population:4;maxRedraws:3},10,");
  }

  @Test
  void leavesOutNumbersThatAreNotReached() {
    assertThat(lines("--controller=grid: {steps: 2}", "--told=60,70", "--repeats=1")).hasSize(2);
  }
}
