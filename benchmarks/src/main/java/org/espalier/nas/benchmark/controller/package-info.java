/** Measurements of the time that controllers take. */
@NullMarked
package org.espalier.nas.benchmark.controller;

import org.jspecify.annotations.NullMarked;
