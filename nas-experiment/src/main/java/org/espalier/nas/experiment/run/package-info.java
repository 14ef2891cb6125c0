/** Runs: their folders, execution, observation and reports. */
@NullMarked
package org.espalier.nas.experiment.run;

import org.jspecify.annotations.NullMarked;
