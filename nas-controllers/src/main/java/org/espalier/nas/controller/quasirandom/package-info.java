/** Search along low-discrepancy sequences. */
@NullMarked
package org.espalier.nas.controller.quasirandom;

import org.jspecify.annotations.NullMarked;
