package org.espalier.nas.engine.artifact;

import org.espalier.nas.api.storage.ArtifactStore;

/**
 * Provider of artifact stores of one kind. Implementations are found by {@link
 * java.util.ServiceLoader}, so that a client's libraries reach only those who ask for them.
 */
public interface ArtifactStoreProvider {

  /**
   * Returns true if the address is of this kind.
   *
   * @param url an address without credentials, such as {@code s3://bucket/prefix}
   */
  boolean serves(String url);

  /**
   * Returns the store of the contents below a part of a place, which is connected to when the store
   * is first used.
   *
   * @param url an address that {@link #serves} takes
   * @param part names separated by slashes, such as the key of a run
   * @throws org.espalier.nas.api.InvalidSettingException if the address is invalid
   */
  ArtifactStore at(String url, String part);
}
