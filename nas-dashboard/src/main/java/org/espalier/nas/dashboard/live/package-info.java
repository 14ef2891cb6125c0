/** Stored and running studies as the page follows them. */
@NullMarked
package org.espalier.nas.dashboard.live;

import org.jspecify.annotations.NullMarked;
