-- One study a database. SQLite and PostgreSQL both take this; ${binary} is BLOB or BYTEA.

CREATE TABLE study (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  seed BIGINT NOT NULL,
  yaml TEXT NOT NULL,
  yaml_sha256 TEXT NOT NULL,
  created_at BIGINT NOT NULL
);

CREATE TABLE provenance (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

-- A session is one process's work on the study; one without an end was killed.
CREATE TABLE sessions (
  number INTEGER PRIMARY KEY,
  started_at BIGINT NOT NULL,
  ended_at BIGINT,
  ending TEXT
);

CREATE TABLE trials (
  number INTEGER PRIMARY KEY,
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
  reward DOUBLE PRECISION,
  asked_at BIGINT NOT NULL,
  started_at BIGINT,
  finished_at BIGINT
);

-- A value that is not a number is NULL. A step at which nothing was measured has one row with an empty name.
CREATE TABLE measurements (
  trial INTEGER NOT NULL REFERENCES trials (number),
  step INTEGER NOT NULL,
  metric TEXT NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (trial, step, metric)
);

CREATE TABLE facts (
  trial INTEGER NOT NULL REFERENCES trials (number),
  name TEXT NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (trial, name)
);

CREATE TABLE times (
  trial INTEGER NOT NULL REFERENCES trials (number),
  phase TEXT NOT NULL,
  nanos BIGINT NOT NULL,
  PRIMARY KEY (trial, phase)
);

-- What the controller said about itself after it was told the result of the trial.
CREATE TABLE diagnostics (
  trial INTEGER NOT NULL REFERENCES trials (number),
  name TEXT NOT NULL,
  value DOUBLE PRECISION,
  PRIMARY KEY (trial, name)
);

-- The controller after the last ask that gave proposals: all trials up to "asked" had been proposed,
-- the results of all up to "told" had been told.
CREATE TABLE controller_snapshot (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  asked INTEGER NOT NULL,
  told INTEGER NOT NULL,
  bytes ${binary} NOT NULL
);
