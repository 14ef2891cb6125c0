/**
 * Evaluation of a study's trials by other processes: the study's side, the workers' side, and the
 * form of what they tell each other. Placing workers on machines, and carrying bytes between them,
 * is up to a {@link org.espalier.nas.engine.remote.ClusterProvider}.
 */
@NullMarked
package org.espalier.nas.engine.remote;

import org.jspecify.annotations.NullMarked;
