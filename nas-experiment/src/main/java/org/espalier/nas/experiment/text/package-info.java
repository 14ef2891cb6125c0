/** How values are written for people: durations, suggestions, tables, JSON. */
@NullMarked
package org.espalier.nas.experiment.text;

import org.jspecify.annotations.NullMarked;
