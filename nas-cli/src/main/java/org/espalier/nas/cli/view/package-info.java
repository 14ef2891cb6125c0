/** Runs, trials, replays and comparisons as text for a terminal and as trees for JSON. */
@NullMarked
package org.espalier.nas.cli.view;

import org.jspecify.annotations.NullMarked;
