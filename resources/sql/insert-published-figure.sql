INSERT INTO published_figure (
  publication_id, position, line, level, organisation, name, commissioner, period_start, period_end, measure, variable,
  group_name, value)
VALUES (
  :publication_id, :position, :line, :level, :organisation, :name, :commissioner, :period_start, :period_end, :measure,
  :variable, :group_name, :value);
