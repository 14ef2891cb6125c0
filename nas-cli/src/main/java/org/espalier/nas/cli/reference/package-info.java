/** The available components and their settings, as text and as trees. */
@NullMarked
package org.espalier.nas.cli.reference;

import org.jspecify.annotations.NullMarked;
