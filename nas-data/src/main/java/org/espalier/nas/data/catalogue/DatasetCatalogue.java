package org.espalier.nas.data.catalogue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.espalier.nas.api.InvalidDataException;
import org.espalier.nas.api.plugin.Spelling;

/** The public data sets that have a name. */
public final class DatasetCatalogue {
  private static final String RESOURCE = "catalogue.properties";

  private final Map<String, CatalogueEntry> entries = new LinkedHashMap<>();

  /** Creates a catalogue of these entries. */
  public DatasetCatalogue(Collection<CatalogueEntry> entries) {
    entries.forEach(entry -> this.entries.put(entry.name(), entry));
  }

  /** Returns the catalogue that comes with Espalier. */
  public static DatasetCatalogue bundled() {
    try (InputStream bytes =
            Objects.requireNonNull(DatasetCatalogue.class.getResourceAsStream(RESOURCE), RESOURCE);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(text);
      return new DatasetCatalogue(new EntryReader(properties).entries());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns all entries. */
  public List<CatalogueEntry> entries() {
    return List.copyOf(entries.values());
  }

  /** Returns true if there is an entry with this name. */
  public boolean contains(String name) {
    return entries.containsKey(name);
  }

  /**
   * Returns the entry with this name.
   *
   * @throws InvalidDataException if there is none; the message has the nearest name
   */
  public CatalogueEntry find(String name) {
    CatalogueEntry entry = entries.get(name);
    if (entry == null) {
      throw new InvalidDataException(unknown(name));
    }
    return entry;
  }

  /** Returns the error message for an unknown name. */
  String unknown(String name) {
    return "name (%s) must be one of the catalogue's: %s.%s"
        .formatted(
            name, String.join(", ", entries.keySet()), Spelling.suggestion(name, entries.keySet()));
  }
}
