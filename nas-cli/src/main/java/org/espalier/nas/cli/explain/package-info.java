/** What a search will do, said before anything runs. */
@NullMarked
package org.espalier.nas.cli.explain;

import org.jspecify.annotations.NullMarked;
