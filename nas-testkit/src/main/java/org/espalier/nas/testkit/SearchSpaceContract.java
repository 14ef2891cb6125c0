package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.NetworkSearchSpace;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.space.TokenSpace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The contract of every search space. A test class extends it, supplies the space and inherits the
 * checks; use a class for each configuration that matters.
 */
public abstract class SearchSpaceContract {
  private static final int DRAWS_PER_MEMBER = 20;
  private static final int THREADS = 4;

  private SearchSpace space = new TokenSpace(1, 1);

  /** Returns the space to check; called before each check. */
  protected abstract SearchSpace space();

  /** Returns the number of architectures that each check draws. */
  protected int samples() {
    return 200;
  }

  /** Returns the size up to which a space is enumerated. */
  protected long enumerationLimit() {
    return 20_000;
  }

  /**
   * Returns the size up to which uniform sampling and mutation are checked to reach every member.
   */
  protected long reachLimit() {
    return 200;
  }

  /**
   * Returns the probability that a mutation leaves its parent as it is, for a space that has such a
   * mutation; by default 0.
   */
  protected double identityMutation() {
    return 0;
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
              for (Decision asked : randomWalks().asked(walk)) {
                int place = names.indexOf(asked.name());
                assertThat(place)
                    .as("place of %s, asked in %s, among decisions() %s", asked, walk, names)
                    .isGreaterThan(previous);
                assertThat(Domains.covers(decisions.get(place).domain(), asked.domain()))
                    .as("%s of decisions() covers %s", decisions.get(place), asked)
                    .isTrue();
                previous = place;
              }
            });
  }

  @Test
  void theSamePrefixIsAskedTheSame() {
    RandomWalks walks = randomWalks();
    walks.all().forEach(walk -> assertThat(walks.asked(walk)).isEqualTo(walks.asked(walk)));
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
    assumeTrue(space.isFinite(), "the space is not finite");
    assertThat(drawn(SearchSpace::sampleUniformly)).allMatch(space::contains);
  }

  /**
   * Checks uniform sampling. A correct space fails with a probability below 2·10⁻⁶: of 200 members
   * drawn 20 times each on average, one is left out with a probability below 200 e⁻²⁰; {@link
   * ChiSquare} accounts for the rest.
   */
  @Test
  void uniformSamplesAreUniform() {
    List<Architecture> all = enumeration(reachLimit());
    assumeTrue(all.size() > 1, "the space has one member");
    Map<Architecture, Integer> counts = new LinkedHashMap<>();
    all.forEach(architecture -> counts.put(architecture, 0));
    for (int draw = 0; draw < DRAWS_PER_MEMBER * all.size(); draw++) {
      counts.merge(space.sampleUniformly(RandomWalks.random(draw)), 1, Integer::sum);
    }
    assertThat(counts.values()).as("draws %s", counts).doesNotContain(0);
    assertThat(ChiSquare.uneven(counts.values())).as("uneven draws %s", counts).isFalse();
  }

  @Test
  void whatIsNotFiniteIsNeitherEnumeratedNorSampledUniformly() {
    assumeTrue(!space.isFinite(), "the space is finite");
    assertThatThrownBy(() -> space.enumerate().forEach(architecture -> {}))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> space.sampleUniformly(RandomWalks.random(0)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theCountIsThatOfTheEnumeration() {
    assertThat((long) enumeration(enumerationLimit()).size())
        .isEqualTo(space.count().orElseThrow().longValueExact());
  }

  @Test
  void theEnumerationHoldsEachArchitectureOnce() {
    assertThat(enumeration(enumerationLimit())).doesNotHaveDuplicates().allMatch(space::contains);
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
    walks().forEach(walk -> assertThat(space.parse(RandomWalks.texts(walk))).contains(walk));
  }

  @Test
  void snapshotsKeepArchitecturesExactly() {
    walks().forEach(walk -> assertThat(WrittenArchitectures.readBack(walk)).isEqualTo(walk));
  }

  /** Checks mutation. The number of equal mutants may exceed its mean by six deviations. */
  @Test
  void mutantsAreValidAndDiffer() {
    assumeTrue(!space.count().equals(Optional.of(BigInteger.ONE)), "the space has one member");
    List<Architecture> parents = walks().toList();
    int equal = 0;
    for (int index = 0; index < parents.size(); index++) {
      Architecture parent = parents.get(index);
      Architecture mutant = space.mutate(parent, RandomWalks.random(index));
      assertThat(space.contains(mutant)).as("contains %s, mutant of %s", mutant, parent).isTrue();
      equal += mutant.equals(parent) ? 1 : 0;
    }
    double probability = identityMutation();
    double mean = probability * parents.size();
    assertThat((double) equal)
        .as("mutants that equal their parents")
        .isLessThanOrEqualTo(mean + 6 * Math.sqrt(mean * (1 - probability)));
  }

  @Test
  void mutationReachesEveryMember() {
    List<Architecture> all = enumeration(reachLimit());
    assertThat(new Reach(space).missing(randomWalks().walk(0), all))
        .as("not reached by mutation, whatever is tried")
        .isEmpty();
  }

  @Test
  void childrenOfTwoAreValidAndTakeAfterThem() {
    new RelativesCheck(space).assertChildren(walks().toList());
  }

  @Test
  void prefixesAreCompletedAsTheOtherSays() {
    new RelativesCheck(space).assertCompletions(walks().toList());
  }

  @Test
  void neighboursAreValidDistinctAndOthers() {
    new RelativesCheck(space).assertNeighbours(walks().toList());
  }

  @Test
  void severalThreadsGetTheSameAnswers() {
    RandomWalks walks = new RandomWalks(space, Math.min(samples(), 50));
    List<List<Object>> alone = walks.answers();
    assertThat(Threads.all(THREADS, walks::answers)).allMatch(alone::equals);
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
    NetworkSearchSpace networks = networks();
    walks()
        .flatMap(walk -> networks.lower(walk).layers().stream())
        .forEach(layer -> assertThat(networks.layerTypes()).contains(layer.getClass()));
  }

  @Test
  void networksTakeAndGiveTheSameShapes() {
    NetworkSearchSpace networks = networks();
    assertThat(walks().map(walk -> networks.lower(walk).input()).distinct()).hasSize(1);
    assertThat(walks().map(walk -> networks.lower(walk).output()).distinct()).hasSize(1);
  }

  @Test
  void theSameArchitectureIsTheSameNetwork() {
    NetworkSearchSpace networks = networks();
    walks().forEach(walk -> assertThat(networks.lower(walk)).isEqualTo(networks.lower(walk)));
  }

  @Test
  void theCanonicalFormHasAsManyParameters() {
    NetworkSearchSpace networks = networks();
    walks()
        .forEach(
            walk ->
                assertThat(networks.lower(space.canonical(walk)).parameters())
                    .as("parameters of the canonical form of %s", walk)
                    .isEqualTo(networks.lower(walk).parameters()));
  }

  @Test
  void minimumSizesBoundTheNetworks() {
    NetworkSearchSpace networks = networks();
    walks().forEach(walk -> MinimumSizes.check(networks, walk));
  }

  @Test
  void whatIsIncompleteIsNoNetwork() {
    NetworkSearchSpace networks = networks();
    walks()
        .map(walk -> walk.prefix(walk.size() - 1))
        .forEach(
            incomplete ->
                assertThatThrownBy(() -> networks.lower(incomplete))
                    .as("network of %s", incomplete)
                    .isInstanceOf(IllegalArgumentException.class));
  }

  private NetworkSearchSpace networks() {
    assumeTrue(space instanceof NetworkSearchSpace, "the space is not one of networks");
    return (NetworkSearchSpace) space;
  }

  private RandomWalks randomWalks() {
    return new RandomWalks(space, samples());
  }

  private Stream<Architecture> walks() {
    return randomWalks().all();
  }

  private Stream<Architecture> drawn(BiFunction<SearchSpace, RandomGenerator, Architecture> draw) {
    assertThat(randomWalks().walk(0)).isNotNull();
    return IntStream.range(0, samples())
        .mapToObj(index -> draw.apply(space, RandomWalks.random(index)));
  }

  private List<Architecture> enumeration(long limit) {
    assumeTrue(
        space.count().filter(count -> count.compareTo(BigInteger.valueOf(limit)) <= 0).isPresent(),
        "the space is not small");
    return space.enumerate().limit(limit + 1).toList();
  }
}
