package org.espalier.nas.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.espalier.nas.cli.Nas;
import org.espalier.nas.engine.store.StudyServers;
import org.espalier.nas.engine.store.run.RunFolders;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queries and columns on the page about the store, on the database of a real run. */
final class StorePageTest {

  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern SQL =
      Pattern.compile("^```sql\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern ROW = Pattern.compile("^\\| (\\S.*?) \\|", Pattern.MULTILINE);
  private static final Pattern TABLE = Pattern.compile("\\*\\*(\\w+)\\*\\*");
  private static final Pattern COLUMN = Pattern.compile("`(\\w+)`");

  private static Connection database;
  private static String page;

  @BeforeAll
  static void search(@TempDir Path folder) throws Exception {
    page = Files.readString(ROOT.resolve("docs/store.md"));
    StringWriter err = new StringWriter();
    int code =
        Nas.commandLine(
                folders -> Catalogue.load(StorePageTest.class.getClassLoader()),
                Map.of(),
                new StudyServers(List.of(), Map.of()))
            .setOut(new PrintWriter(new StringWriter()))
            .setErr(new PrintWriter(err))
            .execute(
                "run",
                ROOT.resolve("experiments/nk-landscape.yaml").toString(),
                "--set",
                "budget.trials=40",
                "--out",
                folder.toString());
    assertThat(code).as(err.toString()).isZero();
    Path run = new RunFolders(folder).find(RunFolders.LATEST);
    database = DriverManager.getConnection("jdbc:sqlite:" + run.resolve(RunFolders.DATABASE));
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void everyQueryRuns() throws SQLException {
    List<String> queries = SQL.matcher(page).results().map(found -> found.group(1)).toList();
    assertThat(queries).hasSizeGreaterThanOrEqualTo(5);
    for (String query : queries) {
      // All trials of the run have ended.
      boolean running = query.contains("'ASKED'");
      assertThat(rows(query) > 0).as(query).isEqualTo(!running);
    }
  }

  private static int rows(String query) throws SQLException {
    try (Statement statement = database.createStatement();
        ResultSet result = statement.executeQuery(query)) {
      int rows = 0;
      while (result.next()) {
        rows++;
      }
      return rows;
    }
  }

  @Test
  void everyColumnIsDescribed() throws SQLException {
    List<String> stored = new ArrayList<>();
    try (Statement statement = database.createStatement();
        ResultSet column =
            statement.executeQuery(
                "SELECT t.name, c.name FROM sqlite_master t, pragma_table_info(t.name) c"
                    + " WHERE t.type = 'table' AND t.name NOT LIKE 'flyway%'"
                    + " AND c.name <> 'study_id'")) {
      while (column.next()) {
        stored.add(column.getString(1) + "." + column.getString(2));
      }
    }
    assertThat(new TreeSet<>(described())).isEqualTo(new TreeSet<>(stored));
  }

  private static List<String> described() {
    List<String> described = new ArrayList<>();
    String table = "";
    for (MatchResult row : ROW.matcher(page).results().toList()) {
      var heading = TABLE.matcher(row.group(1));
      if (heading.matches()) {
        table = heading.group(1);
      } else if (!table.isEmpty()) {
        String of = table;
        COLUMN.matcher(row.group(1)).results().forEach(c -> described.add(of + "." + c.group(1)));
      }
    }
    return described;
  }
}
