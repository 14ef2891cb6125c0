/** Apache Spark as the place where trials are evaluated. */
@NullMarked
package org.espalier.nas.spark;

import org.jspecify.annotations.NullMarked;
