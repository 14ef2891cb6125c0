package org.example.hedgerow;

import org.espalier.nas.api.evaluation.EvaluatorSettings;
import org.espalier.nas.api.plugin.Default;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.plugin.Range;
import org.espalier.nas.api.trial.Fidelity;

/**
 * The keys of {@code evaluator: {type: hedgerow}} in an experiment file.
 *
 * @param neighbours number of earlier decisions on which a decision's value depends
 * @param noise standard deviation of the noise in each measurement
 * @param epochs measurements of a trial at full fidelity
 */
public record HedgerowSettings(
    @Default("2") @Range("[0, 20]") @Description("Earlier decisions on which a value depends.")
        int neighbours,
    @Default("0.01") @Range("[0, 10]") @Description("Standard deviation of the noise.")
        double noise,
    @Default("5") @Range("[1, 10000]") @Description("Measurements of a trial.") int epochs)
    implements EvaluatorSettings {

  @Override
  public Fidelity fullFidelity() {
    return Fidelity.epochs(epochs);
  }
}
