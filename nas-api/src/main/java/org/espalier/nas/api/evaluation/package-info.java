/**
 * Evaluation of trials: an {@link org.espalier.nas.api.evaluation.Evaluator} turns a trial into an
 * outcome, a {@link org.espalier.nas.api.evaluation.Reward} turns an outcome into the number to
 * maximise; a {@link org.espalier.nas.api.evaluation.StoppingRule} may end a trial early, a {@link
 * org.espalier.nas.api.evaluation.StudyListener} receives all events.
 */
@NullMarked
package org.espalier.nas.api.evaluation;

import org.jspecify.annotations.NullMarked;
