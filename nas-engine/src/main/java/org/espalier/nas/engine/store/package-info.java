/** Journals and repositories of studies, and those in memory. */
@NullMarked
package org.espalier.nas.engine.store;

import org.jspecify.annotations.NullMarked;
