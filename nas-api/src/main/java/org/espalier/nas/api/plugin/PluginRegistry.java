package org.espalier.nas.api.plugin;

/** Where a plugin says what it brings. */
public interface PluginRegistry {

  /**
   * Registers a component.
   *
   * @param kind what it is
   * @param type the id by which experiment files name it: lower case, digits and hyphens
   * @param implementation a class with one constructor marked {@code @Inject}, which may ask for
   *     the config record, {@code SearchSpace}, {@code RandomStreams}, {@code DatasetInfo}, {@code
   *     Fidelity} (the full one of the experiment), {@code PolicyNetwork.Factory}, {@code
   *     RunFolder} and any {@linkplain #service service}; its {@link Description} is shown in
   *     listings
   * @param config the record to which the component's keys are bound; its components carry {@link
   *     Default} and {@link Description}, its compact constructor checks the values and throws
   *     {@link org.espalier.nas.api.InvalidSettingException}
   * @throws org.espalier.nas.api.NasException if the id is taken or malformed
   */
  <T> void component(
      ComponentKind<T> kind,
      String type,
      Class<? extends T> implementation,
      Class<? extends Record> config);

  /**
   * Offers an object that components of one study share, created once by injection.
   *
   * <p>If it is a {@link org.espalier.nas.api.evaluation.StudyListener} it is told what happens; if
   * it is {@link AutoCloseable} it is closed with the study.
   *
   * @param service the type that constructors ask for
   * @param implementation a class with one constructor marked {@code @Inject}
   */
  <T> void service(Class<T> service, Class<? extends T> implementation);
}
