package org.espalier.nas.testkit;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;
import org.espalier.nas.api.data.Task;
import org.espalier.nas.api.network.TensorShape;

/** Suites of data sets with one fault. */
final class WrongDatasets {

  private static final Examples NONE = new Examples(TensorShape.of(2), new float[0], new float[0]);

  private WrongDatasets() {}

  private static float[] features() {
    return new float[] {1, 2, 3, 4, 5, 6};
  }

  static class NothingToTrainOn extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(Part.TRAINING, NONE);
    }
  }

  static class NothingToCompareOn extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(Part.VALIDATION, NONE);
    }
  }

  static class OneFold extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new FoldedPoints(new Points());
    }
  }

  static class FoldWithoutValidation extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new FoldedPoints(new Points(), new Points(Part.VALIDATION, NONE));
    }
  }

  static class FoldWithOtherTest extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new FoldedPoints(new Points(), new Points(Part.TEST, NONE));
    }
  }

  static class FoldsMadeAnew extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points() {
        @Override
        public List<Dataset> folds() {
          return List.of(new Points(), new Points());
        }
      };
    }
  }

  static class RepeatsInTheTest extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(Part.TEST, new Points().examples(Part.VALIDATION));
    }
  }

  static class SameHashForAll extends DatasetContractTest.Sound {
    @Override
    protected Optional<Dataset> another() {
      return Optional.of(new Points(Points.KINDS, new float[] {0, 1}, new float[] {1}));
    }
  }

  static class Nameless extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points() {
        @Override
        public DatasetInfo info() {
          return info("", 3, HASH);
        }
      };
    }
  }

  static class Miscounts extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points() {
        @Override
        public DatasetInfo info() {
          return info("points", 4, HASH);
        }
      };
    }
  }

  static class OtherShape extends DatasetContract {
    @Override
    protected Dataset dataset() {
      Examples columns = new Examples(TensorShape.of(2, 1), features(), new float[] {0, 1, 1});
      return new Points() {
        @Override
        public Examples examples(Part part) {
          return columns;
        }
      };
    }
  }

  static class NoHash extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points() {
        @Override
        public DatasetInfo info() {
          return info("points", 3, "none");
        }
      };
    }
  }

  static class CopiesEachTime extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points() {
        @Override
        public Examples examples(Part part) {
          return new Examples(TensorShape.of(2), features(), new float[] {0, 1, 1});
        }
      };
    }
  }

  static class HoldsNaN extends DatasetContract {
    @Override
    protected Dataset dataset() {
      float[] features = features();
      features[3] = Float.NaN;
      return new Points(Points.KINDS, features, new float[] {0, 1, 1});
    }
  }

  static class InfiniteTargets extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(Points.KINDS, features(), new float[] {0, 1, Float.POSITIVE_INFINITY});
    }
  }

  static class OneClassTooMany extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(Points.KINDS, features(), new float[] {0, 1, 2});
    }
  }

  static class HalfAClass extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points(Points.KINDS, features(), new float[] {0, 1, 0.5f});
    }
  }

  /** Returns points with two labels, the targets of which are those of every part. */
  static Dataset labelled(int targetsPerExample, float... targets) {
    return new Points(new Task.MultiLabel("tags", List.of("a", "b")), features(), new float[3]) {
      private final Map<Part, Examples> labelled = new EnumMap<>(Part.class);

      @Override
      public Examples examples(Part part) {
        return labelled.computeIfAbsent(
            part,
            unused -> {
              float[] points = new float[6];
              super.examples(part).features().get(points);
              return new Examples(TensorShape.of(2), points, targets, targetsPerExample);
            });
      }
    };
  }

  static class HalfALabel extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return labelled(2, 0, 1, 1, 0.5f, 0, 0);
    }
  }

  static class OneTargetForTwoLabels extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return labelled(1, 0, 1, 1);
    }
  }

  static class DrawsAnew extends DatasetContract {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    protected Dataset dataset() {
      float[] features = features();
      features[0] = made.incrementAndGet();
      return new Points(Points.KINDS, features, new float[] {0, 1, 1});
    }
  }

  static class HashesAnew extends DatasetContract {
    private final AtomicInteger made = new AtomicInteger();

    @Override
    protected Dataset dataset() {
      String hash = Integer.toString(made.incrementAndGet()).repeat(64);
      return new Points() {
        @Override
        public DatasetInfo info() {
          return info("points", 3, hash);
        }
      };
    }
  }

  static class AuditScales extends DatasetContract {
    @Override
    protected Dataset dataset() {
      float[] features = features();
      return new Points(Points.KINDS, features, new float[] {0, 1, 1}) {
        @Override
        public List<Finding> audit() {
          features[0] /= 2;
          return List.of();
        }
      };
    }
  }

  static class AuditFails extends DatasetContract {
    @Override
    protected Dataset dataset() {
      return new Points() {
        @Override
        public List<Finding> audit() {
          throw new IllegalStateException("There is nothing to audit.");
        }
      };
    }
  }

  static class AuditForgets extends DatasetContract {
    @Override
    protected Dataset dataset() {
      List<Finding> left = new ArrayList<>();
      left.add(new Finding(Finding.Kind.MISSING_VALUES, "x", "x misses 3 values."));
      return new Points() {
        @Override
        public List<Finding> audit() {
          List<Finding> all = List.copyOf(left);
          left.clear();
          return all;
        }
      };
    }
  }

  static class OfOneThread extends DatasetContract {
    @Override
    protected Dataset dataset() {
      Thread owner = Thread.currentThread();
      return new Points() {
        @Override
        public Examples examples(Part part) {
          return Thread.currentThread().equals(owner) ? super.examples(part) : NONE;
        }
      };
    }
  }
}
