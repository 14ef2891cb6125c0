package org.espalier.nas.postgresql;

import org.espalier.nas.engine.store.StudyJournalContract;
import org.espalier.nas.engine.store.StudyRepository;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresServer.class)
class PostgresStudyJournalContractTest extends StudyJournalContract {

  private final PostgresServer.Running server;

  PostgresStudyJournalContractTest(PostgresServer.Running server) {
    this.server = server;
  }

  @Override
  protected StudyRepository repository() {
    return server.repository(server.newDatabase(), server.port(), Timing.standard());
  }
}
