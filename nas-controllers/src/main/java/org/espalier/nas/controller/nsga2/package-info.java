/** The genetic algorithm NSGA-II. */
@NullMarked
package org.espalier.nas.controller.nsga2;

import org.jspecify.annotations.NullMarked;
