INSERT INTO publication (import_id, layout, file, sha256, period_start, period_end)
VALUES (:import_id, :layout, :file, :sha256, :period_start, :period_end);
