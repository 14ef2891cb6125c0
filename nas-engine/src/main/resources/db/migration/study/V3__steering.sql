-- Commands of people that the study has taken, in order. "command" is JSON.
CREATE TABLE steering (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  number INTEGER NOT NULL,
  request TEXT NOT NULL,
  at BIGINT NOT NULL,
  command TEXT NOT NULL,
  place INTEGER NOT NULL,
  trial INTEGER,
  refusal TEXT,
  PRIMARY KEY (study_id, number),
  UNIQUE (study_id, request)
) ${clustered};

-- Commands that wait until the study takes them. Studies in files have theirs in files beside them.
CREATE TABLE steering_requests (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  number INTEGER NOT NULL,
  id TEXT NOT NULL,
  at BIGINT NOT NULL,
  command TEXT NOT NULL,
  place INTEGER,
  PRIMARY KEY (study_id, number),
  UNIQUE (study_id, id)
) ${clustered};

-- Name of the worker that started the trial last.
ALTER TABLE trials ADD COLUMN worker TEXT;
