/** The components that the plugins on the class path bring. */
@NullMarked
package org.espalier.nas.experiment.plugin;

import org.jspecify.annotations.NullMarked;
