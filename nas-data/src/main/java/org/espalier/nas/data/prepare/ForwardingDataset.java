package org.espalier.nas.data.prepare;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.List;
import org.apiguardian.api.API;
import org.espalier.nas.api.data.Dataset;
import org.espalier.nas.api.data.DatasetInfo;
import org.espalier.nas.api.data.Examples;
import org.espalier.nas.api.data.Finding;
import org.espalier.nas.api.data.Part;

/** A data set component whose constructor prepares another data set and forwards to it. */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ForwardingDataset implements Dataset {
  private final Dataset delegate;

  /** Creates a component that forwards to this data set. */
  protected ForwardingDataset(Dataset delegate) {
    this.delegate = delegate;
  }

  @Override
  public final DatasetInfo info() {
    return delegate.info();
  }

  @Override
  public final Examples examples(Part part) {
    return delegate.examples(part);
  }

  @Override
  public final List<Dataset> folds() {
    return delegate.folds();
  }

  @Override
  public final List<Finding> audit() {
    return delegate.audit();
  }
}
