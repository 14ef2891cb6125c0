package org.example.hedgerow;

import jakarta.inject.Inject;
import java.util.List;
import org.espalier.nas.api.NasException;
import org.espalier.nas.api.evaluation.Reward;
import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.api.trial.Measurement;
import org.espalier.nas.api.trial.Outcome;

/**
 * Accuracy with a penalty for size: {@code metric × (parameters / target)^exponent}, as in
 * MnasNet (Tan et al. 2019, eq. 2), with the number of parameters instead of latency.
 */
@Description("A metric, lowered by the number of parameters.")
public final class Hedgerow implements Reward {
  private static final String PARAMETERS = "parameters";

  private final HedgerowSettings settings;

  /** Creates the reward; its dependencies are injected. */
  @Inject
  public Hedgerow(HedgerowSettings settings) {
    this.settings = settings;
  }

  @Override
  public double of(Outcome outcome) {
    List<Measurement> measured = outcome.measurements();
    Measurement last = measured.get(measured.size() - 1);
    double quality =
        last.metric(settings.metric())
            .orElseThrow(
                () ->
                    new NasException(
                        "The reward needs %s, which was not measured; measured were %s."
                            .formatted(settings.metric(), last.metrics().keySet())));
    Double parameters = outcome.account().facts().get(PARAMETERS);
    if (parameters == null) {
      throw new NasException(
          "The reward needs the number of parameters, which the evaluator does not report; use the"
              + " evaluator training.");
    }
    return quality * Math.pow(Math.max(1, parameters) / settings.target(), settings.exponent());
  }

  @Override
  public String description() {
    return "%s × (parameters / %s)^%s"
        .formatted(settings.metric(), settings.target(), settings.exponent());
  }
}
