/** Statistics that tests of components and comparisons share. */
@NullMarked
package org.espalier.nas.api.statistics;

import org.jspecify.annotations.NullMarked;
