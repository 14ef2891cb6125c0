/** Logging of the program: a file for each run, warnings of libraries on standard error. */
@NullMarked
package org.espalier.nas.cli.logging;

import org.jspecify.annotations.NullMarked;
