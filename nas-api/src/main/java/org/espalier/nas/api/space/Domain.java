package org.espalier.nas.api.space;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** The set of values from which one decision is made. */
@API(status = MAINTAINED, since = "0.1")
public sealed interface Domain permits Categorical, IntegerRange, RealRange {}
