package org.espalier.nas.tf.policy;

import jakarta.inject.Inject;
import org.espalier.nas.api.policy.PolicyNetwork;
import org.espalier.nas.api.policy.PolicySpec;
import org.espalier.nas.api.policy.TokenGrammar;

/** A factory of policy networks that run on TensorFlow. */
public final class TensorFlowPolicyNetworks implements PolicyNetwork.Factory {

  /** Creates the factory. */
  @Inject
  public TensorFlowPolicyNetworks() {}

  @Override
  public PolicyNetwork create(PolicySpec spec, TokenGrammar grammar, long seed) {
    PolicyModel model =
        switch (spec.cell()) {
          case LSTM -> LstmModel.create(spec, grammar, seed);
          case PUBLISHED_LSTM -> PublishedModel.create(spec, grammar, seed);
        };
    return new TensorFlowPolicyNetwork(model, grammar);
  }
}
