package org.espalier.nas.testkit.space;

import java.util.List;
import java.util.stream.IntStream;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.problem.VectorSpace;

/**
 * The search spaces on which every controller is checked; one of each kind that a user can provide.
 *
 * <p>They never change, since recorded behaviours refer to them.
 */
public enum ReferenceSpace {
  /** Sequences of one to three of five tokens and an end, over one vocabulary: 155. */
  SEQUENCE(new TokenSpace(5, 3)),

  /** Four categorical decisions with 3, 4, 2 and 5 options, always all of them: 120. */
  FIXED_VECTOR(
      new VectorSpace(
          List.of(
              categorical("cell", 3),
              categorical("width", 4),
              categorical("skip", 2),
              categorical("pooling", 5)))),

  /** Three real numbers, one of them on a logarithmic scale; uncountable. */
  REAL_VECTOR(
      new VectorSpace(
          List.of(
              new Decision("rate", new RealRange(1e-5, 1e-1, Scale.LOG)),
              new Decision("dropout", new RealRange(0, 0.8, Scale.LINEAR)),
              new Decision("momentum", new RealRange(-1, 1, Scale.LINEAR))))),

  /**
   * Options, integers and real numbers, some of which are asked only after certain answers, and one
   * of which has a smaller range after certain answers; uncountable.
   */
  MIXED(new MixedSpace()),

  /** Six sequences over one vocabulary: soon exhausted. */
  TINY(new TokenSpace(2, 2)),

  /** One decision with one option. */
  SINGLE_POINT(new VectorSpace(List.of(categorical("only", 1)))),

  /** Twenty categorical decisions with ten options each: 10^20, too many to enumerate. */
  HUGE(
      new VectorSpace(
          IntStream.rangeClosed(1, 20).mapToObj(i -> categorical("layer " + i, 10)).toList()));

  // Search spaces are immutable, though the interface cannot express it.
  @SuppressWarnings("ImmutableEnumChecker")
  private final SearchSpace space;

  ReferenceSpace(SearchSpace space) {
    this.space = space;
  }

  /** Returns the space itself; always the same object. */
  public SearchSpace space() {
    return space;
  }

  private static Decision categorical(String name, int options) {
    return new Decision(
        name, Categorical.of(IntStream.range(0, options).mapToObj(i -> "option" + i).toList()));
  }
}
