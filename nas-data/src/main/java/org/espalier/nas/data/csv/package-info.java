/** The user's own data sets in text files. */
@NullMarked
package org.espalier.nas.data.csv;

import org.jspecify.annotations.NullMarked;
