package org.espalier.nas.api.plugin;

import static org.apiguardian.api.API.Status.MAINTAINED;

import org.apiguardian.api.API;
import org.espalier.nas.api.network.LayerImplementation;
import org.espalier.nas.api.network.LayerSpec;

/** Where a plugin says what it brings. */
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
   *       org.espalier.nas.api.evaluation.Evaluator} of the experiment; as long as no two
   *       components need one another, so that a controller cannot ask for itself;
   *   <li>{@link org.espalier.nas.api.data.Dataset} and {@link
   *       org.espalier.nas.api.data.DatasetInfo}; an experiment without {@code dataset} is then
   *       refused;
   *   <li>{@link org.espalier.nas.api.trial.Fidelity}: the full one, which the evaluator's settings
   *       give;
   *   <li>{@link RunFolder}, in which files may be kept;
   *   <li>{@link org.espalier.nas.api.data.DownloadListener}, to tell how files arrive that it
   *       fetches;
   *   <li>{@link org.espalier.nas.api.policy.PolicyNetwork.Factory}, which the TensorFlow backend
   *       brings;
   *   <li>{@link org.espalier.nas.api.network.LayerImplementations}, which plugins registered;
   *   <li>any other {@linkplain #service service};
   *   <li>{@code jakarta.inject.Provider} of any of these, to have it made later.
   * </ul>
   *
   * <p>Of all components one object is made for each run, only of the evaluator one for each
   * worker. What is {@link AutoCloseable} is closed at the end, in the reverse order of making.
   *
   * @param <T> the kind's interface
   * @param kind the place that the component fills
   * @param type the id by which experiment files name it: words of lower-case letters and digits,
   *     the first beginning with a letter, joined by hyphens
   * @param implementation a class with one constructor marked {@code jakarta.inject.Inject}; its
   *     {@link Description} is shown in listings
   * @param config the record to which the component's keys are bound. Its components carry {@link
   *     Default} and {@link Description}, its numbers a {@link Range}; what no range can say its
   *     compact constructor checks and throws {@link org.espalier.nas.api.InvalidSettingException}.
   *     {@link NoSettings} if there are none
   * @throws org.espalier.nas.api.NasException if the id is malformed, or taken for this kind
   */
  <T> void component(
      ComponentKind<T> kind,
      String type,
      Class<? extends T> implementation,
      Class<? extends Record> config);

  /**
   * Offers an object that components of one study share, created once by injection.
   *
   * <p>It is made only if a component, or a service that one uses, asks for it. Its constructor may
   * ask for what a component's may, but for a config record only if that of a component in use. If
   * it is a {@link org.espalier.nas.api.evaluation.StudyListener} it is told what happens; if it is
   * {@link AutoCloseable} it is closed with the study.
   *
   * <p>An implementation marked {@code jakarta.inject.Singleton} is made once for all studies of
   * the process, such as a store of files that many searches read. Its constructor asks for
   * nothing, and it is neither told of studies nor closed.
   *
   * @param <T> the service's type
   * @param service the type that constructors ask for
   * @param implementation a class with one constructor marked {@code jakarta.inject.Inject}; may be
   *     {@code service} itself
   * @throws org.espalier.nas.api.NasException if the service is there already
   */
  <T> void service(Class<T> service, Class<? extends T> implementation);

  /**
   * Registers the class by which a backend builds the layers of a record, one that is not {@link
   * org.espalier.nas.api.network.ComposedLayer composed}.
   *
   * <p>For TensorFlow it implements {@code org.espalier.nas.tf.layer.LayerBuilder}, which a plugin
   * sees if its jar's manifest says {@code Espalier-Backend: tensorflow}.
   *
   * @param <L> the record
   * @param layer the record that describes the layer
   * @param implementation a public class with a public constructor without parameters
   * @throws org.espalier.nas.api.NasException if no backend builds by such a class, or the layer
   *     has one already
   */
  <L extends LayerSpec> void layer(
      Class<L> layer, Class<? extends LayerImplementation<L>> implementation);
}
