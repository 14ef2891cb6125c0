/** Places for the artifacts of runs: folders, and object stores whose modules are added. */
@NullMarked
package org.espalier.nas.engine.artifact;

import org.jspecify.annotations.NullMarked;
