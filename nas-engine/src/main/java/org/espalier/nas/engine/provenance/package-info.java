/** Inputs of results besides the experiment file: versions, hashes, the machine. */
@NullMarked
package org.espalier.nas.engine.provenance;

import org.jspecify.annotations.NullMarked;
