package org.espalier.nas.testkit.space;

import java.util.List;
import java.util.Optional;
import org.espalier.nas.api.space.Architecture;
import org.espalier.nas.api.space.Categorical;
import org.espalier.nas.api.space.Decision;
import org.espalier.nas.api.space.IntegerRange;
import org.espalier.nas.api.space.RealRange;
import org.espalier.nas.api.space.Scale;
import org.espalier.nas.api.space.SearchSpace;

/**
 * A space of one layer and its training settings: only a convolution has a kernel, only a dense
 * layer has at most 64 units, only gradient descent has a momentum.
 */
final class MixedSpace implements SearchSpace {
  private static final Decision NARROW =
      new Decision("units", new IntegerRange(8, 64, 8, Scale.LINEAR));

  private final List<Decision> decisions =
      List.of(
          new Decision("layer", Categorical.of(List.of("convolution", "dense"))),
          new Decision("kernel", new IntegerRange(1, 7, 2, Scale.LINEAR)),
          new Decision("units", new IntegerRange(8, 512, 8, Scale.LINEAR)),
          new Decision("optimizer", Categorical.of(List.of("sgd", "adam", "rmsprop"))),
          new Decision("momentum", new RealRange(0, 0.99, Scale.LINEAR)),
          new Decision("warmup", new IntegerRange(1, 1000, 1, Scale.LOG)),
          new Decision("rate", new RealRange(1e-5, 1e-1, Scale.LOG)));

  @Override
  public List<Decision> decisions() {
    return decisions;
  }

  @Override
  public Optional<Decision> next(Architecture made) {
    int answered = made.size() == 0 ? 0 : 1 + position(made);
    return decisions.subList(answered, decisions.size()).stream()
        .filter(decision -> applies(decision, made))
        .findFirst()
        .map(decision -> masked(decision, made));
  }

  private int position(Architecture made) {
    String last = made.choices().get(made.size() - 1).decision();
    return decisions.stream().map(Decision::name).toList().indexOf(last);
  }

  private static boolean applies(Decision decision, Architecture made) {
    return switch (decision.name()) {
      case "kernel" -> isChosen(made, "layer", "convolution");
      case "momentum" -> isChosen(made, "optimizer", "sgd");
      default -> true;
    };
  }

  private static Decision masked(Decision decision, Architecture made) {
    return decision.name().equals("units") && isChosen(made, "layer", "dense") ? NARROW : decision;
  }

  private static boolean isChosen(Architecture made, String decision, String text) {
    return made.choice(decision).filter(choice -> choice.text().equals(text)).isPresent();
  }
}
