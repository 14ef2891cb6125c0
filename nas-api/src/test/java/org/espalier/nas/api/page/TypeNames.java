package org.espalier.nas.api.page;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** Names of types in diagrams; ‹ and › replace angle brackets, which Mermaid reads as HTML. */
final class TypeNames {

  private TypeNames() {}

  /**
   * Returns the name of a type without its package: {@code Outcome.Failed}, {@code List‹Proposal›}.
   */
  static String of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return of(generic.getRawType())
          + Arrays.stream(generic.getActualTypeArguments())
              .map(TypeNames::of)
              .collect(Collectors.joining(", ", "‹", "›"));
    } else if (type instanceof GenericArrayType array) {
      return of(array.getGenericComponentType()) + "[]";
    } else if (type instanceof WildcardType wildcard) {
      Type bound = wildcard.getUpperBounds()[0];
      return bound == Object.class ? "?" : "? extends " + of(bound);
    } else if (type instanceof TypeVariable<?> variable) {
      return variable.getName();
    }
    Class<?> raw = (Class<?>) type;
    Class<?> outer = raw.getEnclosingClass();
    return outer == null ? raw.getSimpleName() : of(outer) + "." + raw.getSimpleName();
  }

  /** Returns the identifier of a type in a diagram. */
  static String id(Class<?> type) {
    return of(type).replace('.', '_');
  }

  /** Returns the types of this module that a type refers to, directly or as an argument. */
  static Set<Class<?>> spokenOf(Type type) {
    Set<Class<?>> found = new LinkedHashSet<>();
    if (type instanceof ParameterizedType generic) {
      found.addAll(spokenOf(generic.getRawType()));
      Arrays.stream(generic.getActualTypeArguments())
          .forEach(argument -> found.addAll(spokenOf(argument)));
    } else if (type instanceof WildcardType wildcard) {
      found.addAll(spokenOf(wildcard.getUpperBounds()[0]));
    } else if (type instanceof Class<?> raw && raw.getName().startsWith(PublicTypes.ROOT)) {
      found.add(raw);
    }
    return found;
  }
}
