/** The object graph of an experiment. */
@NullMarked
package org.espalier.nas.experiment.wiring;

import org.jspecify.annotations.NullMarked;
