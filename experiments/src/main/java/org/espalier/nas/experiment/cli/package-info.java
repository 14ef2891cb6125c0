/** The command line. */
@NullMarked
package org.espalier.nas.experiment.cli;

import org.jspecify.annotations.NullMarked;
