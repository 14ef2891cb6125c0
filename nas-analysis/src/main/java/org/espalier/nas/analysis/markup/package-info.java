/** Markup, number formats and JSON for pages. */
@NullMarked
package org.espalier.nas.analysis.markup;

import org.jspecify.annotations.NullMarked;
