package org.espalier.nas.cli.reference;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.espalier.nas.api.plugin.ComponentKind;
import org.espalier.nas.api.plugin.Spelling;
import org.espalier.nas.experiment.plugin.Catalogue;
import org.espalier.nas.experiment.plugin.RegisteredComponent;

/** An index of components by the names that users type. */
public final class ComponentIndex {
  private static final String SEPARATOR = "/";

  private final Catalogue catalogue;

  /** Creates the index of a catalogue. */
  public ComponentIndex(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /**
   * Returns the components of a kind.
   *
   * @param typed the key of the kind in experiment files
   * @throws NoSuchComponentException if there is no such kind
   */
  public List<RegisteredComponent<?>> ofKind(String typed) {
    ComponentKind<?> kind = kind(typed);
    return catalogue.components().stream()
        .filter(component -> component.kind().equals(kind))
        .toList();
  }

  /**
   * Returns the component of an id.
   *
   * @param typed the id, or the kind and the id separated by a slash
   * @throws NoSuchComponentException if there is none, or one in each of several kinds
   */
  public RegisteredComponent<?> find(String typed) {
    int slash = typed.indexOf(SEPARATOR);
    List<RegisteredComponent<?>> candidates =
        slash < 0 ? catalogue.components() : ofKind(typed.substring(0, slash));
    String id = typed.substring(slash + 1);
    List<RegisteredComponent<?>> found =
        candidates.stream().filter(component -> component.type().equals(id)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new NoSuchComponentException(
        found.isEmpty() ? unknown(typed, id, candidates) : ambiguous(id, found));
  }

  private static String unknown(String typed, String id, List<RegisteredComponent<?>> candidates) {
    Set<String> ids =
        candidates.stream()
            .map(RegisteredComponent::type)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return "There is no component %s.%s The command \"nas plugins\" lists all."
        .formatted(typed, Spelling.suggestion(id, ids));
  }

  private static String ambiguous(String id, List<RegisteredComponent<?>> found) {
    return "%d components are named %s; specify one: %s."
        .formatted(
            found.size(),
            id,
            found.stream()
                .map(component -> component.kind().key() + SEPARATOR + component.type())
                .collect(Collectors.joining(" or ")));
  }

  private static ComponentKind<?> kind(String typed) {
    List<String> keys = ComponentKind.all().stream().map(ComponentKind::key).toList();
    return ComponentKind.all().stream()
        .filter(kind -> kind.key().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchComponentException(
                    "There is no kind %s; known kinds are %s.%s"
                        .formatted(
                            typed, String.join(", ", keys), Spelling.suggestion(typed, keys))));
  }
}
