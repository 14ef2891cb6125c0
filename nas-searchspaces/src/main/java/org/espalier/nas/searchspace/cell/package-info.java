/** Networks that repeat a normal and a reduction cell, both of which are searched. */
@NullMarked
package org.espalier.nas.searchspace.cell;

import org.jspecify.annotations.NullMarked;
