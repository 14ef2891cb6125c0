package org.espalier.nas.analysis.comparison.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.SearchResult;
import org.espalier.nas.analysis.comparison.ArmResult.TimeToTarget;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.CurvePoint;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.comparison.text.Sentences;
import org.jspecify.annotations.Nullable;

/** A table of a comparison as a CSV file (RFC 4180); unknown values are empty. */
final class CsvTable {

  private static final double LARGEST_INTEGER = 1e15;

  private final String name;
  private final List<String> columns;
  private final List<List<String>> rows = new ArrayList<>();

  private CsvTable(String name, String... columns) {
    this.name = name;
    this.columns = List.of(columns);
  }

  /** Returns all tables. */
  static List<CsvTable> of(ComparisonResults results) {
    return List.of(
        arms(results), pairs(results), searches(results), curves(results), ranks(results));
  }

  /** Returns the file name. */
  String name() {
    return name;
  }

  void write(Path file) throws IOException {
    try (CsvWriter writer = CsvWriter.builder().build(file, StandardCharsets.UTF_8)) {
      writer.writeRecord(columns);
      rows.forEach(writer::writeRecord);
    }
  }

  private static CsvTable arms(ComparisonResults results) {
    CsvTable table =
        new CsvTable(
            "arms.csv",
            ("problem,arm,seeds,failed,mean,mean_low,mean_high,median,median_low,median_high,"
                    + "iqm,iqm_low,iqm_high,deviation,simple_regret,simple_regret_low,"
                    + "simple_regret_high,cumulative_regret,cumulative_regret_low,"
                    + "cumulative_regret_high,relative_improvement,relative_improvement_low,"
                    + "relative_improvement_high,area,area_low,area_high,igd_plus,igd_plus_low,"
                    + "igd_plus_high,target_reached,target_searches,"
                    + "target_median_cost,epochs,seconds")
                .split(","));
    for (ArmResult arm : results.arms()) {
      Row row = new Row().text(arm.problem()).text(arm.arm()).whole(arm.searches().size());
      row.whole(arm.failed()).estimate(arm.mean()).estimate(arm.median()).estimate(arm.iqm());
      row.number(arm.deviation()).estimate(arm.simpleRegret()).estimate(arm.cumulativeRegret());
      row.estimate(arm.relativeImprovement()).estimate(arm.area()).estimate(arm.frontDistance());
      TimeToTarget target = arm.target();
      if (target == null) {
        row.text("").text("").text("");
      } else {
        row.whole(target.reached()).whole(target.searches()).number(target.medianCost());
      }
      table.rows.add(row.number(arm.epochs()).number(arm.seconds()).cells());
    }
    return table;
  }

  private static CsvTable pairs(ComparisonResults results) {
    CsvTable table =
        new CsvTable(
            "pairs.csv",
            ("problem,first,second,pairs,wins,ties,p,adjusted_p,a12,cliffs_delta,difference,"
                    + "difference_low,difference_high,improvement,improvement_low,"
                    + "improvement_high,seeds_needed,decision")
                .split(","));
    for (PairResult pair : results.pairs()) {
      Integer needed = pair.seedsNeeded();
      Row row = new Row().text(pair.problem()).text(pair.first()).text(pair.second());
      row.whole(pair.pairs()).whole(pair.wins()).whole(pair.ties());
      row.number(pair.p()).number(pair.adjusted()).number(pair.a12()).number(pair.cliffsDelta());
      row.estimate(pair.difference()).estimate(pair.improvement());
      row.text(needed == null ? "" : needed.toString());
      table.rows.add(row.text(pair.decision().name().toLowerCase(Locale.ROOT)).cells());
    }
    return table;
  }

  private static CsvTable searches(ComparisonResults results) {
    CsvTable table =
        new CsvTable(
            "searches.csv",
            "problem,arm,seed,score,trials,epochs,seconds,failure,link,spread,igd_plus".split(","));
    for (ArmResult arm : results.arms()) {
      for (SearchResult end : arm.searches()) {
        Row row = new Row().text(arm.problem()).text(arm.arm()).whole(end.seed());
        row.number(end.score()).whole(end.trials()).number(end.epochs()).number(end.seconds());
        row.optional(end.failure()).optional(end.link());
        table.rows.add(row.optional(end.spread()).optional(end.frontDistance()).cells());
      }
    }
    return table;
  }

  private static CsvTable curves(ComparisonResults results) {
    CsvTable table =
        new CsvTable(
            "curves.csv",
            "problem,arm,cost,mean,mean_low,mean_high,median,lower_quartile,upper_quartile"
                .split(","));
    for (ArmResult arm : results.arms()) {
      for (CurvePoint point : arm.curve()) {
        Row row = new Row().text(arm.problem()).text(arm.arm()).number(point.cost());
        row.estimate(point.mean()).number(point.median());
        table.rows.add(row.number(point.lower()).number(point.upper()).cells());
      }
    }
    return table;
  }

  private static CsvTable ranks(ComparisonResults results) {
    CsvTable table =
        new CsvTable(
            "ranks.csv",
            "arm,mean_rank,groups,blocks,friedman_chi_squared,p,critical_difference".split(","));
    Ranks ranks = results.ranks();
    if (ranks == null) {
      return table;
    }
    for (Map.Entry<String, Double> rank : ranks.meanRanks().entrySet()) {
      List<String> groups = new ArrayList<>();
      for (int i = 0; i < ranks.groups().size(); i++) {
        if (ranks.groups().get(i).contains(rank.getKey())) {
          groups.add(Integer.toString(i + 1));
        }
      }
      Row row = new Row().text(rank.getKey()).number(rank.getValue());
      row.text(String.join(" ", groups)).text(Sentences.blocks(ranks)).number(ranks.statistic());
      table.rows.add(row.number(ranks.p()).number(ranks.criticalDifference()).cells());
    }
    return table;
  }

  /** Returns a number in all its digits; an empty text for NaN. */
  private static String format(double number) {
    if (Double.isNaN(number)) {
      return "";
    }
    if (Double.isInfinite(number)) {
      return number > 0 ? "inf" : "-inf";
    }
    return number == Math.rint(number) && Math.abs(number) < LARGEST_INTEGER
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  /** The cells of a row. */
  private static final class Row {

    private final List<String> cells = new ArrayList<>();

    Row text(String text) {
      cells.add(text);
      return this;
    }

    Row optional(@Nullable String text) {
      return text(text == null ? "" : text);
    }

    Row optional(@Nullable Double number) {
      return number == null ? text("") : number(number);
    }

    Row whole(long number) {
      return text(Long.toString(number));
    }

    Row number(double number) {
      return text(format(number));
    }

    Row estimate(@Nullable Estimate estimate) {
      return estimate == null
          ? text("").text("").text("")
          : number(estimate.value()).number(estimate.low()).number(estimate.high());
    }

    List<String> cells() {
      return List.copyOf(cells);
    }
  }
}
