package org.espalier.nas.data.image;

import java.util.Comparator;
import java.util.Locale;

/**
 * The order of names in which runs of digits are compared as numbers: {@code img2} comes before
 * {@code img10}. Upper and lower case differ only between names that are equal otherwise. Neither
 * the locale nor the file system matters.
 */
final class NaturalOrder implements Comparator<String> {

  @Override
  public int compare(String a, String b) {
    int folded = compareFolded(a.toLowerCase(Locale.ROOT), b.toLowerCase(Locale.ROOT));
    return folded != 0 ? folded : a.compareTo(b);
  }

  private static int compareFolded(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() && j < b.length()) {
      int result;
      if (digit(a.charAt(i)) && digit(b.charAt(j))) {
        int endA = end(a, i);
        int endB = end(b, j);
        result = compareNumbers(a.substring(i, endA), b.substring(j, endB));
        i = endA;
        j = endB;
      } else {
        result = Character.compare(a.charAt(i++), b.charAt(j++));
      }
      if (result != 0) {
        return result;
      }
    }
    return Integer.compare(a.length() - i, b.length() - j);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static int compareNumbers(String a, String b) {
    String left = a.replaceFirst("^0+", "");
    String right = b.replaceFirst("^0+", "");
    return left.length() != right.length()
        ? Integer.compare(left.length(), right.length())
        : left.compareTo(right);
  }
}
