/**
 * Search spaces as sequential decision processes: a {@link org.espalier.nas.api.space.SearchSpace}
 * asks one {@link org.espalier.nas.api.space.Decision} after the other, and the choices made are an
 * {@link org.espalier.nas.api.space.Architecture}.
 */
@NullMarked
package org.espalier.nas.api.space;

import org.jspecify.annotations.NullMarked;
