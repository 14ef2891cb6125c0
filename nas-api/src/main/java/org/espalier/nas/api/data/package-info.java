/**
 * Data as a search sees them: a {@link org.espalier.nas.api.data.Dataset} gives examples in three
 * parts, says what is predicted and from which features, and warns of what it found.
 */
@NullMarked
package org.espalier.nas.api.data;

import org.jspecify.annotations.NullMarked;
