/** Journals and repositories of studies, in SQLite and in memory, and the layout of run folders. */
@NullMarked
package org.espalier.nas.engine.store;

import org.jspecify.annotations.NullMarked;
