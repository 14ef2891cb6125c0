package org.espalier.nas.cli;

import java.util.Optional;
import org.espalier.nas.api.InvalidSettingException;
import org.espalier.nas.engine.store.StoreUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flag that names a database server. */
final class StoreOption {
  static final String VARIABLE = "NAS_STORE";

  @Option(
      names = "--store",
      paramLabel = "URL",
      description =
          "Database server that keeps the studies, such as jdbc:postgresql://host:5432/database"
              + " (also: NAS_STORE). Credentials come from PGUSER, PGPASSWORD or ~/.pgpass.")
  private @Nullable String url;

  /** Returns the address of the flag, or else of the environment; empty if neither has one. */
  Optional<StoreUrl> url(Nas nas) {
    Optional<StoreUrl> flag = flag(nas);
    return flag.isPresent() ? flag : variable(nas);
  }

  /** Returns the address of the flag; empty if it was not given. */
  Optional<StoreUrl> flag(Nas nas) {
    return Optional.ofNullable(url).map(text -> parsed("--store", text, nas.command()));
  }

  /** Returns the address of the environment; empty if it has none. */
  static Optional<StoreUrl> variable(Nas nas) {
    return nas.variable(VARIABLE).map(text -> parsed(VARIABLE, text, nas.command()));
  }

  /**
   * Returns an address.
   *
   * @param origin the flag, variable or parameter that has it
   * @throws ParameterException if it is none, or contains credentials, which the message does not
   *     repeat
   */
  static StoreUrl parsed(String origin, String text, CommandLine command) {
    try {
      return new StoreUrl(text);
    } catch (InvalidSettingException invalid) {
      throw new ParameterException(command, origin + ": " + invalid.getMessage());
    }
  }
}
