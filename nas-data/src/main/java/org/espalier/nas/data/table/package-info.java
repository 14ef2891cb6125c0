/** Tables of raw columns and a reader of text files. */
@NullMarked
package org.espalier.nas.data.table;

import org.jspecify.annotations.NullMarked;
