/** The command line. */
@NullMarked
package org.espalier.nas.cli;

import org.jspecify.annotations.NullMarked;
