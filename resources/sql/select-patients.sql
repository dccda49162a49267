-- Who the month's patients are: what tells two of them apart, and what people are grouped by.
SELECT LocalPatientId, NHSNumberTag, PersonBirthMonth, Gender, GenderIdentity, GenderIdentitySameAtBirth,
       EthnicCategory, ExBAFIndicator, EduEstabTypeIAPT, LanguageCodePreferred
  FROM IDS001MPI
 WHERE submission_id = :submission
   AND row_id >= ifnull ((SELECT first_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS001MPI'), 0)
   AND row_id <= ifnull ((SELECT last_row FROM import_file WHERE submission_id = :submission
                             AND table_name = 'IDS001MPI'), 9223372036854775807)
 ORDER BY row_id;
