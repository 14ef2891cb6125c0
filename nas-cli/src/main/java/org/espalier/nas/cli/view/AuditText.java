package org.espalier.nas.cli.view;

import static org.espalier.nas.cli.console.TextTable.Align.LEFT;
import static org.espalier.nas.cli.console.TextTable.Align.RIGHT;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.analysis.comparison.Estimate;
import org.espalier.nas.analysis.markup.NumberFormat;
import org.espalier.nas.analysis.sharing.AuditCost;
import org.espalier.nas.analysis.sharing.AuditReport;
import org.espalier.nas.analysis.sharing.AuditSentences;
import org.espalier.nas.analysis.sharing.AuditedTrial;
import org.espalier.nas.analysis.sharing.InheritanceEffect;
import org.espalier.nas.analysis.sharing.OrderEffect;
import org.espalier.nas.analysis.sharing.SharingAudit;
import org.espalier.nas.cli.console.TextTable;
import org.espalier.nas.cli.console.Words;
import org.espalier.nas.experiment.text.ShownPath;
import org.jspecify.annotations.Nullable;

/**
 * An audit of weight sharing, as text and as a tree.
 *
 * @param report the audit
 * @param page the page about it
 */
public record AuditText(AuditReport report, Path page) {

  /** Returns the audit as a tree, for JSON; undefined numbers are null. */
  public Map<String, Object> tree() {
    SharingAudit audit = report.audit();
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("experiment", report.experiment());
    tree.put("run", report.run());
    tree.put("sharing", report.dependence());
    tree.put("score", report.reward());
    tree.put("sample", audit.trials().size());
    tree.put("architectures", report.architectures());
    tree.put("seeds", report.seeds());
    tree.put("epochs", report.epochs());
    tree.put("failed", audit.failed());
    tree.put("confidence", SharingAudit.CONFIDENCE);
    tree.put("kendall", kendall(audit));
    tree.put("order", order(audit.order()));
    tree.put("inheriting", effect(audit.inheritance()));
    tree.put("byInheritedLayers", audit.byLayers().stream().map(AuditText::effect).toList());
    tree.put("cost", cost(audit.cost()));
    tree.put("answers", new AuditSentences(report).answers());
    tree.put("trials", audit.trials().stream().map(AuditText::trial).toList());
    tree.put("page", page.toString());
    return tree;
  }

  private static Map<String, Object> kendall(SharingAudit audit) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("all", estimate(audit.ranking()));
    tree.put("topThird", estimate(audit.topRanking()));
    audit
        .seeds()
        .ifPresent(
            seeds -> {
              tree.put("sharedWithOtherSeeds", estimate(seeds.shared()));
              tree.put("trainingWithOtherSeeds", estimate(seeds.training()));
              tree.put("difference", estimate(seeds.difference()));
            });
    return tree;
  }

  private static Map<String, Object> order(OrderEffect order) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("perTrials", OrderEffect.TRIALS);
    tree.put("slope", estimate(order.slope()));
    tree.put("partialCorrelation", estimate(order.partial()));
    return tree;
  }

  private static Map<String, Object> effect(InheritanceEffect effect) {
    Map<String, Object> tree = new LinkedHashMap<>();
    if (effect.inheritedLayers() != null) {
      tree.put("inheritedLayers", effect.inheritedLayers());
    }
    tree.put("trials", effect.helped().cases());
    tree.put("helped", effect.helped().hits());
    tree.put("hurt", effect.hurt());
    tree.put("shareHelped", estimate(effect.share()));
    tree.put("medianDifference", estimate(effect.median()));
    return tree;
  }

  private static Map<String, Object> cost(AuditCost cost) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trials", cost.trials());
    tree.put("trainings", cost.trainings());
    tree.put("epochsPerTrial", number(cost.epochsPerTrial()));
    tree.put("epochsPerTraining", number(cost.epochsPerTraining()));
    tree.put("savedEpochs", number(cost.savedEpochs()));
    tree.put("secondsPerTrial", number(cost.secondsPerTrial()));
    tree.put("secondsPerTraining", number(cost.secondsPerTraining()));
    return tree;
  }

  private static Map<String, Object> trial(AuditedTrial trial) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("trial", trial.number());
    tree.put("architecture", trial.architecture());
    tree.put("third", trial.third());
    tree.put("inheritedLayers", trial.inheritedLayers());
    tree.put("shared", trial.shared());
    tree.put("alone", trial.alone());
    tree.put("difference", number(trial.gain()));
    return tree;
  }

  private static Map<String, Object> estimate(Estimate estimate) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("value", number(estimate.value()));
    tree.put("low", number(estimate.low()));
    tree.put("high", number(estimate.high()));
    return tree;
  }

  private static @Nullable Double number(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** Returns the audit as text; each line ends with a line break. */
  public String text(int width) {
    AuditSentences sentences = new AuditSentences(report);
    StringBuilder text = new StringBuilder();
    Words.wrap(sentences.sample(), width).forEach(line -> text.append(line).append('\n'));
    text.append('\n');
    for (String answer : sentences.answers()) {
      List<String> lines = Words.wrap(answer, width - 2);
      for (int i = 0; i < lines.size(); i++) {
        text.append(i == 0 ? "- " : "  ").append(lines.get(i)).append('\n');
      }
    }
    if (!report.audit().byLayers().isEmpty()) {
      text.append('\n').append(layers());
    }
    return text.append("\nReport: ").append(ShownPath.of(page)).append('\n').toString();
  }

  private String layers() {
    TextTable table = new TextTable(RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, LEFT);
    table.row("INHERITED LAYERS", "TRIALS", "HELPED", "HURT", "MEDIAN DIFFERENCE", "95 % INTERVAL");
    for (InheritanceEffect effect : report.audit().byLayers()) {
      Estimate median = effect.median();
      table.row(
          String.valueOf(effect.inheritedLayers()),
          NumberFormat.whole(effect.helped().cases()),
          NumberFormat.whole(effect.helped().hits()),
          NumberFormat.whole(effect.hurt()),
          NumberFormat.fixed(median.value(), 4),
          NumberFormat.fixed(median.low(), 4) + " to " + NumberFormat.fixed(median.high(), 4));
    }
    return table.toString();
  }
}
