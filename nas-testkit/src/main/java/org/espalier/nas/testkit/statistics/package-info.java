/** The test by which the gates judge. */
@NullMarked
package org.espalier.nas.testkit.statistics;

import org.jspecify.annotations.NullMarked;
