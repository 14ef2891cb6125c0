/** Plans of searches and comparisons, shown before they run. */
@NullMarked
package org.espalier.nas.cli.explain;

import org.jspecify.annotations.NullMarked;
