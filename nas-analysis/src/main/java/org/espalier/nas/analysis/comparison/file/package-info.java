/** A comparison as files: its page, its figures, and its numbers. */
@NullMarked
package org.espalier.nas.analysis.comparison.file;

import org.jspecify.annotations.NullMarked;
