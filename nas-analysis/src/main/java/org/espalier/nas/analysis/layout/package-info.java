/** Layered placement of directed acyclic graphs. */
@NullMarked
package org.espalier.nas.analysis.layout;

import org.jspecify.annotations.NullMarked;
