INSERT INTO submission (import_id, provider, submitter, period_start, period_end, created, version)
VALUES (:import_id, :provider, :submitter, :period_start, :period_end, :created, :version);
