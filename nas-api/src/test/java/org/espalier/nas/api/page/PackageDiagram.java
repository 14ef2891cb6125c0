package org.espalier.nas.api.page;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/** A diagram of the types of one package with their members and relations. */
final class PackageDiagram {
  private static final int MOST_CONSTANTS = 9;

  private final List<Class<?>> types;

  PackageDiagram(List<Class<?>> types) {
    this.types = types;
  }

  /** Returns the diagram in Mermaid. */
  String mermaid() {
    List<String> lines = new ArrayList<>();
    lines.add("---\nconfig: {class: {hideEmptyMembersBox: true}}\n---");
    lines.add("classDiagram");
    Set<String> arrows = new LinkedHashSet<>();
    types.forEach(type -> addArrows(type, arrows));
    if (2 * arrows.size() < types.size()) {
      lines.add("  direction LR"); // Types with little between them would make a long row.
    }
    types.forEach(type -> addBox(type, lines));
    lines.addAll(arrows);
    return String.join("\n", lines) + "\n";
  }

  private static void addBox(Class<?> type, List<String> lines) {
    lines.add("  class %s[\"%s\"] {".formatted(TypeNames.id(type), TypeNames.of(type)));
    lines.add("    <<" + kind(type) + (experimental(type) ? ", experimental" : "") + ">>");
    if (type.isEnum()) {
      addConstants(type, lines);
    }
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        lines.add(
            "    %s %s".formatted(TypeNames.of(component.getGenericType()), component.getName()));
      }
    }
    Members.methods(type).forEach(method -> lines.add("    " + Members.signature(method)));
    lines.add("  }");
  }

  private static void addConstants(Class<?> type, List<String> lines) {
    Object[] constants = type.getEnumConstants();
    Arrays.stream(constants)
        .limit(MOST_CONSTANTS)
        .forEach(one -> lines.add("    " + ((Enum<?>) one).name()));
    if (constants.length > MOST_CONSTANTS) {
      lines.add("    … " + (constants.length - MOST_CONSTANTS) + " more");
    }
  }

  /** Adds the types above a type first, so that they are drawn above it. */
  private void addArrows(Class<?> type, Set<String> arrows) {
    List<Class<?>> above = new ArrayList<>(List.of(type.getInterfaces()));
    if (type.getSuperclass() != null) {
      above.add(type.getSuperclass());
    }
    above.forEach(one -> arrow(one, "<|--", type, arrows));
    Set<Class<?>> said = new HashSet<>(above);
    above.forEach(one -> said.addAll(neighbours(one)));
    for (Class<?> part : parts(type)) {
      if (!said.contains(part)) {
        arrow(type, "*--", part, arrows);
        said.add(part);
      }
    }
    for (Class<?> neighbour : neighbours(type)) {
      if (!said.contains(neighbour)) {
        arrow(type, "..>", neighbour, arrows);
      }
    }
  }

  private void arrow(Class<?> from, String arrow, Class<?> to, Set<String> arrows) {
    if (types.contains(from) && types.contains(to) && !from.equals(to)) {
      arrows.add("  %s %s %s".formatted(TypeNames.id(from), arrow, TypeNames.id(to)));
    }
  }

  private static Set<Class<?>> parts(Class<?> type) {
    Set<Class<?>> parts = new LinkedHashSet<>();
    if (type.isRecord()) {
      for (RecordComponent component : type.getRecordComponents()) {
        parts.addAll(TypeNames.spokenOf(component.getGenericType()));
      }
    }
    return parts;
  }

  /** Returns the types of the parameters and results of a type's methods. */
  private static Set<Class<?>> neighbours(Class<?> type) {
    Set<Class<?>> neighbours = new LinkedHashSet<>();
    for (Method method : Members.methods(type)) {
      neighbours.addAll(TypeNames.spokenOf(method.getGenericReturnType()));
      for (Type parameter : method.getGenericParameterTypes()) {
        neighbours.addAll(TypeNames.spokenOf(parameter));
      }
    }
    return neighbours;
  }

  private static boolean experimental(Class<?> type) {
    Class<?> outermost = type;
    while (outermost.getEnclosingClass() != null) {
      outermost = outermost.getEnclosingClass();
    }
    API api = outermost.getAnnotation(API.class);
    return api != null && api.status() == API.Status.EXPERIMENTAL;
  }

  private static String kind(Class<?> type) {
    if (type.isAnnotation()) {
      return "annotation";
    } else if (type.isInterface()) {
      return type.isSealed() ? "sealed interface" : "interface";
    } else if (type.isEnum()) {
      return "enum";
    }
    return type.isRecord() ? "record" : "class";
  }
}
