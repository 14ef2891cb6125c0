package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;

/** A registry for the components of a plugin. */
@API(status = MAINTAINED, since = "0.1")
public interface PluginRegistry {

  /**
   * Registers a component.
   *
   * <p>Its constructor may ask for these types, and for no others:
   *
   * <ul>
   *   <li>its own config record, bound from the experiment file;
   *   <li>{@link org.espalier.nas.api.random.RandomStreams}, from which all of its random draws
   *       come;
   *   <li>{@link org.espalier.nas.api.space.SearchSpace}, {@link
   *       org.espalier.nas.api.evaluation.Reward}, {@link
   *       org.espalier.nas.api.evaluation.StoppingRule}, {@link
   *       org.espalier.nas.api.controller.Controller} and {@link
   *       org.espalier.nas.api.evaluation.Evaluator} of the experiment; no two components may need
   *       each other, so a controller cannot ask for itself;
   *   <li>{@link org.espalier.nas.api.objective.Objectives}: the objectives and constraints of the
   *       experiment; not for an objective itself;
   *   <li>{@link org.espalier.nas.api.data.Dataset} and {@link
   *       org.espalier.nas.api.data.DatasetInfo}; an experiment without {@code dataset} is then
   *       rejected;
   *   <li>{@link org.espalier.nas.api.trial.Fidelity}: the full fidelity that the evaluator's
   *       settings define;
   *   <li>{@link RunFolder}, a place for files on the machine that runs the search;
   *   <li>{@link org.espalier.nas.api.storage.ArtifactStore}, for files that a trial leaves for
   *       later ones, which other machines may evaluate;
   *   <li>{@link org.espalier.nas.api.data.DownloadListener}, to report the progress of its
   *       downloads;
   *   <li>{@link org.espalier.nas.api.policy.PolicyNetwork.Factory}, which the TensorFlow backend
   *       provides;
   *   <li>{@link org.espalier.nas.api.evaluation.EvaluatorSettings}: the properties of the
   *       evaluator;
   *   <li>{@link org.espalier.nas.api.network.LayerImplementations}, which plugins registered;
   *   <li>any other {@linkplain #service service};
   *   <li>{@code jakarta.inject.Provider} of any of these, to create it later.
   * </ul>
   *
   * <p>Each component is created once for a run, except the evaluator, which is created once for
   * each worker. {@link AutoCloseable} objects are closed at the end, in the reverse order of
   * creation.
   *
   * @param <T> the kind's interface
   * @param kind the place that the component fills
   * @param type the id that names it in experiment files: words of lower-case letters and digits,
   *     the first beginning with a letter, joined by hyphens
   * @param implementation a class with one constructor marked {@code jakarta.inject.Inject}; its
   *     {@link Description} is shown in listings
   * @param config the record to which the component's keys are bound. Its components carry {@link
   *     Default} and {@link Description}, its numbers a {@link Range}; its compact constructor
   *     checks conditions that no range can express and throws {@link
   *     org.espalier.nas.api.InvalidSettingException}. {@link NoSettings} if there are none
   * @throws org.espalier.nas.api.NasException if the id is malformed, or taken for this kind
   */
  <T> void component(
      ComponentKind<T> kind,
      String type,
      Class<? extends T> implementation,
      Class<? extends Record> config);

  /**
   * Registers an object that the components of one study share, created once by injection.
   *
   * <p>It is created only if a component, or a service that one uses, asks for it. Its constructor
   * may ask for the same types as a component's, but a config record only if it belongs to a
   * component in use. A {@link org.espalier.nas.api.evaluation.StudyListener} receives the events
   * of the study; an {@link AutoCloseable} is closed with the study.
   *
   * <p>An implementation marked {@code jakarta.inject.Singleton} is created once for all studies of
   * the process, such as a store of files that many searches read. Its constructor has no
   * parameters; it receives no events and is not closed.
   *
   * @param <T> the service's type
   * @param service the type that constructors ask for
   * @param implementation a class with one constructor marked {@code jakarta.inject.Inject}; may be
   *     {@code service} itself
   * @throws org.espalier.nas.api.NasException if the service is already registered
   */
  <T> void service(Class<T> service, Class<? extends T> implementation);

  /**
   * Registers the class with which a backend builds the layers of a record that is not {@link
   * org.espalier.nas.api.network.ComposedLayer composed}.
   *
   * <p>For TensorFlow it implements {@code org.espalier.nas.tf.layer.LayerBuilder}, which is
   * visible to a plugin if its jar's manifest contains {@code Espalier-Backend: tensorflow}.
   *
   * @param <L> the record
   * @param layer the record that describes the layer
   * @param implementation a public class with a public constructor without parameters
   * @throws org.espalier.nas.api.NasException if no backend supports such a class, or the layer has
   *     one already
   */
  <L extends LayerSpec> void layer(
      Class<L> layer, Class<? extends LayerImplementation<L>> implementation);
}
