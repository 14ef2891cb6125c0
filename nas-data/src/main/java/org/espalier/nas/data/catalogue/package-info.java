/** Public data sets by name: where they are, how they are fetched and read. */
@NullMarked
package org.espalier.nas.data.catalogue;

import org.jspecify.annotations.NullMarked;
