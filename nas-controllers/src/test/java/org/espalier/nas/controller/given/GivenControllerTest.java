package org.espalier.nas.controller.given;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.controller.Controller;
import org.espalier.nas.api.random.RandomStreams;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Choice;
import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.api.trial.Fidelity;
import org.espalier.nas.testkit.ControllerContract;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GivenControllerTest {
  private static final Set<SearchSpace> NOT_FINITE =
      Set.of(ReferenceSpace.REAL_VECTOR.space(), ReferenceSpace.MIXED.space());

  @Nested
  class Contract extends ControllerContract {
    @Override
    protected Controller controller(SearchSpace space, RandomStreams streams) {
      boolean finite = !NOT_FINITE.contains(space);
      RandomGenerator random = new RandomStreams(1).stream("test", 0);
      Stream<Architecture> all =
          finite ? space.enumerate() : Stream.generate(() -> space.sample(random));
      List<List<String>> some =
          all.limit(trials())
              .map(one -> one.choices().stream().map(Choice::text).toList())
              .toList();
      return new GivenController(new GivenSettings(some), space, streams, Fidelity.epochs(1));
    }

    @Override
    protected boolean drawsRandomly() {
      return false;
    }
  }

  @Test
  void proposesTheListInOrderAndEnds() {
    SearchSpace space = ReferenceSpace.TINY.space();
    List<List<String>> list =
        space
            .enumerate()
            .skip(2)
            .limit(3)
            .map(one -> one.choices().stream().map(Choice::text).toList())
            .toList();
    Controller given =
        new GivenController(
            new GivenSettings(list), space, new RandomStreams(1), Fidelity.epochs(4));

    assertThat(given.ask(2)).hasSize(2);
    assertThat(given.ask(8))
        .singleElement()
        .satisfies(
            last -> assertThat(last.architecture()).isEqualTo(space.parse(list.get(2)).get()));
    assertThat(given.ask(1)).isEmpty();
    assertThat(given.plan().orElseThrow().epochs()).isEqualTo(12);
  }

  @Test
  void anArchitectureIsGivenByItsName() {
    SearchSpace space = mock(SearchSpace.class, delegatesTo(ReferenceSpace.TINY.space()));
    Architecture known = space.enumerate().skip(1).findFirst().orElseThrow();
    doReturn(Map.of("Known", known)).when(space).named();

    assertThat(
            new GivenController(
                    new GivenSettings(List.of(List.of("Known"))),
                    space,
                    new RandomStreams(1),
                    Fidelity.epochs(1))
                .ask(1))
        .singleElement()
        .satisfies(proposal -> assertThat(proposal.architecture()).isEqualTo(known));
    assertThatThrownBy(
            () ->
                new GivenController(
                    new GivenSettings(List.of(List.of("Unknown"))),
                    space,
                    new RandomStreams(1),
                    Fidelity.epochs(1)))
        .hasMessageEndingWith(", known names are [Known].");
  }

  @Test
  void refusesWhatIsNotOfTheSpace() {
    assertThatThrownBy(
            () ->
                new GivenController(
                    new GivenSettings(List.of(List.of("nothing"))),
                    ReferenceSpace.TINY.space(),
                    new RandomStreams(1),
                    Fidelity.epochs(1)))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("architectures holds [nothing], which is not in the search space");
    assertThatThrownBy(() -> new GivenSettings(List.of()))
        .hasMessage("architectures must hold at least one; it is empty.");
  }
}
