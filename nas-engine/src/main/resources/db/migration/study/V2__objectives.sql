-- The objectives that an experiment states; none if its reward is the only one.
CREATE TABLE objectives (
  study_id INTEGER NOT NULL REFERENCES studies (id),
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('MAXIMIZE', 'MINIMIZE')),
  unit TEXT NOT NULL,
  reference DOUBLE PRECISION,
  reproducible INTEGER NOT NULL,
  PRIMARY KEY (study_id, number)
) ${clustered};

CREATE TABLE objective_values (
  study_id INTEGER NOT NULL,
  trial INTEGER NOT NULL,
  objective INTEGER NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (study_id, trial, objective),
  FOREIGN KEY (study_id, trial) REFERENCES trials (study_id, number)
) ${clustered};

CREATE VIEW trial_objectives AS
  SELECT v.study_id, v.trial, o.name AS objective, v.value
  FROM objective_values v JOIN objectives o ON o.study_id = v.study_id AND o.number = v.objective;
