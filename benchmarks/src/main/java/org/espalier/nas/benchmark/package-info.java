/** Benchmarks of time-critical code with JMH. */
@NullMarked
package org.espalier.nas.benchmark;

import org.jspecify.annotations.NullMarked;
