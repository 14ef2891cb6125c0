/** Rules that end trials early. */
@NullMarked
package org.espalier.nas.engine.stopping;

import org.jspecify.annotations.NullMarked;
