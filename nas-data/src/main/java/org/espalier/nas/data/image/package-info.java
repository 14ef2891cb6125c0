/** Images with labels and their files. */
@NullMarked
package org.espalier.nas.data.image;

import org.jspecify.annotations.NullMarked;
