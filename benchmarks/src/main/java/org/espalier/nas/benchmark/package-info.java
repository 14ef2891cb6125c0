/** What must be fast, measured with JMH. */
@NullMarked
package org.espalier.nas.benchmark;

import org.jspecify.annotations.NullMarked;
