/** Makes projects for people who write plugins. */
@NullMarked
package org.espalier.nas.experiment.author;

import org.jspecify.annotations.NullMarked;
