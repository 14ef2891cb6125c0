package org.espalier.nas.engine.table;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A cache of tables, which reads a table of several searches once. */
@Singleton
public final class TableLibrary {
  private final Map<String, BenchmarkTable> tables = new ConcurrentHashMap<>();

  /** Creates an empty library. */
  @Inject
  public TableLibrary() {}

  /**
   * Returns a table, which is read again if its file has changed.
   *
   * @throws TableException if it cannot be used
   * @throws org.espalier.nas.api.InvalidSettingException if it does not exist
   */
  public BenchmarkTable table(TableSource source) {
    return tables.computeIfAbsent(source.stamp(), stamp -> source.read());
  }
}
