package org.espalier.nas.data.catalogue;

import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.espalier.nas.data.image.CifarLabels;
import org.espalier.nas.data.prepare.LabelRule;
import org.espalier.nas.data.prepare.TaskChoice;
import org.espalier.nas.data.table.CsvFormat;

/** A reader of the entries of a catalogue from properties such as {@code iris.label = species}. */
final class EntryReader {
  /** The keys of an entry's files, in the order in which they are read. */
  private static final List<String> FILES =
      List.of("", "2.", "3.", "4.", "5.", "labels.", "test.", "test.labels.");

  private final Properties properties;

  EntryReader(Properties properties) {
    this.properties = properties;
  }

  /** Returns all entries in the order in which {@code entries} lists them. */
  List<CatalogueEntry> entries() {
    return Arrays.stream(required("entries").split(","))
        .map(String::strip)
        .map(this::entry)
        .toList();
  }

  private CatalogueEntry entry(String name) {
    String prefix = name + ".";
    List<CatalogueFile> files =
        FILES.stream()
            .map(file -> prefix + file)
            .filter(file -> properties.containsKey(file + "file"))
            .map(file -> file(file, prefix))
            .toList();
    return new CatalogueEntry(
        name,
        required(prefix + "title"),
        required(prefix + "licence"),
        required(prefix + "source"),
        Integer.parseInt(required(prefix + "rows")),
        files,
        properties.containsKey(prefix + "archive.file")
            ? new CatalogueArchive(
                file(prefix + "archive.", prefix), required(prefix + "archive.folder"))
            : null,
        reading(prefix));
  }

  private Reading reading(String prefix) {
    String label = required(prefix + "label");
    if (properties.containsKey(prefix + "cifar")) {
      CifarLabels labels = CifarLabels.valueOf(required(prefix + "cifar"));
      return new Reading.Cifar(label, list(prefix + "classes"), labels);
    }
    return properties.containsKey(prefix + "classes")
        ? new Reading.Idx(label, list(prefix + "classes"))
        : new Reading.Csv(
            format(prefix),
            label,
            new LabelRule(TaskChoice.AUTO, Map.of(), pairs(prefix + "classNames")));
  }

  /** Returns a file; one without an address of its own is part of the entry's archive. */
  private CatalogueFile file(String prefix, String entry) {
    String alias = properties.getProperty(prefix + "alias.file");
    return new CatalogueFile(
        required(prefix + "file"),
        required(prefix + "sha256"),
        Long.parseLong(required(prefix + "bytes")),
        URI.create(
            properties.containsKey(prefix + "address")
                ? required(prefix + "address")
                : required(entry + "archive.address")),
        alias == null ? null : new CatalogueFile.Alias(alias, required(prefix + "alias.sha256")));
  }

  private CsvFormat format(String prefix) {
    List<String> columns = list(prefix + "columns");
    CsvFormat usual = CsvFormat.commaSeparated();
    return new CsvFormat(
        columns.isEmpty(),
        columns,
        properties.getProperty(prefix + "delimiter", usual.delimiter()),
        usual.quote(),
        null,
        Integer.parseInt(properties.getProperty(prefix + "skipLines", "0")),
        usual.trim(),
        usual.encoding(),
        usual.missingMarkers(),
        usual.decimal(),
        usual.thousands(),
        usual.affixes());
  }

  private List<String> list(String key) {
    return Arrays.stream(properties.getProperty(key, "").split(";"))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }

  /**
   * Returns pairs that semicolons separate; spaces surround the equals sign between name and value.
   */
  private Map<String, String> pairs(String key) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String item : list(key)) {
      int equals = item.indexOf(" = ");
      pairs.put(item.substring(0, equals), item.substring(equals + 3));
    }
    return pairs;
  }

  private String required(String key) {
    String value = properties.getProperty(key);
    if (value == null) {
      throw new IllegalStateException("The catalogue lacks the key " + key + ".");
    }
    return value;
  }
}
