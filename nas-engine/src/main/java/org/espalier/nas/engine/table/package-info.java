/**
 * Tabular benchmarks: what every architecture of a finite space achieved with several seeds, kept
 * in a file, so that searches can be compared without training anything.
 */
@NullMarked
package org.espalier.nas.engine.table;

import org.jspecify.annotations.NullMarked;
