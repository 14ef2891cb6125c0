/** The experiment file: reading with places, extension, overrides, binding to records, writing. */
@NullMarked
package org.espalier.nas.experiment.file;

import org.jspecify.annotations.NullMarked;
