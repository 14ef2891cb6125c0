/** What a search will do, said before anything runs. */
@NullMarked
package org.espalier.nas.experiment.explain;

import org.jspecify.annotations.NullMarked;
