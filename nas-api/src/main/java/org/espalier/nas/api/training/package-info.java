/** Settings of gradient-based training that candidate and policy networks share. */
@NullMarked
package org.espalier.nas.api.training;

import org.jspecify.annotations.NullMarked;
