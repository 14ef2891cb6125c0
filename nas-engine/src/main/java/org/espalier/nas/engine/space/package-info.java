/** Search spaces that a study narrows. */
@NullMarked
package org.espalier.nas.engine.space;

import org.jspecify.annotations.NullMarked;
