/** Text, numbers and elements written so that they are safe in HTML, SVG and JSON. */
@NullMarked
package org.espalier.nas.analysis.markup;

import org.jspecify.annotations.NullMarked;
