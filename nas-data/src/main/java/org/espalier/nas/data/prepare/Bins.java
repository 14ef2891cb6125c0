package org.espalier.nas.data.prepare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.espalier.nas.api.InvalidSettingException;

/** Named ranges of numbers, each a class; both ends belong to a range. */
final class Bins {
  private static final String NUMBER = "([+-]?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)";
  private static final Pattern RANGE =
      Pattern.compile(NUMBER + "?\\s*\\.\\.\\s*" + NUMBER + "?|" + NUMBER);

  private record Bin(String name, String range, double low, double high) {
    boolean holds(double value) {
      return low <= value && value <= high;
    }
  }

  private final List<Bin> bins;

  private Bins(List<Bin> bins) {
    this.bins = bins;
  }

  /**
   * Reads ranges such as {@code ..5}, {@code 6..7}, {@code 8..} or {@code 3}.
   *
   * @throws InvalidSettingException if a range cannot be read or two of them overlap
   */
  static Bins of(Map<String, String> ranges) {
    List<Bin> bins = new ArrayList<>();
    ranges.forEach((name, range) -> bins.add(bin(name, range.strip())));
    for (int i = 0; i < bins.size(); i++) {
      for (int j = 0; j < i; j++) {
        rejectOverlap(bins.get(j), bins.get(i));
      }
    }
    return new Bins(bins);
  }

  /** Returns the names in the order given, which is the order of the classes. */
  List<String> names() {
    return bins.stream().map(Bin::name).toList();
  }

  /** Returns the index of the range that holds a value, or −1. */
  int indexOf(double value) {
    for (int i = 0; i < bins.size(); i++) {
      if (bins.get(i).holds(value)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public String toString() {
    return bins.stream()
        .map(bin -> bin.name() + " (" + bin.range() + ")")
        .collect(Collectors.joining(", "));
  }

  private static Bin bin(String name, String range) {
    Matcher matcher = RANGE.matcher(range);
    if (!matcher.matches() || range.equals("..")) {
      throw new InvalidSettingException(
          "bins", "bins.%s (%s) must be a range: ..5, 6..7, 8.. or 3.".formatted(name, range));
    }
    String single = matcher.group(3);
    String from = single == null ? matcher.group(1) : single;
    String to = single == null ? matcher.group(2) : single;
    double low = from == null ? Double.NEGATIVE_INFINITY : Double.parseDouble(from);
    double high = to == null ? Double.POSITIVE_INFINITY : Double.parseDouble(to);
    if (low > high) {
      throw new InvalidSettingException(
          "bins", "bins.%s (%s) must begin below its end.".formatted(name, range));
    }
    return new Bin(name, range, low, high);
  }

  private static void rejectOverlap(Bin first, Bin second) {
    double common = Math.max(first.low(), second.low());
    if (common <= Math.min(first.high(), second.high())) {
      throw new InvalidSettingException(
          "bins",
          "bins.%s (%s) and bins.%s (%s) must not overlap; both ends belong to a range."
              .formatted(first.name(), first.range(), second.name(), second.range()));
    }
  }
}
