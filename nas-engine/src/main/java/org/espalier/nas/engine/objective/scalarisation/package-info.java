/** Functions from the values of several objectives to one reward. */
@NullMarked
package org.espalier.nas.engine.objective.scalarisation;

import org.jspecify.annotations.NullMarked;
