/** What settings there are: the keys of config records, with what they may hold. */
@NullMarked
package org.espalier.nas.experiment.settings;

import org.jspecify.annotations.NullMarked;
