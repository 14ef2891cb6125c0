/** Tables of raw columns and how they are read from text files. */
@NullMarked
package org.espalier.nas.data.table;

import org.jspecify.annotations.NullMarked;
