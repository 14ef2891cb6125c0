package org.espalier.nas.data.prepare;

import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Task;

/**
 * The prepared examples of one division of the data.
 *
 * @param task the kind of prediction; that of a regression has the fitted scale of the targets
 * @param input the derivation of the inputs, fitted to the training part
 * @param examples the examples of each part
 */
record PreparedParts(Task task, PreparedInput input, PerPart<Examples> examples) {}
