/**
 * Contract suites: abstract JUnit classes that a plugin's tests extend to check its components like
 * the built-in ones.
 */
@NullMarked
package org.espalier.nas.testkit;

import org.jspecify.annotations.NullMarked;
