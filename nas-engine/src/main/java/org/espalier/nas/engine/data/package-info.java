/** The dataset components that come with Espalier. */
@NullMarked
package org.espalier.nas.engine.data;

import org.jspecify.annotations.NullMarked;
