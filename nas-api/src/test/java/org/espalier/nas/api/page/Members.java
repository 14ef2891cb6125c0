package org.espalier.nas.api.page;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The members of a type, without those of {@code Object} and those that a record's header implies.
 */
final class Members {
  private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

  private Members() {}

  /**
   * Returns the public methods that a type declares: abstract ones first, then by name and
   * signature.
   */
  static List<Method> methods(Class<?> type) {
    Set<String> header =
        type.isRecord()
            ? Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .collect(Collectors.toSet())
            : Set.of();
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> !method.isSynthetic() && !OF_EVERY_OBJECT.contains(method.getName()))
        .filter(method -> method.getParameterCount() > 0 || !header.contains(method.getName()))
        .filter(method -> !type.isEnum() || !isOfEveryEnum(method))
        .filter(method -> !saidAbove(type, method))
        .sorted(
            Comparator.comparing((Method method) -> !Modifier.isAbstract(method.getModifiers()))
                .thenComparing(Method::getName)
                .thenComparing(Method::toString))
        .toList();
  }

  /**
   * Returns the methods that an implementation must define; all methods if it need not define any.
   */
  static List<Method> toImplement(Class<?> type) {
    List<Method> methods =
        methods(type).stream()
            .filter(method -> Modifier.isAbstract(method.getModifiers()))
            .toList();
    return methods.isEmpty() ? methods(type) : methods;
  }

  /**
   * Returns a signature such as {@code ask(int count) List‹Proposal›}; static methods end in {@code
   * $}, abstract ones in {@code *}.
   */
  static String signature(Method method) {
    String parameters =
        Arrays.stream(method.getParameters())
            .map(p -> TypeNames.of(p.getParameterizedType()) + " " + p.getName())
            .collect(Collectors.joining(", "));
    String returned =
        method.getReturnType() == void.class
            ? ""
            : " " + TypeNames.of(method.getGenericReturnType());
    return method.getName() + "(" + parameters + ")" + returned + mark(method);
  }

  private static String mark(Method method) {
    if (Modifier.isStatic(method.getModifiers())) {
      return "$";
    }
    return Modifier.isAbstract(method.getModifiers()) ? "*" : "";
  }

  /** Returns true if the method belongs to an interface of this module that the type implements. */
  private static boolean saidAbove(Class<?> type, Method method) {
    return Arrays.stream(type.getInterfaces())
        .filter(above -> above.getName().startsWith(PublicTypes.ROOT))
        .flatMap(above -> Arrays.stream(above.getMethods()))
        .anyMatch(
            above ->
                above.getName().equals(method.getName())
                    && Arrays.equals(above.getParameterTypes(), method.getParameterTypes()));
  }

  private static boolean isOfEveryEnum(Method method) {
    return Stream.of("values", "valueOf").anyMatch(method.getName()::equals);
  }
}
