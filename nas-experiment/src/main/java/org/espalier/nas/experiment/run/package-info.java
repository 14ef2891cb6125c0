/** Runs: their folders, how they are carried out, watched and summed up. */
@NullMarked
package org.espalier.nas.experiment.run;

import org.jspecify.annotations.NullMarked;
