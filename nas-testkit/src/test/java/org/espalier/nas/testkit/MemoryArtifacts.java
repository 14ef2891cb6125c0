package org.espalier.nas.testkit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.espalier.nas.api.storage.ArtifactException;
import org.espalier.nas.api.storage.ArtifactException.Action;
import org.espalier.nas.api.storage.ArtifactKey;
import org.espalier.nas.api.storage.ArtifactStore;
import org.espalier.nas.api.storage.AtomicFile;
import org.espalier.nas.api.storage.IoReason;

/** Artifacts in memory; subclasses have one fault each. */
class MemoryArtifacts implements ArtifactStore {
  final ConcurrentNavigableMap<String, byte[]> contents;

  MemoryArtifacts(ConcurrentNavigableMap<String, byte[]> contents) {
    this.contents = contents;
  }

  MemoryArtifacts() {
    this(new ConcurrentSkipListMap<>());
  }

  @Override
  public void write(String key, AtomicFile.Content content) {
    ArtifactKey.requireValid(key);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      content.writeTo(out);
    } catch (IOException error) {
      throw failed(key, Action.WRITTEN, error);
    }
    contents.put(key, out.toByteArray());
  }

  @Override
  public <T> Optional<T> read(String key, Reader<T> reader) {
    ArtifactKey.requireValid(key);
    byte[] content = contents.get(key);
    try {
      return content == null
          ? Optional.empty()
          : Optional.of(reader.read(new ByteArrayInputStream(content)));
    } catch (IOException error) {
      throw failed(key, Action.READ, error);
    }
  }

  @Override
  public void delete(String key) {
    contents.remove(ArtifactKey.requireValid(key));
  }

  @Override
  public List<String> keys(String prefix) {
    String beginning = ArtifactKey.requireValid(prefix) + "/";
    return contents.keySet().stream().filter(key -> key.startsWith(beginning)).toList();
  }

  @Override
  public String location(String key) {
    return "memory:" + ArtifactKey.requireValid(key);
  }

  ArtifactException failed(String key, Action action, IOException error) {
    return new ArtifactException(key, location(key), action, IoReason.of(error), error);
  }
}
