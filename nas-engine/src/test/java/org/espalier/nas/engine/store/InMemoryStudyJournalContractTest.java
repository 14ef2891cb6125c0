package org.espalier.nas.engine.store;

class InMemoryStudyJournalContractTest extends StudyJournalContract {

  @Override
  protected StudyRepository repository() {
    return new InMemoryStudyRepository();
  }
}
