package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;

/** The config record of a component that has no settings. */
@API(status = MAINTAINED, since = "0.1")
public record NoSettings() {}
