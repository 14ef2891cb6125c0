package org.espalier.nas.analysis.comparison.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.ArmRecord;
import org.espalier.nas.analysis.comparison.ArmResult;
import org.espalier.nas.analysis.comparison.ArmResult.TimeToTarget;
import org.espalier.nas.analysis.comparison.ComparisonRecord;
import org.espalier.nas.analysis.comparison.ComparisonResults;
import org.espalier.nas.analysis.comparison.Curve;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.comparison.PairResult;
import org.espalier.nas.analysis.comparison.ProblemRecord;
import org.espalier.nas.analysis.comparison.Protocol;
import org.espalier.nas.analysis.comparison.Ranks;
import org.espalier.nas.analysis.markup.Json;
import org.jspecify.annotations.Nullable;

/** All results as one JSON object; what is not known, or no number, is null. */
final class ResultsJson {

  /** Raised when a member changes its meaning or goes. */
  private static final int VERSION = 1;

  private static final String NULL = "null";

  private ResultsJson() {}

  static String of(ComparisonResults results) {
    ComparisonRecord comparison = results.comparison();
    Members all = new Members().number("version", VERSION).text("name", comparison.name());
    all.text("description", comparison.description());
    all.json("protocol", protocol(comparison.protocol()));
    all.json("problems", list(comparison.problems().stream().map(ResultsJson::problem).toList()));
    all.json("arms", list(comparison.arms().stream().map(ResultsJson::arm).toList()));
    all.json("results", list(results.arms().stream().map(ResultsJson::result).toList()));
    all.json("pairs", list(results.pairs().stream().map(ResultsJson::pair).toList()));
    Ranks ranks = results.ranks();
    all.json("ranks", ranks == null ? NULL : ranks(ranks));
    all.json("verdict", texts(results.verdict())).json("assumptions", texts(results.assumptions()));
    all.json("facts", texts(comparison.facts())).text("file", comparison.yaml());
    return all.object() + "\n";
  }

  private static String protocol(Protocol protocol) {
    Double target = protocol.target();
    return new Members()
        .number("alpha", protocol.alpha())
        .number("confidence", protocol.confidence())
        .number("resamples", protocol.resamples())
        .json("target", optional(target))
        .json("seed", Long.toString(protocol.seed()))
        .text("budget", protocol.budget())
        .object();
  }

  private static String problem(ProblemRecord problem) {
    return new Members()
        .text("name", problem.name())
        .text("space", problem.space())
        .number("fullEpochs", problem.fullEpochs())
        .text("metric", problem.metric())
        .json("optimum", optional(problem.optimum()))
        .json("noise", optional(problem.noise()))
        .text("answers", Words.of(problem.answers()))
        .text("costUnit", problem.cost().words())
        .text("judged", problem.judged())
        .object();
  }

  private static String arm(ArmRecord arm) {
    return new Members()
        .text("name", arm.name())
        .text("description", arm.description())
        .json("settings", texts(arm.settings()))
        .object();
  }

  private static String result(ArmResult arm) {
    TimeToTarget target = arm.target();
    return new Members()
        .text("problem", arm.problem())
        .text("arm", arm.arm())
        .number("failed", arm.failed())
        .estimate("mean", arm.mean())
        .estimate("median", arm.median())
        .estimate("iqm", arm.iqm())
        .number("deviation", arm.deviation())
        .estimate("simpleRegret", arm.simpleRegret())
        .estimate("cumulativeRegret", arm.cumulativeRegret())
        .estimate("area", arm.area())
        .json("target", target == null ? NULL : target(target))
        .number("epochs", arm.epochs())
        .number("seconds", arm.seconds())
        .json("searches", list(arm.outcomes().stream().map(ResultsJson::search).toList()))
        .json("curve", list(arm.curve().points().stream().map(ResultsJson::point).toList()))
        .object();
  }

  private static String target(TimeToTarget target) {
    return new Members()
        .number("reached", target.reached())
        .number("of", target.of())
        .number("medianCost", target.median())
        .object();
  }

  private static String search(ArmResult.Ended end) {
    return new Members()
        .json("seed", Long.toString(end.seed()))
        .number("score", end.score())
        .number("trials", end.trials())
        .number("epochs", end.epochs())
        .number("seconds", end.seconds())
        .text("failure", end.failure())
        .text("link", end.link())
        .object();
  }

  private static String point(Curve.Point point) {
    return new Members()
        .number("cost", point.cost())
        .estimate("mean", point.mean())
        .number("median", point.median())
        .number("lower", point.lower())
        .number("upper", point.upper())
        .object();
  }

  private static String pair(PairResult pair) {
    Integer needed = pair.seedsNeeded();
    return new Members()
        .text("problem", pair.problem())
        .text("first", pair.first())
        .text("second", pair.second())
        .number("pairs", pair.pairs())
        .number("wins", pair.wins())
        .number("ties", pair.ties())
        .number("p", pair.p())
        .number("adjusted", pair.adjusted())
        .number("a12", pair.a12())
        .number("cliffsDelta", pair.cliffsDelta())
        .estimate("difference", pair.difference())
        .estimate("improvement", pair.improvement())
        .json("seedsNeeded", needed == null ? NULL : needed.toString())
        .text("decision", Words.of(pair.decision()))
        .object();
  }

  private static String ranks(Ranks ranks) {
    Members means = new Members();
    ranks.meanRanks().forEach(means::number);
    return new Members()
        .text("blocks", ranks.blocks())
        .number("count", ranks.count())
        .number("statistic", ranks.statistic())
        .number("p", ranks.p())
        .json("meanRanks", means.object())
        .number("criticalDifference", ranks.criticalDifference())
        .json("groups", list(ranks.groups().stream().map(ResultsJson::texts).toList()))
        .object();
  }

  private static String optional(@Nullable Double value) {
    return value == null ? NULL : Json.number(value);
  }

  private static String texts(List<String> texts) {
    return Json.array(texts.stream().map(Json::string).toList());
  }

  private static String texts(Map<String, String> texts) {
    Members members = new Members();
    texts.forEach(members::text);
    return members.object();
  }

  private static String list(List<String> values) {
    return Json.array(values);
  }

  /** The members of an object, one after the other. */
  private static final class Members {

    private final Map<String, String> members = new LinkedHashMap<>();

    Members json(String name, String value) {
      members.put(name, value);
      return this;
    }

    Members text(String name, @Nullable String value) {
      return json(name, value == null ? NULL : Json.string(value));
    }

    Members number(String name, double value) {
      return json(name, Json.number(value));
    }

    Members estimate(String name, @Nullable Estimate value) {
      return json(
          name,
          value == null
              ? NULL
              : new Members()
                  .number("value", value.value())
                  .number("low", value.low())
                  .number("high", value.high())
                  .object());
    }

    String object() {
      return Json.object(members);
    }
  }
}
