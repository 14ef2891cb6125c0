/**
 * Parts of experiments on the machines of a cluster: trials, whole searches, checks of machines.
 */
@NullMarked
package org.espalier.nas.experiment.cluster;

import org.jspecify.annotations.NullMarked;
