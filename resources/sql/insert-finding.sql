INSERT INTO finding (
  import_id, submission_id, list_id, rule, level, table_name, file, line, field, value, message, referral, patient)
VALUES (
  :import_id, :submission_id, :list_id, :rule, :level, :table_name, :file, :line, :field, :value, :message, :referral,
  :patient);
