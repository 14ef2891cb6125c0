package org.espalier.nas.postgresql;

import org.espalier.nas.engine.store.StudyRepository;
import org.espalier.nas.engine.store.StudyRepositoryContract;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresStudyRepositoryContractTest extends StudyRepositoryContract {

  private final PostgresServer.Running server;

  PostgresStudyRepositoryContractTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  protected StudyRepository repository() {
    return server.repository(server.newDatabase(), server.port(), Timing.standard());
  }
}
