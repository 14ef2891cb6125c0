package org.espalier.nas.data.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A column of categories; each value is an index into the sorted list of the categories that occur.
 */
public final class TextColumn implements Column {
  private static final int MISSING = -1;

  private final String name;
  private final List<String> categories;
  private final int[] codes;

  /**
   * Creates a column; the array is not copied and must not be changed afterwards.
   *
   * @param name the column's name
   * @param categories the distinct values
   * @param codes for each row, the index into {@code categories}, or −1 if the value is missing
   */
  public TextColumn(String name, List<String> categories, int[] codes) {
    this.name = Objects.requireNonNull(name);
    this.categories = List.copyOf(categories);
    this.codes = codes;
  }

  /** Creates a column of these values; null is a missing value. The categories are sorted. */
  public static TextColumn of(String name, List<@Nullable String> values) {
    TreeSet<String> distinct = new TreeSet<>();
    for (String value : values) {
      if (value != null) {
        distinct.add(value);
      }
    }
    List<String> categories = List.copyOf(distinct);
    Map<String, Integer> index = new HashMap<>();
    categories.forEach(category -> index.put(category, index.size()));
    return new TextColumn(
        name,
        categories,
        values.stream()
            .mapToInt(value -> value == null ? MISSING : index.getOrDefault(value, MISSING))
            .toArray());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return codes.length;
  }

  @Override
  public boolean missing(int row) {
    return codes[row] == MISSING;
  }

  /** Returns the index of a row's value into {@link #categories()}, or −1 if it is missing. */
  public int code(int row) {
    return codes[row];
  }

  /** Returns the distinct values, sorted. */
  public List<String> categories() {
    return categories;
  }

  @Override
  public String text(int row) {
    return missing(row) ? "" : categories.get(codes[row]);
  }
}
