/** The text of values for display: durations, limits, paths, JSON. */
@NullMarked
package org.espalier.nas.experiment.text;

import org.jspecify.annotations.NullMarked;
