/** Images with labels, and the files that hold them. */
@NullMarked
package org.espalier.nas.data.image;

import org.jspecify.annotations.NullMarked;
