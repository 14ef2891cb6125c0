/** The statistical test behind the gates. */
@NullMarked
package org.espalier.nas.testkit.statistics;

import org.jspecify.annotations.NullMarked;
