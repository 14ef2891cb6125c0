package org.espalier.nas.tf.metric;

import java.util.Locale;
import java.util.OptionalDouble;

/** A measure of predictions over a whole part at once, in double precision. */
public enum Metric {
  /** The mean loss; of numbers, that of the scaled ones. */
  LOSS {
    @Override
    public OptionalDouble of(Predictions predictions) {
      return OptionalDouble.of(predictions.loss());
    }
  },
  /** The share of examples whose class, or of labels that, are predicted correctly. */
  ACCURACY {
    @Override
    OptionalDouble ofLabels(LabelPredictions predictions) {
      return OptionalDouble.of(predictions.accuracy());
    }

    @Override
    OptionalDouble ofClasses(ClassPredictions predictions) {
      return OptionalDouble.of(predictions.confusion().accuracy());
    }
  },
  /** The mean over the classes of the share of their examples that are predicted correctly. */
  BALANCED_ACCURACY {
    @Override
    OptionalDouble ofClasses(ClassPredictions predictions) {
      return OptionalDouble.of(predictions.confusion().balancedAccuracy());
    }
  },
  /** The share of examples all of whose labels are predicted correctly. */
  EXACT_MATCH {
    @Override
    OptionalDouble ofLabels(LabelPredictions predictions) {
      return OptionalDouble.of(predictions.exactMatch());
    }
  },
  /** The mean over the classes or labels of the harmonic mean of precision and recall. */
  MACRO_F1 {
    @Override
    OptionalDouble ofLabels(LabelPredictions predictions) {
      return predictions.macroF1();
    }

    @Override
    OptionalDouble ofClasses(ClassPredictions predictions) {
      return OptionalDouble.of(predictions.confusion().macroF1());
    }
  },
  /** The harmonic mean of precision and recall of all labels counted together. */
  MICRO_F1 {
    @Override
    OptionalDouble ofLabels(LabelPredictions predictions) {
      return predictions.microF1();
    }
  },
  /**
   * The area under the ROC curve; for several classes, the mean over each against the rest; for
   * several labels, the mean over them.
   */
  AUC {
    @Override
    OptionalDouble ofLabels(LabelPredictions predictions) {
      return predictions.auc();
    }

    @Override
    OptionalDouble ofClasses(ClassPredictions predictions) {
      return RocAuc.of(predictions);
    }
  },
  /** The coefficient of determination. */
  R2 {
    @Override
    OptionalDouble ofNumbers(NumberPredictions predictions) {
      return OptionalDouble.of(predictions.r2());
    }
  },
  /** The root of the mean squared error, in the data's units. */
  RMSE {
    @Override
    OptionalDouble ofNumbers(NumberPredictions predictions) {
      return OptionalDouble.of(predictions.rmse());
    }
  },
  /** The mean absolute error, in the data's units. */
  MAE {
    @Override
    OptionalDouble ofNumbers(NumberPredictions predictions) {
      return OptionalDouble.of(predictions.mae());
    }
  };

  /**
   * Returns the name in measurements, after the prefix of the part, and in settings: {@code
   * macro-f1}.
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Returns the value; empty if the metric is undefined for such predictions: R² of classes, or AUC
   * of a part in which all examples have one class.
   */
  public OptionalDouble of(Predictions predictions) {
    if (predictions instanceof ClassPredictions classes) {
      return ofClasses(classes);
    } else if (predictions instanceof LabelPredictions labels) {
      return ofLabels(labels);
    }
    return ofNumbers((NumberPredictions) predictions);
  }

  OptionalDouble ofClasses(ClassPredictions predictions) {
    return OptionalDouble.empty();
  }

  OptionalDouble ofLabels(LabelPredictions predictions) {
    return OptionalDouble.empty();
  }

  OptionalDouble ofNumbers(NumberPredictions predictions) {
    return OptionalDouble.empty();
  }
}
