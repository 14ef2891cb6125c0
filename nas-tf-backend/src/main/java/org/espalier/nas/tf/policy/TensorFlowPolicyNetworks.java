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
    return switch (spec.cell()) {
      case LSTM, NASCELL ->
          new TensorFlowPolicyNetwork(RecurrentModel.create(spec, grammar, seed), grammar);
      case PUBLISHED_LSTM ->
          new TensorFlowPolicyNetwork(PublishedModel.create(spec, grammar, seed), grammar);
      case PUBLISHED_NASCELL -> PublishedNasCellNetwork.create(spec, grammar, seed);
    };
  }
}
