package org.espalier.nas.data.prepare;

import java.util.function.Function;
import org.espalier.nas.api.data.Part;

/** A value for each part of a data set. */
record PerPart<T>(T training, T validation, T test) {

  /** Returns the value of a part. */
  T get(Part part) {
    return switch (part) {
      case TRAINING -> training;
      case VALIDATION -> validation;
      case TEST -> test;
    };
  }

  /** Returns the results of a function for each part. */
  <R> PerPart<R> map(Function<? super T, ? extends R> function) {
    return new PerPart<>(
        function.apply(training), function.apply(validation), function.apply(test));
  }
}
