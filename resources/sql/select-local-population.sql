SELECT p.Area, p.GroupType, p."Group", p.Population, p.PrevalencePct, p.PopulationSource,
       p.PrevalenceSource
  FROM active_list AS l
  JOIN LOCPopulation AS p ON p.list_id = l.list_id
 WHERE p.Population > 0
 ORDER BY p.list_id, p.line;
