/** Public data sets by name: their files, downloads and formats. */
@NullMarked
package org.espalier.nas.data.catalogue;

import org.jspecify.annotations.NullMarked;
