/** How good the searches of controllers are, measured on problems whose optimum is known. */
@NullMarked
package org.espalier.nas.benchmark.quality;

import org.jspecify.annotations.NullMarked;
