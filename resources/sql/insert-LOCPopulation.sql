INSERT INTO LOCPopulation (
  list_id, line, Area, GroupType, "Group", Population, PrevalencePct, PrevalenceSource, PopulationSource,
  OrgIDProv)
VALUES (
  :list_id, :line, :Area, :GroupType, :Group, :Population, :PrevalencePct, :PrevalenceSource,
  :PopulationSource, :OrgIDProv);
