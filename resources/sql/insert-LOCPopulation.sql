INSERT INTO LOCPopulation (
  list_id, line, Area, GroupType, "Group", Population, PrevalencePct, PrevalenceSource, PopulationSource,
  OrgIDProv)
SELECT :list_id, line, Area, GroupType, "Group", Population, PrevalencePct, PrevalenceSource,
       PopulationSource, OrgIDProv
  FROM incoming_LOCPopulation;
