/** The settings of gradient descent that candidates and policy networks share. */
@NullMarked
package org.espalier.nas.api.training;

import org.jspecify.annotations.NullMarked;
