/** The history of a study. */
@NullMarked
package org.espalier.nas.api.study;

import org.jspecify.annotations.NullMarked;
