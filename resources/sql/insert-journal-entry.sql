INSERT INTO journal_entry (action_id, kind, subject, body, words, written_at, written_by)
VALUES (:action_id, :kind, :subject, :body, :words, :written_at, :written_by);
