/** Images of data sets as inline pictures of a page. */
@NullMarked
package org.espalier.nas.analysis.picture;

import org.jspecify.annotations.NullMarked;
