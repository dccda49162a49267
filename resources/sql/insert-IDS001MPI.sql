INSERT INTO IDS001MPI (
  submission_id, line, LocalPatientId, OrgIDLocalPatientId, NHSNumber, NHSNumberStatus, PersonBirthDate,
  Postcode, Gender, GenderIdentity, GenderIdentitySameAtBirth, EthnicCategory, EthnicCategory2021,
  ExBAFIndicator, LanguageCodePreferred, EduEstabTypeIAPT, OrgIDResidenceResp, PersonBirthMonth,
  NHSNumberTag)
SELECT :submission_id, line, LocalPatientId, OrgIDLocalPatientId, NHSNumber, NHSNumberStatus,
       PersonBirthDate, Postcode, Gender, GenderIdentity, GenderIdentitySameAtBirth, EthnicCategory,
       EthnicCategory2021, ExBAFIndicator, LanguageCodePreferred, EduEstabTypeIAPT, OrgIDResidenceResp,
       PersonBirthMonth, NHSNumberTag
  FROM incoming_IDS001MPI;
