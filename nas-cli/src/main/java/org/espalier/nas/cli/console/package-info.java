/** The terminal: streams, signals, colours, tables, and progress displays. */
@NullMarked
package org.espalier.nas.cli.console;

import org.jspecify.annotations.NullMarked;
