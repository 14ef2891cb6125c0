package org.espalier.nas.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import org.espalier.nas.api.space.SearchSpace;
import org.espalier.nas.testkit.space.ReferenceSpace;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A test that the reference spaces are correct themselves. */
class ReferenceSpacesContractTest {

  @ParameterizedTest
  @CsvSource({
    "SEQUENCE, 155",
    "FIXED_VECTOR, 120",
    "TINY, 6",
    "SINGLE_POINT, 1",
    "HUGE, 100000000000000000000"
  })
  void haveTheSizeTheyAreSaidToHave(ReferenceSpace reference, String size) {
    assertThat(reference.space().count()).get().hasToString(size);
  }

  @Test
  void thoseOfRealNumbersAreUncountable() {
    assertThat(ReferenceSpace.REAL_VECTOR.space().count()).isEmpty();
    assertThat(ReferenceSpace.MIXED.space().count()).isEmpty();
  }

  @Nested
  class Sequence extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return ReferenceSpace.SEQUENCE.space();
    }
  }

  @Nested
  class FixedVector extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return ReferenceSpace.FIXED_VECTOR.space();
    }
  }

  @Nested
  class RealVector extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return ReferenceSpace.REAL_VECTOR.space();
    }
  }

  @Nested
  class Mixed extends SearchSpaceContract {
    @Override
    protected SearchSpace space() {
      return ReferenceSpace.MIXED.space();
    }
  }
}
