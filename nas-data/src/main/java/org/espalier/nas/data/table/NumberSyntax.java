package org.espalier.nas.data.table;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The notation of the numbers of a file: decimal sign, separator of thousands, units. */
final class NumberSyntax {
  private static final String SPACES = "[ \\u00A0\\u202F]";
  private static final String APOSTROPHES = "['\\u2019]";

  private final boolean usual;
  private final Pattern pattern;
  private final String separator;
  private final List<String> affixes;

  NumberSyntax(CsvFormat format) {
    String thousands = format.thousands();
    this.usual = format.decimal().equals(".") && thousands == null;
    this.separator = thousands == null ? "(?!)" : any(thousands);
    this.affixes = format.affixes();
    this.pattern =
        Pattern.compile(
            "([+-]?)(\\d{1,3}(?:%s\\d{3})+|\\d*)(?:%s(\\d*))?([eE][+-]?\\d+)?"
                .formatted(separator, Pattern.quote(format.decimal())));
  }

  private static String any(String thousands) {
    return switch (thousands) {
      case " " -> SPACES;
      case "'" -> APOSTROPHES;
      default -> Pattern.quote(thousands);
    };
  }

  /** Returns the number that a text is; infinite if it is too large; NaN if it is no number. */
  double number(String value) {
    String bare = affixes.isEmpty() ? value : withoutAffixes(value);
    if (usual) {
      return decimal(bare);
    }
    String plain = translated(bare);
    return plain == null ? Double.NaN : Double.parseDouble(plain);
  }

  /**
   * Returns the number if the characters are those of a decimal number and Java reads it: Java also
   * reads 1d, 1f and 0x1p3.
   */
  private static double decimal(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (!(c >= '0' && c <= '9') && c != '.' && c != 'e' && c != 'E' && c != '-' && c != '+') {
        return Double.NaN;
      }
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  private @Nullable String translated(String value) {
    Matcher matcher = pattern.matcher(value);
    if (!matcher.matches()) {
      return null;
    }
    String whole = matcher.group(2).replaceAll(separator, "");
    String fraction = matcher.group(3) == null ? "" : matcher.group(3);
    String exponent = matcher.group(4) == null ? "" : matcher.group(4);
    return whole.isEmpty() && fraction.isEmpty()
        ? null
        : matcher.group(1) + whole + "." + fraction + exponent;
  }

  private String withoutAffixes(String value) {
    boolean signed = value.startsWith("-") || value.startsWith("+");
    String rest = signed ? value.substring(1) : value;
    for (String affix : affixes) {
      if (rest.startsWith(affix)) {
        rest = rest.substring(affix.length()).strip();
      }
      if (rest.endsWith(affix)) {
        rest = rest.substring(0, rest.length() - affix.length()).strip();
      }
    }
    return signed ? value.charAt(0) + rest : rest;
  }
}
