/**
 * Tabular benchmarks: stored results of every architecture of a finite space with several seeds, to
 * compare searches without training.
 */
@NullMarked
package org.espalier.nas.engine.table;

import org.jspecify.annotations.NullMarked;
