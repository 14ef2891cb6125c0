/**
 * The port through which learned controllers use a backend: a {@link
 * org.espalier.nas.api.policy.PolicyNetwork} draws token sequences that a {@link
 * org.espalier.nas.api.policy.TokenGrammar} allows and learns from their rewards.
 */
@NullMarked
package org.espalier.nas.api.policy;

import org.jspecify.annotations.NullMarked;
