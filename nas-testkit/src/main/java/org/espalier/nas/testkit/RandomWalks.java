package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.SearchSpace;

/** Architectures of a space, created without the space's own sampling; each walk ends or fails. */
final class RandomWalks {
  private static final RandomStreams STREAMS = new RandomStreams(1);

  private final SearchSpace space;
  private final int count;

  /** Creates this many walks through the space, the same each time. */
  RandomWalks(SearchSpace space, int count) {
    this.space = space;
    this.count = count;
  }

  Stream<Architecture> all() {
    return IntStream.range(0, count).mapToObj(this::walk);
  }

  Architecture walk(long index) {
    RandomGenerator random = random(index);
    Architecture made = Architecture.empty();
    int longest = space.decisions().size();
    for (Optional<Decision> decision = space.next(made);
        decision.isPresent();
        decision = space.next(made)) {
      assertThat(made.size())
          .as("%s is not complete after as many choices as decisions() has", made)
          .isLessThan(longest);
      made = made.with(RandomChoices.draw(decision.get(), random));
    }
    return made;
  }

  /** Returns the decisions that were answered to create an architecture. */
  List<Decision> asked(Architecture architecture) {
    return IntStream.range(0, architecture.size())
        .mapToObj(length -> space.next(architecture.prefix(length)).orElseThrow())
        .toList();
  }

  /** Returns the space's answers about each of them. */
  List<List<Object>> answers() {
    return IntStream.range(0, count)
        .<List<Object>>mapToObj(
            index -> {
              Architecture walk = walk(index);
              return List.of(
                  asked(walk),
                  space.contains(walk),
                  space.canonical(walk),
                  space.sample(random(index)),
                  space.mutate(walk, random(index)),
                  space.parse(texts(walk)));
            })
        .toList();
  }

  static List<String> texts(Architecture architecture) {
    return architecture.choices().stream().map(Choice::text).toList();
  }

  /** Returns the random generator of one use. */
  static RandomGenerator random(long index) {
    return STREAMS.stream("testkit.space", index);
  }
}
