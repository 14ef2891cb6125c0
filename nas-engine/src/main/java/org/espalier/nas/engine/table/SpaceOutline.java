package org.espalier.nas.engine.table;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A textual outline of a search space, which distinguishes different spaces.
 *
 * @param decisions each decision with its options, {@code layer 1: (8, relu) | (3, softmax)}, in
 *     the order of the space
 * @param count the number of architectures
 */
public record SpaceOutline(List<String> decisions, BigInteger count) {

  private static final String OPTION = " | ";
  private static final int SHOWN = 3;

  /** Checks and copies the components. */
  public SpaceOutline {
    decisions = List.copyOf(decisions);
    Objects.requireNonNull(count);
  }

  /**
   * Returns the outline of a space.
   *
   * @return empty if the space is not finite
   */
  public static Optional<SpaceOutline> of(SearchSpace space) {
    if (!space.isFinite()) {
      return Optional.empty();
    }
    List<String> texts = space.decisions().stream().map(SpaceOutline::text).toList();
    return space.count().map(count -> new SpaceOutline(texts, count));
  }

  private static String text(Decision decision) {
    return decision.name() + ": " + text(decision.domain());
  }

  private static String text(Domain domain) {
    return domain.fold(
        options -> String.join(OPTION, options.options()),
        range -> "%d to %d by %d".formatted(range.low(), range.high(), range.step()),
        RealRange::toString);
  }

  /**
   * Returns the first difference from another space.
   *
   * @return a description of both; empty if the outlines are equal
   */
  Optional<String> difference(SpaceOutline other) {
    List<String> theirs = new ArrayList<>(other.decisions);
    for (int i = 0; i < Math.max(decisions.size(), theirs.size()); i++) {
      String ours = i < decisions.size() ? decisions.get(i) : "nothing more";
      String its = i < theirs.size() ? theirs.get(i) : "nothing more";
      if (!ours.equals(its)) {
        return Optional.of(
            "decision %d is %s there and %s here"
                .formatted(i + 1, without(ours, its), without(its, ours)));
      }
    }
    return count.equals(other.count)
        ? Optional.empty()
        : Optional.of("it has %d architectures there and %d here".formatted(count, other.count));
  }

  /**
   * Returns a decision without the common options of another one, which would hide the difference.
   */
  private static String without(String decision, String other) {
    int name = decision.indexOf(": ") + 2;
    if (name < 2 || !other.startsWith(decision.substring(0, name))) {
      return '"' + decision + '"';
    }
    List<String> options = options(decision.substring(name));
    List<String> own = new ArrayList<>(options);
    own.removeAll(options(other.substring(name)));
    String shown = String.join(OPTION, own.subList(0, Math.min(SHOWN, own.size())));
    return '"'
        + decision.substring(0, name)
        + (own.size() < options.size() ? "… " : "")
        + shown
        + (own.size() > SHOWN ? " …" : "")
        + '"';
  }

  private static List<String> options(String domain) {
    return List.of(domain.split(Pattern.quote(OPTION), -1));
  }
}
