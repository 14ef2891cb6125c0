package org.espalier.nas.engine.store.sql;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;

/**
 * Text form of an architecture that can be read without its search space: a line for each choice,
 * its fields separated by tabs.
 */
final class ArchitectureText {

  private ArchitectureText() {}

  static String write(Architecture architecture) {
    return architecture.choices().stream()
        .map(ArchitectureText::write)
        .collect(Collectors.joining("\n"));
  }

  static Architecture read(String text) {
    return text.isEmpty()
        ? Architecture.empty()
        : new Architecture(
            Arrays.stream(text.split("\n", -1)).map(ArchitectureText::line).toList());
  }

  private static String write(Choice choice) {
    String name = escape(choice.decision());
    if (choice instanceof Choice.Option option) {
      return "option\t" + name + "\t" + option.index() + "\t" + escape(option.label());
    }
    return (choice instanceof Choice.Whole ? "whole\t" : "real\t") + name + "\t" + choice.text();
  }

  private static Choice line(String line) {
    String[] fields = line.split("\t", -1);
    String name = unescape(fields[1]);
    return switch (fields[0]) {
      case "option" -> new Choice.Option(name, Integer.parseInt(fields[2]), unescape(fields[3]));
      case "whole" -> new Choice.Whole(name, Long.parseLong(fields[2]));
      case "real" -> new Choice.Real(name, Double.parseDouble(fields[2]));
      default -> throw new IllegalArgumentException("Unknown kind of choice: " + fields[0]);
    };
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n");
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
        char escaped = text.charAt(i);
        plain.append(escaped == 't' ? '\t' : escaped == 'n' ? '\n' : escaped);
      } else {
        plain.append(c);
      }
    }
    return plain.toString();
  }
}
