/** A run as it is read back from the store: everything that reports and plots show. */
@NullMarked
package org.espalier.nas.analysis.run;

import org.jspecify.annotations.NullMarked;
