package org.espalier.nas.controller.reinforce;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.policy.TokenGrammar;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.SearchSpace;

/**
 * The representation of a search space by sequences of tokens: one token per answer, numbered from
 * 1.
 *
 * <p>Decisions over equal domains share their tokens, unless each has its own. The space, given the
 * answers so far, determines the tokens that may come next.
 */
public final class Vocabulary implements TokenGrammar {
  private final SearchSpace space;
  private final Map<String, Placed> byDecision = new LinkedHashMap<>();
  private final int size;

  /** The tokens of a domain and the number of the first of them in the vocabulary. */
  private record Placed(int first, Tokens tokens) {}

  /**
   * Numbers the tokens of a space in the order of its decisions; decisions over equal domains share
   * theirs.
   *
   * @param bins number of parts into which a real range, or an integer range of more values, is
   *     divided
   */
  public Vocabulary(SearchSpace space, int bins) {
    this(space, bins, true);
  }

  /**
   * Numbers the tokens of a space in the order of its decisions.
   *
   * @param bins number of parts into which a real range, or an integer range of more values, is
   *     divided
   * @param shared true if decisions over equal domains share their tokens
   */
  Vocabulary(SearchSpace space, int bins, boolean shared) {
    this.space = space;
    Map<Object, Placed> byKey = new HashMap<>();
    int next = 1;
    for (Decision decision : space.decisions()) {
      Object key = shared ? key(decision.domain()) : decision.name();
      Placed placed = byKey.get(key);
      if (placed == null) {
        placed = new Placed(next, Tokens.of(decision.domain(), bins));
        byKey.put(key, placed);
        next += placed.tokens().size();
      }
      byDecision.put(decision.name(), placed);
    }
    this.size = next - 1;
  }

  private static Object key(Domain domain) {
    return domain.fold(Categorical::options, range -> range, range -> range);
  }

  @Override
  public int vocabulary() {
    return size;
  }

  @Override
  public int maximumLength() {
    return space.decisions().size();
  }

  @Override
  public int[] allowed(int[] prefix) {
    return space.next(decode(prefix)).map(this::allowed).orElseGet(() -> new int[0]);
  }

  private int[] allowed(Decision decision) {
    Placed placed = placed(decision);
    return IntStream.of(placed.tokens().allowed(decision))
        .map(token -> placed.first() + token)
        .toArray();
  }

  /**
   * Returns the architecture, or its beginning, that a sequence means.
   *
   * @throws IllegalArgumentException if the sequence continues after the last decision
   */
  public Architecture decode(int[] tokens) {
    Architecture made = Architecture.empty();
    for (int token : tokens) {
      Optional<Decision> decision = space.next(made);
      if (decision.isEmpty()) {
        throw new IllegalArgumentException("Nothing may follow " + made + "; it is complete.");
      }
      Placed placed = placed(decision.get());
      made = made.with(placed.tokens().choice(decision.get(), token - placed.first()));
    }
    return made;
  }

  /** Returns every architecture that a sequence can mean, listed lazily. */
  public Stream<Architecture> architectures() {
    return architecturesFrom(Architecture.empty());
  }

  private Stream<Architecture> architecturesFrom(Architecture made) {
    return space
        .next(made)
        .map(
            decision ->
                IntStream.of(placed(decision).tokens().allowed(decision))
                    .mapToObj(token -> placed(decision).tokens().choice(decision, token))
                    .flatMap(choice -> architecturesFrom(made.with(choice))))
        .orElseGet(() -> Stream.of(made));
  }

  /**
   * Returns the sequence of an architecture; numbers are represented by the nearest point of their
   * grid.
   */
  public int[] encode(Architecture architecture) {
    return architecture.choices().stream().mapToInt(this::token).toArray();
  }

  private int token(Choice choice) {
    Placed placed = placed(choice.decision());
    return placed.first() + placed.tokens().token(choice);
  }

  private Placed placed(Decision decision) {
    return placed(decision.name());
  }

  private Placed placed(String decision) {
    Placed placed = byDecision.get(decision);
    if (placed == null) {
      throw new NasException(
          "The search space asks for \"%s\", which is not among its decisions %s."
              .formatted(decision, byDecision.keySet()));
    }
    return placed;
  }
}
