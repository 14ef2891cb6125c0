/** Data sets drawn from a seed without a file. */
@NullMarked
package org.espalier.nas.data.generate;

import org.jspecify.annotations.NullMarked;
