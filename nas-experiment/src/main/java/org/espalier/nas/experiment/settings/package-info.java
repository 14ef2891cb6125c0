/** The settings of components: the keys of config records with their types. */
@NullMarked
package org.espalier.nas.experiment.settings;

import org.jspecify.annotations.NullMarked;
