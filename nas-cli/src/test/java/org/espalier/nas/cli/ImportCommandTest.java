package org.espalier.nas.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {
  private static final String RECIPE =
      """
      name: grid
      source: A test.
      rows: rows.csv.gz
      searchSpace:
        type: hyperparameters
        parameters:
          rate: {type: categorical, ordered: true, options: ["0.1", "1e-03"]}
          width: {type: integer, low: 8, high: 16, step: 8}
      decisions: {rate: lr}
      metrics:
        validation.accuracy:
          - {columns: short, epochs: 12, scale: 0.01}
          - {columns: [s0, s1], epochs: 200, scale: 0.01, empty: allowed}
      facts:
        parameters: {column: params, scale: 1000}
        latency.phone: {column: ms}
      """;

  private static final String ROWS =
      """
      lr,width,short,s0,s1,params,ms,remark
      0.1,8,50,70,80,1,3.5,a
      0.1,16,55,75,,2,4.5,7
      0.001,8,60,65,66,1,5.5,8
      0.001,16,65,90,91,2,6.5,9
      """;

  private static final String SEARCH =
      """
      name: on-grid
      searchSpace:
        type: hyperparameters
        parameters:
          rate: {type: categorical, ordered: true, options: ["0.1", "1e-03"]}
          width: {type: integer, low: 8, high: 16, step: 8}
      controller: {type: hyperband, minEpochs: 12, factor: 4, iterations: 1}
      evaluator: {type: tabular, file: out/grid.npz, noise: mean}
      reward: {type: metric, metric: validation.accuracy}
      output: {report: false}
      """;

  private final Terminal terminal = new Terminal(() -> Catalogue.load(Nas.class.getClassLoader()));

  @TempDir Path folder;

  private int imported(String recipe, String rows) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(folder.resolve("rows.csv.gz")))) {
      out.write(rows.getBytes(UTF_8));
    }
    Path file = Files.writeString(folder.resolve("recipe.yaml"), recipe);
    return terminal.run("import", file, "--out", folder.resolve("out"));
  }

  private void assertRefused(String recipe, String rows, String... parts) throws IOException {
    assertThat(imported(recipe, rows)).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(terminal.err()).contains(parts);
    assertThat(folder.resolve("out")).doesNotExist();
  }

  @Test
  void importsAGridAndSearchesOnIt() throws IOException {
    assertThat(imported(RECIPE, ROWS)).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .startsWith("4 architectures, at most 2 seeds, measured after 12, 200 epochs\n")
        .contains("Metrics: validation.accuracy\nFacts: latency.phone, parameters\nTable: ");

    Path search = Files.writeString(folder.resolve("search.yaml"), SEARCH);
    assertThat(terminal.run("run", search, "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out()).contains(" 0 failed", "0.9050", "2,000");
  }

  @Test
  void namesTheLineOfARowThatIsNoArchitectureOrRepeatsOne() throws IOException {
    assertRefused(
        RECIPE,
        ROWS.replace("0.1,16", "0.2,16").replace("0.001,16", "0.1,8"),
        "rows.csv.gz:3: lr (0.2) is no value of rate, which has 0.1, 1e-03. Fix the cell, or",
        "rows.csv.gz:5: The row has the architecture [0.1, 8] of ",
        "rows.csv.gz:2 again. Remove one of the two rows.");
  }

  @Test
  void missingArchitecturesMustBeAllowed() throws IOException {
    String fewer = ROWS.replaceAll("0.001,16.*\n", "");
    assertRefused(
        RECIPE,
        fewer,
        "recipe.yaml:5:3: ",
        "has rows of 3 of the 4 architectures; [1e-03, 16] is missing, for example.",
        "partial: true");

    assertThat(imported(RECIPE + "partial: true\n", fewer)).as(terminal.err()).isZero();
    assertThat(terminal.out()).startsWith("3 architectures of 4, ");
  }

  @Test
  void emptyAndWrongCellsAreNamed() throws IOException {
    assertRefused(
        RECIPE.replace(", empty: allowed", ""),
        ROWS.replace("0.001,8,60", "0.001,8,"),
        "rows.csv.gz:3: s1 is empty. Fill the cell, or allow results that were not measured",
        "rows.csv.gz:4: short is empty.");
    assertRefused(
        RECIPE.replace("column: ms", "column: remark"),
        ROWS.replace(",7\n", ",b\n").replace(",8\n", ",c\n").replace(",9\n", ",d\n"),
        "rows.csv.gz:2: remark (a) must be a number.");
  }

  @Test
  void errorsInARecipeHaveTheirPlace() throws IOException {
    assertRefused(
        RECIPE
            .replace("rate: lr", "rat: lr, rate: rl")
            .replace("[s0, s1]", "[s0, s2]")
            .replace("column: ms", "column: milliseconds"),
        ROWS,
        "recipe.yaml:9:18: decisions (rat) is no decision of the search space. Did you mean rate?",
        "recipe.yaml:9:28: ",
        "has no column rl.",
        "recipe.yaml:13:17: ",
        "has no column s2. Did you mean s0?",
        "has no column milliseconds.");
    assertRefused(
        RECIPE.replace("epochs: 200", "epochs: 12").replace("source:", "sorce:"),
        ROWS,
        "recipe.yaml:2:1: Unknown key sorce in the recipe; did you mean source?",
        "metrics.validation.accuracy must be columns at different epochs, found [12, 12].");
    assertRefused(
        RECIPE.replace("rows.csv.gz", "other.csv"),
        ROWS,
        "recipe.yaml:3:7: rows (other.csv) is neither beside the recipe",
        "--set rows=FILE");
    assertRefused(
        RECIPE.replace(
            "{type: integer, low: 8, high: 16, step: 8}", "{type: real, low: 8, high: 16}"),
        ROWS,
        "recipe.yaml:5:3: The search space decides real numbers");
  }

  @Test
  void rowsOfSeveralFilesBelongTogetherByAKey() throws IOException {
    String rows =
        ROWS.replace("ms,remark", "number,remark").replaceAll(",[3-6][.]5,(.)\n", ",$1,$1\n");
    String recipe =
        RECIPE.replace("rows: rows.csv.gz", "rows: [rows.csv.gz, phone.csv]\nkey: number");
    Files.writeString(folder.resolve("phone.csv"), "ms,number\n6.5,9\n3.5,a\n5.5,8\n4.5,7\n");

    assertThat(imported(recipe, rows)).as(terminal.err()).isZero();

    String search =
        SEARCH
                .replace("reward: {type: metric, metric: validation.accuracy}", "")
                .replaceAll("controller: .*", "controller: {type: grid}")
            + """
            objectives:
              - {type: metric, metric: validation.accuracy}
              - {type: fact, name: latency.phone, unit: ms}
            """;
    Path file = Files.writeString(folder.resolve("search.yaml"), search);
    assertThat(terminal.run("run", file, "--out", folder.resolve("runs")))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out())
        .containsPattern("0.9050 +6.5.* highest")
        .containsPattern("0.7500 +3.5.* lowest");
  }

  @Test
  void aKeyWithoutARowIsNamed() throws IOException {
    String rows =
        ROWS.replace("ms,remark", "number,remark").replaceAll(",[3-6][.]5,(.)\n", ",$1,$1\n");
    String recipe =
        RECIPE.replace("rows: rows.csv.gz", "rows: [rows.csv.gz, phone.csv]\nkey: number");
    Files.writeString(folder.resolve("phone.csv"), "ms,number\n6.5,9\n3.5,a\n5.5,8\n");
    assertRefused(recipe, rows, "rows.csv.gz:3: number (7) has no row in ", "phone.csv");
    Files.writeString(folder.resolve("phone.csv"), "ms,number\n6.5,9\n3.5,a\n5.5,8\n4.5,8\n");
    assertRefused(recipe, rows, "phone.csv:5: number (8) occurs again.");
    assertRefused(recipe.replace("\nkey: number", ""), rows, "key must name the column");
  }
}
