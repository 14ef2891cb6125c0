/** Prepared data that are kept, within the process and on the disk. */
@NullMarked
package org.espalier.nas.data.cache;

import org.jspecify.annotations.NullMarked;
