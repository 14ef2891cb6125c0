/**
 * The Java entry point, {@link org.espalier.nas.experiment.Espalier}: searches, comparisons and
 * stored runs for programs that embed them.
 */
@NullMarked
package org.espalier.nas.experiment;

import org.jspecify.annotations.NullMarked;
