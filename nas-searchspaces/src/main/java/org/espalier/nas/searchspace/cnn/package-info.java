/** Convolutional networks whose layers stand one after the other. */
@NullMarked
package org.espalier.nas.searchspace.cnn;

import org.jspecify.annotations.NullMarked;
