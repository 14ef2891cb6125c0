/**
 * Search spaces as sequential decision processes: a {@link org.espalier.nas.api.space.SearchSpace}
 * asks one {@link org.espalier.nas.api.space.Decision} after another, and the choices form an
 * {@link org.espalier.nas.api.space.Architecture}.
 */
@NullMarked
package org.espalier.nas.api.space;

import org.jspecify.annotations.NullMarked;
