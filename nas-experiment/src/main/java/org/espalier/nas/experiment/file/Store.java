package org.espalier.nas.experiment.file;

import org.espalier.nas.api.plugin.Description;
import org.espalier.nas.engine.store.StoreUrl;

/**
 * The database server that keeps the study of a run. Results do not depend on it.
 *
 * @param url address of the server, without credentials
 */
public record Store(
    @Description(
            "Address of the server, such as jdbc:postgresql://host:5432/database, without"
                + " credentials.")
        String url) {

  /** Checks the address. */
  public Store {
    StoreUrl unused = new StoreUrl(url);
  }

  /** Returns the address. */
  public StoreUrl address() {
    return new StoreUrl(url);
  }
}
