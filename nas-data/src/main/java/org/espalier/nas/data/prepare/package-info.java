/** The preparation of raw data: labels, split, encoding, scaling. */
@NullMarked
package org.espalier.nas.data.prepare;

import org.jspecify.annotations.NullMarked;
