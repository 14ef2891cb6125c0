package org.espalier.nas.api.storage;

import java.util.List;
import java.util.Optional;

/** The contents of another store, none of which is deleted. */
final class KeptArtifacts implements ArtifactStore {
  private final ArtifactStore all;

  KeptArtifacts(ArtifactStore all) {
    this.all = all;
  }

  @Override
  public void write(String key, AtomicFile.Content content) {
    all.write(key, content);
  }

  @Override
  public <T> Optional<T> read(String key, Reader<T> reader) {
    return all.read(key, reader);
  }

  @Override
  public void delete(String key) {
    ArtifactKey.requireValid(key);
  }

  @Override
  public List<String> keys(String prefix) {
    return all.keys(prefix);
  }

  @Override
  public String location(String key) {
    return all.location(key);
  }
}
