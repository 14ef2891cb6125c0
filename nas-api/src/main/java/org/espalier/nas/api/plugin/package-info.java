/**
 * Registration of plugins' components: a {@link org.espalier.nas.api.plugin.NasPlugin} registers
 * each under a {@link org.espalier.nas.api.plugin.ComponentKind} and an id, with a config record
 * whose annotations give each setting's default, range and meaning.
 */
@NullMarked
package org.espalier.nas.api.plugin;

import org.jspecify.annotations.NullMarked;
