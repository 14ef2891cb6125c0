/**
 * Data as a search sees them: a {@link org.espalier.nas.api.data.Dataset} gives examples in three
 * parts, describes the target and the features, and reports doubtful properties of the data.
 */
@NullMarked
package org.espalier.nas.api.data;

import org.jspecify.annotations.NullMarked;
