package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.Domain;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every search space must hold to. A test class extends it, supplies the space and inherits
 * the checks; use a class for each configuration that matters.
 */
public abstract class SearchSpaceContract {
  private static final RandomStreams STREAMS = new RandomStreams(1);

  private SearchSpace space = new TokenSpace(1, 1);

  /** The space to check; called before each check. */
  protected abstract SearchSpace space();

  /** The number of architectures that each check draws. */
  protected int samples() {
    return 200;
  }

  /** The size up to which a space is enumerated. */
  protected long enumerationLimit() {
    return 20_000;
  }

  /** Creates the space. */
  @BeforeEach
  final void createSpace() {
    space = space();
  }

  @Test
  void walksEndWithinTheNumberOfDecisions() {
    assertThat(walks().toList()).hasSize(samples());
  }

  @Test
  void decisionsHaveDistinctNames() {
    assertThat(space.decisions().stream().map(Decision::name)).doesNotHaveDuplicates().isNotEmpty();
  }

  @Test
  void decisionsCoverEveryDecisionAskedInOrder() {
    List<Decision> decisions = space.decisions();
    List<String> names = decisions.stream().map(Decision::name).toList();
    walks()
        .forEach(
            walk -> {
              int previous = -1;
              for (Decision asked : asked(walk)) {
                int place = names.indexOf(asked.name());
                assertThat(place)
                    .as("place of %s, asked in %s, among decisions() %s", asked, walk, names)
                    .isGreaterThan(previous);
                assertThat(covers(decisions.get(place).domain(), asked.domain()))
                    .as("%s of decisions() covers %s", decisions.get(place), asked)
                    .isTrue();
                previous = place;
              }
            });
  }

  @Test
  void theSamePrefixIsAskedTheSame() {
    walks().forEach(walk -> assertThat(asked(walk)).isEqualTo(asked(walk)));
  }

  @Test
  void samplesAreValid() {
    assertThat(drawn(SearchSpace::sample)).allMatch(space::contains);
  }

  @Test
  void samplesDependOnTheRandomStreamAlone() {
    assertThat(drawn(SearchSpace::sample).toList()).isEqualTo(drawn(SearchSpace::sample).toList());
  }

  @Test
  void uniformSamplesAreValid() {
    assumeTrue(space.count().isPresent(), "the space is not finite");
    assertThat(drawn(SearchSpace::sampleUniformly)).allMatch(space::contains);
  }

  @Test
  void whatIsNotFiniteIsNeitherEnumeratedNorSampledUniformly() {
    assumeTrue(space.count().isEmpty(), "the space is finite");
    assertThatThrownBy(() -> space.enumerate().forEach(architecture -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> space.sampleUniformly(stream(0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theCountIsThatOfTheEnumeration() {
    assertThat((long) enumeration().size()).isEqualTo(space.count().orElseThrow().longValueExact());
  }

  @Test
  void theEnumerationHoldsEachArchitectureOnce() {
    assertThat(enumeration()).doesNotHaveDuplicates().allMatch(space::contains);
  }

  @Test
  void whatIsIncompleteOrForeignIsNotContained() {
    walks()
        .forEach(
            walk -> {
              Architecture incomplete = walk.prefix(walk.size() - 1);
              Choice foreign = new Choice.Option("no such decision", 0, "no such option");
              assertThat(space.contains(incomplete)).as("contains %s", incomplete).isFalse();
              assertThat(space.contains(walk.with(foreign)))
                  .as("contains %s with a choice too many", walk)
                  .isFalse();
              assertThat(space.contains(incomplete.with(foreign)))
                  .as("contains %s with a foreign choice", incomplete)
                  .isFalse();
            });
  }

  @Test
  void textsParseBack() {
    walks().forEach(walk -> assertThat(space.parse(texts(walk))).contains(walk));
  }

  @Test
  void mutantsAreValidAndDiffer() {
    assumeTrue(!space.count().equals(Optional.of(BigInteger.ONE)), "the space has one member");
    List<Architecture> parents = walks().toList();
    for (int index = 0; index < parents.size(); index++) {
      Architecture parent = parents.get(index);
      Architecture mutant = space.mutate(parent, stream(index));
      assertThat(space.contains(mutant)).as("contains %s, mutant of %s", mutant, parent).isTrue();
      assertThat(mutant).isNotEqualTo(parent);
    }
  }

  @Test
  void theCanonicalFormIsValidAndItsOwnCanonicalForm() {
    walks()
        .map(space::canonical)
        .forEach(
            canonical -> {
              assertThat(space.contains(canonical)).as("contains %s", canonical).isTrue();
              assertThat(space.canonical(canonical)).isEqualTo(canonical);
            });
  }

  @Test
  void networksAreMadeOfTheLayersNamed() {
    assumeTrue(space instanceof NetworkSearchSpace, "the space is not one of networks");
    NetworkSearchSpace networks = (NetworkSearchSpace) space;
    walks()
        .flatMap(walk -> networks.lower(walk).layers().stream())
        .forEach(layer -> assertThat(networks.layerTypes()).contains(layer.getClass()));
  }

  /** Random architectures, made without the space's own sampling; they end or fail. */
  private Stream<Architecture> walks() {
    return IntStream.range(0, samples()).mapToObj(index -> walk(stream(index)));
  }

  private Architecture walk(RandomGenerator random) {
    Architecture made = Architecture.empty();
    int longest = space.decisions().size();
    for (Optional<Decision> decision = space.next(made);
        decision.isPresent();
        decision = space.next(made)) {
      assertThat(made.size())
          .as("%s is not complete after as many choices as decisions() has", made)
          .isLessThan(longest);
      made = made.with(Answers.draw(decision.get(), random));
    }
    return made;
  }

  /** The decisions that were answered to make an architecture. */
  private List<Decision> asked(Architecture architecture) {
    return IntStream.range(0, architecture.size())
        .mapToObj(length -> space.next(architecture.prefix(length)).orElseThrow())
        .toList();
  }

  private Stream<Architecture> drawn(BiFunction<SearchSpace, RandomGenerator, Architecture> draw) {
    assertThat(walk(stream(0))).isNotNull();
    return IntStream.range(0, samples()).mapToObj(index -> draw.apply(space, stream(index)));
  }

  private List<Architecture> enumeration() {
    BigInteger limit = BigInteger.valueOf(enumerationLimit());
    assumeTrue(
        space.count().filter(count -> count.compareTo(limit) <= 0).isPresent(),
        "the space is not small");
    return space.enumerate().limit(enumerationLimit() + 1).toList();
  }

  private static List<String> texts(Architecture architecture) {
    return architecture.choices().stream().map(Choice::text).toList();
  }

  private static boolean covers(Domain all, Domain asked) {
    if (all instanceof Categorical whole && asked instanceof Categorical part) {
      return whole.options().equals(part.options()) && whole.allowed().containsAll(part.allowed());
    }
    if (all instanceof IntegerRange whole && asked instanceof IntegerRange part) {
      return whole.contains(part.low()) && whole.high() >= part.high();
    }
    return all instanceof RealRange whole
        && asked instanceof RealRange part
        && whole.low() <= part.low()
        && whole.high() >= part.high();
  }

  private static RandomGenerator stream(long index) {
    return STREAMS.stream("testkit.space", index);
  }
}
