/** Data sets of one's own in text files. */
@NullMarked
package org.espalier.nas.data.csv;

import org.jspecify.annotations.NullMarked;
