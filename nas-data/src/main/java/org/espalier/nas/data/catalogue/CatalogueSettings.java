package org.espalier.nas.data.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Example;
import org.espalier.nas.api.plugin.SingleAllowed;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.Preparation;
import org.espalier.nas.data.prepare.TaskChoice;

/**
 * A public data set by name.
 *
 * @param name name in the catalogue
 * @param label label column, or several, in place of the catalogue's; empty: the catalogue's
 * @param task kind of prediction
 * @param bins names and ranges of the classes that a numeric label is put into
 * @param classNames names for the label's values in place of the catalogue's
 * @param drop columns to ignore
 * @param categorical numeric columns to treat as categories
 * @param prepare preparation of the data
 */
public record CatalogueSettings(
    @Description("The catalogue's name: wine-quality-white, iris, adult.") @Example("iris")
        String name,
    @Default("[]")
        @SingleAllowed
        @Description("Label column in place of the catalogue's; several 0/1 columns: multi-label.")
        List<String> label,
    @Default("auto") @Description("Task: classification, regression or multi-label.")
        TaskChoice task,
    @Default("{}") @Description("Ranges of a numeric label: {low: ..5, high: 6..}.")
        Map<String, String> bins,
    @Default("{}") @Description("Class names for the label's values.")
        Map<String, String> classNames,
    @Default("[]") @Description("Columns to ignore.") List<String> drop,
    @Default("[]") @Description("Numeric columns to treat as categories.") List<String> categorical,
    @Default("{}") @Description("Preparation of the data: scaling, missing values, split.")
        Preparation prepare) {

  /** Checks the name and the label. */
  public CatalogueSettings {
    Objects.requireNonNull(prepare);
    LabelRule rule = new LabelRule(task, bins, classNames);
    label = List.copyOf(label);
    rule.multiLabel(label);
    bins = rule.bins();
    classNames = rule.classNames();
    drop = List.copyOf(drop);
    categorical = List.copyOf(categorical);
    DatasetCatalogue catalogue = DatasetCatalogue.bundled();
    if (!catalogue.contains(name)) {
      throw new InvalidSettingException("name", catalogue.unknown(name));
    }
  }

  /** Returns an entry with the settings of the catalogue. */
  public static CatalogueSettings of(String name, Preparation prepare) {
    return new CatalogueSettings(
        name, List.of(), TaskChoice.AUTO, Map.of(), Map.of(), List.of(), List.of(), prepare);
  }

  /** Returns the rule for the label's values; names that the settings omit are the catalogue's. */
  LabelRule labelRule(Reading.Csv reading) {
    boolean asCatalogued =
        (label.isEmpty() || label.equals(List.of(reading.label())))
            && bins.isEmpty()
            && classNames.isEmpty()
            && task != TaskChoice.REGRESSION;
    return new LabelRule(task, bins, asCatalogued ? reading.rule().classNames() : classNames);
  }

  /** Returns these settings with the standard preparation. */
  CatalogueSettings unprepared() {
    return new CatalogueSettings(
        name,
        label,
        task,
        bins,
        classNames,
        drop,
        categorical,
        Preparation.standard().with(prepare.split().ruleOnly()));
  }

  /** Returns true if only the name and the preparation are set; images have no other settings. */
  boolean onlyNamed() {
    return label.isEmpty()
        && task != TaskChoice.REGRESSION
        && bins.isEmpty()
        && classNames.isEmpty()
        && drop.isEmpty()
        && categorical.isEmpty();
  }
}
