/** The views of a study and of its trials that need more than their rows. */
@NullMarked
package org.espalier.nas.dashboard.view;

import org.jspecify.annotations.NullMarked;
