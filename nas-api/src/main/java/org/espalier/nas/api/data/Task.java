package org.espalier.nas.api.data;

import static org.apiguardian.api.API.Status.MAINTAINED;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.apiguardian.api.API;
import org.espalier.nas.api.network.Activation;
import org.espalier.nas.api.network.Dense;

/** The kind of prediction that a data set asks for. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Task {

  /** Returns the name of the predicted column; of several columns, a name for all of them. */
  String target();

  /** Returns the number of targets of each example: one, or one for each label. */
  default int targetsPerExample() {
    return 1;
  }

  /** Returns the last layer of networks for this task; its outputs are the predictions. */
  Dense outputLayer();

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

    /** Returns one sigmoid for two classes, a softmax for more. */
    @Override
    public Dense outputLayer() {
      return binary()
          ? new Dense(1, Activation.SIGMOID)
          : new Dense(classes.size(), Activation.SOFTMAX);
    }
  }

  /**
   * Prediction of the labels of an example, any number of which may apply. The targets of an
   * example are, for each label in order, 1 if it applies and 0 if not.
   *
   * @param target the name of the label column; a name for all of them if there are several
   * @param labels the names of the labels, at least two, distinct, in the order of the targets
   */
  record MultiLabel(String target, List<String> labels) implements Task {
    /** Checks and copies. */
    public MultiLabel {
      Objects.requireNonNull(target);
      labels = List.copyOf(labels);
      if (labels.size() < 2 || new HashSet<>(labels).size() < labels.size()) {
        throw new IllegalArgumentException(
            "labels " + labels + " of " + target + " must be at least two, all distinct.");
      }
    }

    @Override
    public int targetsPerExample() {
      return labels.size();
    }

    /** Returns one sigmoid for each label. */
    @Override
    public Dense outputLayer() {
      return new Dense(labels.size(), Activation.SIGMOID);
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

    /** Returns one linear output. */
    @Override
    public Dense outputLayer() {
      return new Dense(1, Activation.LINEAR);
    }
  }
}
