-- All that is held for one provider and month, what counts now first, the running import left out.
SELECT s.submission_id, s.import_id, s.created
  FROM submission AS s
  JOIN import AS i ON i.import_id = s.import_id
 WHERE s.provider = :provider
   AND s.period_start = :period_start
   AND s.import_id <> :import_id
   AND i.undone_at IS NULL
 ORDER BY s.created DESC, s.submission_id DESC;
