package org.espalier.nas.engine.table;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that were read so far: one that several searches use is read once. */
@Singleton
public final class TableLibrary {
  private final Map<String, BenchmarkTable> tables = new ConcurrentHashMap<>();

  /** Creates a library that has read nothing. */
  @Inject
  public TableLibrary() {}

  /**
   * A table; read anew if its file has changed.
   *
   * @throws TableException if it cannot be used
   * @throws org.espalier.nas.api.InvalidSettingException if it is not there
   */
  public BenchmarkTable table(TableSource source) {
    return tables.computeIfAbsent(source.stamp(), stamp -> source.read());
  }
}
