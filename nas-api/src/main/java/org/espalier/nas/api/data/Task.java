package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;

/** The kind of prediction that a data set asks for. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Task {

  /** Returns the name of the predicted column. */
  String target();

  /**
   * Prediction of one of several classes.
   *
   * @param target the name of the label column
   * @param classes the names of the classes, at least two, in the order of their indices
   */
  record Classification(String target, List<String> classes) implements Task {
    /** Checks and copies. */
    public Classification {
      classes = List.copyOf(classes);
      if (classes.size() < 2) {
        throw new IllegalArgumentException(
            "classes " + classes + " of " + target + " must be at least two.");
      }
    }

    /** Returns true if there are two classes, so that one sigmoid output suffices. */
    public boolean binary() {
      return classes.size() == 2;
    }
  }

  /**
   * Prediction of a number.
   *
   * @param target the name of the predicted column
   * @param scale the derivation of the targets of {@link Examples} from the data's values
   */
  record Regression(String target, TargetScale scale) implements Task {
    /** Checks that no component is null. */
    public Regression {
      Objects.requireNonNull(target);
      Objects.requireNonNull(scale);
    }

    /** Creates a regression whose targets are used unchanged. */
    public Regression(String target) {
      this(target, TargetScale.none());
    }
  }
}
