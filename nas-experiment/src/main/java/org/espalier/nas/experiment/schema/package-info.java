/** The JSON Schema of experiment files, with which editors complete and check them. */
@NullMarked
package org.espalier.nas.experiment.schema;

import org.jspecify.annotations.NullMarked;
