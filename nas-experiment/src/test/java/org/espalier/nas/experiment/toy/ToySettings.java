package org.espalier.nas.experiment.toy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.training.OptimizerSettings;
import org.jspecify.annotations.Nullable;

/** Settings of every supported type. */
public record ToySettings(
    @Description("Trials per update.") @Range("[1, inf)") int batch,
    @Default("0.9") @Description("Discount.") @Range("[0, 1]") double discount,
    @Default("off") @Description("Use of the predictor.") Predictor predictor,
    @Default("true") boolean entropy,
    @Default("[8, 16]") @Range("[1, inf)") List<Integer> nodes,
    @Default("{}") Map<String, String> classes,
    @Default("{}") @Range("(0, inf)") Map<String, Double> weights,
    @Default("{type: adam}") OptimizerSettings optimizer,
    @Default("[]") List<Layer> layers,
    @Default("{type: drop}") Missing missing,
    @Default("1h30m") Duration patience,
    @Nullable Path file,
    @Range("(-inf, inf)") @Nullable Long limit) {

  /** The use of the predictor. */
  public enum Predictor {
    OFF,
    LOG,
    SCREEN_ALL
  }

  /** A nested record in a list. */
  public record Layer(@Range("[1, inf)") int units, @Default("0") @Range("[0, 1)") double dropout) {
    public Layer {
      if (units <= 0) {
        throw new InvalidSettingException("units", "units (" + units + ") must be positive.");
      }
    }
  }

  /** A setting with variants. */
  public sealed interface Missing {
    /** The variant that leaves rows out. */
    record Drop() implements Missing {}

    /** The variant that fills values in. */
    record FillIn(@Range("(-inf, inf)") double value) implements Missing {}
  }

  public ToySettings {
    nodes = List.copyOf(nodes);
    if (batch <= 0) {
      throw new InvalidSettingException("batch", "batch (" + batch + ") must be positive.");
    }
    if (!(discount >= 0 && discount <= 1)) {
      throw new InvalidSettingException(
          "discount", "discount (" + discount + ") must lie in [0, 1].");
    }
    if (nodes.isEmpty()) {
      throw new InvalidSettingException("nodes", "nodes must hold at least one number.");
    }
  }
}
