-- One row for each study: who may write it. A process that finds another token here has lost the study.
-- entry is the number of the last transaction of this token, by which a process whose connection broke during a
-- commit learns whether the transaction was committed.
CREATE TABLE IF NOT EXISTS leases (
  study_id INTEGER PRIMARY KEY REFERENCES studies (id),
  token BIGINT NOT NULL,
  holder TEXT,
  expires_at TIMESTAMPTZ,
  entry BIGINT NOT NULL
);
