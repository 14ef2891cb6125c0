package org.espalier.nas.experiment.run;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.engine.metric.MetricChoice;
import org.espalier.nas.engine.provenance.Provenance;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.PluginOrigin;
import org.espalier.nas.tf.device.DenormalMode;

/** The facts besides the experiment file that a run's results depend on. */
public final class RunProvenance {
  static final String DATASET_HASH = "dataset.hash";
  static final String TASK = "dataset.task";
  static final String REWARD = "reward";
  static final String PLUGIN = "plugin.";

  private static final String AUDIT = "audit.";

  private static final Pattern TENSORFLOW =
      Pattern.compile("tensorflow-core-(?:api|native)-(\\d[\\w.]*?)(?:-[a-z].*)?\\.jar");

  private RunProvenance() {}

  /** Returns the facts of the machine, the data, the reward and the plugins, by name. */
  public static Map<String, String> of(
      Optional<Dataset> dataset, List<Finding> findings, String reward, Catalogue catalogue) {
    Map<String, String> facts =
        new TreeMap<>(Provenance.collect(Path.of("").toAbsolutePath()).entries());
    facts.put(REWARD, reward);
    dataset.ifPresent(data -> describe(data.info(), facts));
    for (Finding finding : findings) {
      facts.put("%s%02d".formatted(AUDIT, findings.indexOf(finding) + 1), text(finding));
    }
    facts.put("tensorflow", tensorflow().orElse("none"));
    environment(facts, "TF_ENABLE_ONEDNN_OPTS");
    environment(facts, "ONEDNN_MAX_CPU_ISA");
    environment(facts, "TF_DETERMINISTIC_OPS");
    facts.put("denormals", DenormalMode.ofProcess().toString());
    catalogue.origins().forEach(origin -> facts.put(plugin(origin), describe(origin)));
    return facts;
  }

  /** Returns the name of the fact about a plugin. */
  static String plugin(PluginOrigin origin) {
    return PLUGIN + origin.plugin();
  }

  /**
   * Returns {@code 1.2 my.jar sha256:…}, or {@code 1.2 my-folder my.jar sha256:… library.jar
   * sha256:…}.
   */
  static String describe(PluginOrigin origin) {
    StringBuilder text = new StringBuilder(origin.version() + " " + origin.location());
    origin
        .hashes()
        .forEach(
            (jar, hash) ->
                text.append(jar.equals(origin.location()) ? "" : " " + jar)
                    .append(" sha256:")
                    .append(hash));
    return text.toString();
  }

  private static void describe(DatasetInfo info, Map<String, String> facts) {
    facts.put(DATASET_HASH, info.hash());
    facts.put("dataset.name", info.name());
    facts.put("dataset.inputs", info.inputs());
    info.sizes()
        .forEach(
            (part, size) ->
                facts.put(
                    "dataset.examples." + part.name().toLowerCase(Locale.ROOT),
                    Integer.toString(size)));
    facts.put(TASK, described(info.task()));
  }

  private static String described(Task task) {
    if (task instanceof Task.Classification classes) {
      return "%s (%s)".formatted(classes.target(), String.join(", ", classes.classes()));
    }
    return task instanceof Task.MultiLabel several
        ? "labels " + String.join(", ", several.labels())
        : task.target();
  }

  private static String text(Finding finding) {
    return String.join(
        "\t", finding.kind().name(), finding.subject(), finding.message().replace('\t', ' '));
  }

  /** Returns the findings of the audit of the data at the beginning of the run. */
  static List<Finding> findings(Map<String, String> facts) {
    return facts.entrySet().stream()
        .filter(fact -> fact.getKey().startsWith(AUDIT))
        .map(fact -> fact.getValue().split("\t", 3))
        .filter(parts -> parts.length == 3)
        .map(parts -> new Finding(Finding.Kind.valueOf(parts[0]), parts[1], parts[2]))
        .toList();
  }

  /** Returns the facts without the findings of the audit. */
  public static Map<String, String> withoutFindings(Map<String, String> facts) {
    Map<String, String> others = new TreeMap<>(facts);
    others.keySet().removeIf(fact -> fact.startsWith(AUDIT));
    return others;
  }

  /** Returns the facts with the measured metric in the place of an automatic one of the reward. */
  public static Map<String, String> withMetric(Map<String, String> facts, String measured) {
    Map<String, String> named = new TreeMap<>(facts);
    String auto = new MetricChoice(MetricChoice.AUTO).toString();
    named.computeIfPresent(REWARD, (name, reward) -> reward.replace(auto, measured));
    return named;
  }

  private static void environment(Map<String, String> facts, String variable) {
    String value = System.getenv(variable);
    facts.put("env." + variable, value == null ? "unset" : value);
  }

  /** Returns TensorFlow's version by its jar, because loading the library would take seconds. */
  static Optional<String> tensorflow() {
    for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator)) {
      Matcher matcher = TENSORFLOW.matcher(Path.of(entry).getFileName() + "");
      if (matcher.matches()) {
        return Optional.of(matcher.group(1));
      }
    }
    return Optional.empty();
  }
}
