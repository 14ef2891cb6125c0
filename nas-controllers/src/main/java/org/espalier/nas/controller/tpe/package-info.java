/** The tree-structured Parzen estimator. */
@NullMarked
package org.espalier.nas.controller.tpe;

import org.jspecify.annotations.NullMarked;
