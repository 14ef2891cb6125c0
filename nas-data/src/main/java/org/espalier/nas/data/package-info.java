/** The dataset components that come with Espalier. */
@NullMarked
package org.espalier.nas.data;

import org.jspecify.annotations.NullMarked;
