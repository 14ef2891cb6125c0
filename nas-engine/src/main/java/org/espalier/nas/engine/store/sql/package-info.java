/**
 * Tables of studies, which are the same in SQLite and in database servers. For implementations of
 * {@link org.espalier.nas.engine.store.StudyRepository}.
 */
@NullMarked
package org.espalier.nas.engine.store.sql;

import org.jspecify.annotations.NullMarked;
