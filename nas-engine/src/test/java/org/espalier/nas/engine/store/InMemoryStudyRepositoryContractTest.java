package org.espalier.nas.engine.store;

class InMemoryStudyRepositoryContractTest extends StudyRepositoryContract {

  @Override
  protected StudyRepository repository() {
    return new InMemoryStudyRepository();
  }
}
