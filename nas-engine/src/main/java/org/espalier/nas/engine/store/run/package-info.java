/** Run folders, and the studies that they have or name. */
@NullMarked
package org.espalier.nas.engine.store.run;

import org.jspecify.annotations.NullMarked;
