-- SQLite and PostgreSQL both take this. ${binary} is BLOB or BYTEA; ${clustered} is WITHOUT ROWID or nothing.
-- Every table and column is described in docs/store.md. Times are milliseconds since 1970-01-01T00:00Z.

CREATE TABLE studies (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  seed BIGINT NOT NULL,
  yaml TEXT NOT NULL,
  yaml_sha256 TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE provenance (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  name TEXT NOT NULL,
  value TEXT NOT NULL,
  PRIMARY KEY (study_id, name)
) ${clustered};

CREATE TABLE sessions (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  number INTEGER NOT NULL,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  ending TEXT,
  PRIMARY KEY (study_id, number)
) ${clustered};

-- One row for each call of the controller's ask up to the last one that returned proposals.
CREATE TABLE asks (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  told INTEGER NOT NULL,
  requested INTEGER NOT NULL,
  proposed INTEGER NOT NULL,
  PRIMARY KEY (study_id, told)
) ${clustered};

CREATE TABLE trials (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  number INTEGER NOT NULL,
  architecture TEXT NOT NULL,
  choices TEXT NOT NULL,
  epochs INTEGER NOT NULL,
  data_fraction DOUBLE PRECISION NOT NULL,
  parent INTEGER,
  predicted DOUBLE PRECISION,
  seed BIGINT NOT NULL,
  informed_by INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('ASKED', 'COMPLETED', 'STOPPED', 'FAILED')),
  attempts INTEGER NOT NULL,
  cause TEXT,
  message TEXT,
  trace TEXT,
  reward DOUBLE PRECISION,
  asked_at BIGINT NOT NULL,
  started_at BIGINT,
  finished_at BIGINT,
  PRIMARY KEY (study_id, number)
) ${clustered};

-- The names of metrics, facts and diagnostics, each stored once for a study.
CREATE TABLE metrics (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  id INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (study_id, id),
  UNIQUE (study_id, name)
) ${clustered};

-- NULL is NaN. A step without metrics has one row, whose metric has an empty name.
CREATE TABLE measurements (
  study_id INTEGER NOT NULL,
  trial INTEGER NOT NULL,
  step INTEGER NOT NULL,
  metric INTEGER NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (study_id, trial, step, metric),
  FOREIGN KEY (study_id, trial) REFERENCES trials (study_id, number)
) ${clustered};

CREATE TABLE facts (
  study_id INTEGER NOT NULL,
  trial INTEGER NOT NULL,
  metric INTEGER NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (study_id, trial, metric),
  FOREIGN KEY (study_id, trial) REFERENCES trials (study_id, number)
) ${clustered};

CREATE TABLE times (
  study_id INTEGER NOT NULL,
  trial INTEGER NOT NULL,
  phase TEXT NOT NULL,
  nanos BIGINT NOT NULL,
  PRIMARY KEY (study_id, trial, phase),
  FOREIGN KEY (study_id, trial) REFERENCES trials (study_id, number)
) ${clustered};

CREATE TABLE diagnostics (
  study_id INTEGER NOT NULL,
  trial INTEGER NOT NULL,
  metric INTEGER NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (study_id, trial, metric),
  FOREIGN KEY (study_id, trial) REFERENCES trials (study_id, number)
) ${clustered};

-- The controller after the ask at which the trials up to "asked" had been proposed and the results up to "told" told.
CREATE TABLE controller_snapshots (
  study_id INTEGER PRIMARY KEY REFERENCES studies (id),
  asked INTEGER NOT NULL,
  told INTEGER NOT NULL,
  bytes ${binary} NOT NULL
);

CREATE VIEW trial_measurements AS
  SELECT m.study_id, m.trial, m.step, n.name AS metric, m.value
  FROM measurements m JOIN metrics n ON n.study_id = m.study_id AND n.id = m.metric
  WHERE n.name <> '';

CREATE VIEW trial_facts AS
  SELECT f.study_id, f.trial, n.name AS fact, f.value
  FROM facts f JOIN metrics n ON n.study_id = f.study_id AND n.id = f.metric;

CREATE VIEW controller_diagnostics AS
  SELECT d.study_id, d.trial, n.name AS diagnostic, d.value
  FROM diagnostics d JOIN metrics n ON n.study_id = d.study_id AND n.id = d.metric;
