/** The search space of NAS-Bench-101. */
@NullMarked
package org.espalier.nas.searchspace.nasbench101;

import org.jspecify.annotations.NullMarked;
