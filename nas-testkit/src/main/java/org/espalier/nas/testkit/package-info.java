/**
 * Contract suites: abstract JUnit classes that a plugin's tests extend to check its components as
 * the built-in ones are checked.
 */
@NullMarked
package org.espalier.nas.testkit;

import org.jspecify.annotations.NullMarked;
