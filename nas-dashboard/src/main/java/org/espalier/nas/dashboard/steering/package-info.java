/** Commands of people to studies, sent from the page. */
@NullMarked
package org.espalier.nas.dashboard.steering;

import org.jspecify.annotations.NullMarked;
