package org.espalier.nas.api.space;

/** The set of values from which one decision is made. */
public sealed interface Domain permits Categorical, IntegerRange, RealRange {}
