package org.espalier.nas.engine.remote;

/**
 * Description of a study for the processes that evaluate its trials.
 *
 * @param kind the kind of the description, by which a {@link WorkerProvider} is chosen
 * @param content texts that the provider understands, and files for the worker's folder, such as
 *     plugins
 */
public record RemoteStudy(String kind, Bundle content) {}
