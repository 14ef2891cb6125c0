package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;
import org.jspecify.annotations.Nullable;

/**
 * A public data set by name.
 *
 * @param name the catalogue's name
 * @param label another label column than the catalogue's
 * @param task whether a class or a number is predicted
 * @param bins names and ranges of the classes that a numeric label is put into
 * @param classNames other names for the label's values than the catalogue's
 * @param drop columns that are not used
 * @param categorical columns whose numbers are only names
 * @param prepare how the table becomes examples
 */
public record CatalogueSettings(
    @Description("The catalogue's name: wine-quality-white, iris, adult.") @Example("iris")
        String name,
    @Nullable @Description("Label column in place of the catalogue's.") String label,
    @Default("auto") @Description("Task: classification or regression.") TaskChoice task,
    @Default("{}") @Description("Ranges of a numeric label: {low: ..5, high: 6..}.")
        Map<String, String> bins,
    @Default("{}") @Description("Class names for the label's values.")
        Map<String, String> classNames,
    @Default("[]") @Description("Columns to ignore.") List<String> drop,
    @Default("[]") @Description("Numeric columns to treat as categories.") List<String> categorical,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.") Preparation prepare) {

  /** Checks the name and the label. */
  public CatalogueSettings {
    Objects.requireNonNull(prepare);
    LabelRule rule = new LabelRule(task, bins, classNames);
    bins = rule.bins();
    classNames = rule.classNames();
    drop = List.copyOf(drop);
    categorical = List.copyOf(categorical);
    Catalogue catalogue = Catalogue.bundled();
    if (!catalogue.contains(name)) {
      throw new InvalidSettingException("name", catalogue.unknown(name));
    }
  }

  /** An entry as the catalogue has it. */
  public static CatalogueSettings of(String name, Preparation prepare) {
    return new CatalogueSettings(
        name, null, TaskChoice.AUTO, Map.of(), Map.of(), List.of(), List.of(), prepare);
  }

  /** What the label's values mean; the catalogue's names hold where nothing else is said. */
  LabelRule labelRule(Reading.Csv reading) {
    boolean asCatalogued =
        (label == null || label.equals(reading.label()))
            && bins.isEmpty()
            && classNames.isEmpty()
            && task != TaskChoice.REGRESSION;
    return new LabelRule(task, bins, asCatalogued ? reading.rule().classNames() : classNames);
  }

  /** Whether only the name and the preparation are given, which is all that images know. */
  boolean onlyNamed() {
    return label == null
        && task != TaskChoice.REGRESSION
        && bins.isEmpty()
        && classNames.isEmpty()
        && drop.isEmpty()
        && categorical.isEmpty();
  }
}
