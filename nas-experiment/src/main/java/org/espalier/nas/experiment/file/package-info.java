/** The experiment file: read with places, extended, overridden, bound to records, written again. */
@NullMarked
package org.espalier.nas.experiment.file;

import org.jspecify.annotations.NullMarked;
