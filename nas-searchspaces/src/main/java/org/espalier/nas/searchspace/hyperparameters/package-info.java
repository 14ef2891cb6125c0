/**
 * Hyper-parameters as decisions: parameters with conditions and constraints, alone or beside the
 * decisions of another search space.
 */
@NullMarked
package org.espalier.nas.searchspace.hyperparameters;

import org.jspecify.annotations.NullMarked;
