/** Data sets that are drawn from a seed and need no file. */
@NullMarked
package org.espalier.nas.data.generate;

import org.jspecify.annotations.NullMarked;
