-- Who the month's patients are: what tells two of them apart, and what people are grouped by.
SELECT LocalPatientId, NHSNumberTag, PersonBirthMonth, Gender, GenderIdentity, GenderIdentitySameAtBirth,
       EthnicCategory, ExBAFIndicator, EduEstabTypeIAPT, LanguageCodePreferred
  FROM IDS001MPI
 WHERE submission_id = :submission
 ORDER BY line;
