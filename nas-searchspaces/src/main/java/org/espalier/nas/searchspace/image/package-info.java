/** Parts that search spaces of networks for images share. */
@NullMarked
package org.espalier.nas.searchspace.image;

import org.jspecify.annotations.NullMarked;
