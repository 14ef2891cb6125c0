/** Numbers of studies for Prometheus. */
@NullMarked
package org.espalier.nas.dashboard.metrics;

import org.jspecify.annotations.NullMarked;
