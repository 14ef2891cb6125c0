/** Studies in SQLite files. */
@NullMarked
package org.espalier.nas.engine.store.sqlite;

import org.jspecify.annotations.NullMarked;
