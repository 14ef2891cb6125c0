package org.espalier.nas.api.page;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.espalier.nas.api.plugin.ComponentKind;

/**
 * The flow of values between the components: an arrow into a component is a method's parameter, an
 * arrow out of it a method's result, a dotted arrow leads from a value to the value that contains
 * it.
 */
final class Overview {
  private final Map<String, Set<String>> flows = new LinkedHashMap<>();
  private final Set<Class<?>> components = new LinkedHashSet<>();
  private final Set<Class<?>> values = new LinkedHashSet<>();

  Overview() {
    ComponentKind.all().forEach(kind -> components.add(kind.type()));
    for (Class<?> component : components) {
      Members.toImplement(component).forEach(method -> add(component, method));
    }
  }

  private void add(Class<?> component, Method method) {
    for (Type parameter : method.getGenericParameterTypes()) {
      for (Class<?> value : TypeNames.spokenOf(parameter)) {
        flow(value, component, method);
        values.add(value);
      }
    }
    for (Class<?> value : TypeNames.spokenOf(method.getGenericReturnType())) {
      flow(component, value, method);
      values.add(value);
    }
  }

  private void flow(Class<?> from, Class<?> to, Method method) {
    flows
        .computeIfAbsent(
            TypeNames.id(from) + " -->|%s| " + TypeNames.id(to), key -> new LinkedHashSet<>())
        .add(method.getName());
  }

  /** Returns the diagram in Mermaid. */
  String mermaid() {
    List<String> lines = new ArrayList<>();
    lines.add("flowchart LR");
    components.forEach(
        type ->
            lines.add(
                "  %s([\"%s\"]):::component".formatted(TypeNames.id(type), TypeNames.of(type))));
    values.forEach(
        type -> lines.add("  %s[\"%s\"]".formatted(TypeNames.id(type), TypeNames.of(type))));
    flows.forEach(
        (arrow, methods) -> lines.add("  " + arrow.formatted(String.join(", ", methods))));
    for (Class<?> whole : values) {
      for (Class<?> part : parts(whole)) {
        if (values.contains(part)) {
          lines.add("  %s -.-> %s".formatted(TypeNames.id(part), TypeNames.id(whole)));
        }
      }
    }
    lines.add("  classDef component stroke-width:3px");
    return String.join("\n", lines) + "\n";
  }

  private static Set<Class<?>> parts(Class<?> whole) {
    Set<Class<?>> parts = new LinkedHashSet<>();
    if (whole.isRecord()) {
      for (RecordComponent component : whole.getRecordComponents()) {
        parts.addAll(TypeNames.spokenOf(component.getGenericType()));
      }
    } else if (whole.isSealed()) {
      for (Method method : Members.toImplement(whole)) {
        parts.addAll(TypeNames.spokenOf(method.getGenericReturnType()));
      }
    }
    return parts;
  }
}
