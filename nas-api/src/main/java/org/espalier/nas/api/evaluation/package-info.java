/**
 * From a trial to a number: an {@link org.espalier.nas.api.evaluation.Evaluator} turns a trial into
 * an outcome, a {@link org.espalier.nas.api.evaluation.Reward} an outcome into what is maximised; a
 * {@link org.espalier.nas.api.evaluation.StoppingRule} may end a trial early, a {@link
 * org.espalier.nas.api.evaluation.StudyListener} is told of everything.
 */
@NullMarked
package org.espalier.nas.api.evaluation;

import org.jspecify.annotations.NullMarked;
