/** Where a study is kept: one SQLite file in its run folder, and the folders of all runs. */
@NullMarked
package org.espalier.nas.engine.store;

import org.jspecify.annotations.NullMarked;
