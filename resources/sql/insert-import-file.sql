INSERT INTO import_file (
  import_id, position, submission_id, list_id, table_name, file, bytes, sha256, rows_read, rows_kept, rows_rejected,
  warnings, first_row, last_row)
VALUES (
  :import_id, :position, :submission_id, :list_id, :table_name, :file, :bytes, :sha256, :rows_read, :rows_kept,
  :rows_rejected, :warnings, :first_row, :last_row);
