/** The search space of NAS-Bench-201. */
@NullMarked
package org.espalier.nas.searchspace.nasbench201;

import org.jspecify.annotations.NullMarked;
