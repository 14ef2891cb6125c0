package org.espalier.nas.searchspace.hyperparameters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.space.Scale;
import org.jspecify.annotations.Nullable;

/** Factories of settings for tests. */
final class Parameters {
  private final Map<String, Parameter> parameters = new LinkedHashMap<>();

  static Parameters of() {
    return new Parameters();
  }

  /** Returns the example of the documentation. */
  static HyperparametersSettings mixed() {
    return of().options("optimizer.type", "sgd", "adam")
        .real("optimizer.learningRate", 1e-4, 1e-1, Scale.LOG)
        .with(
            "optimizer.momentum",
            new RealParameter(0, 0.99, null, Scale.LINEAR, "optimizer.type == sgd"))
        .whole("batch", 16, 128, 16)
        .truth("shuffle")
        .bound("batch * optimizer.learningRate < 10", "optimizer.momentum < 0.95 or batch > 32");
  }

  Parameters with(String name, Parameter parameter) {
    parameters.put(name, parameter);
    return this;
  }

  Parameters options(String name, String... options) {
    return with(name, new CategoricalParameter(List.of(options), false, null));
  }

  Parameters optionsWhen(String when, String name, String... options) {
    return with(name, new CategoricalParameter(List.of(options), true, when));
  }

  Parameters real(String name, double low, double high, Scale scale) {
    return with(name, new RealParameter(low, high, null, scale, null));
  }

  Parameters whole(String name, long low, long high, long step) {
    return with(name, new IntegerParameter(low, high, step, Scale.LINEAR, null));
  }

  Parameters wholeWhen(@Nullable String when, String name, long low, long high) {
    return with(name, new IntegerParameter(low, high, 1, Scale.LINEAR, when));
  }

  Parameters truth(String name) {
    return with(name, new BooleanParameter(null));
  }

  HyperparametersSettings bound(String... constraints) {
    return new HyperparametersSettings(parameters, List.of(constraints));
  }

  HyperparametersSettings free() {
    return bound();
  }
}
