-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The rows of submissions stand in the order in which they came, each submission's rows of a table in one run. The line
-- of the receipt says which run. Ordered by a key of two columns, storing them took three times as long, and as they are
-- only ever added and read a month at a time, the run finds them as well as that key did. Rows of which no line tells are
-- still found, by looking through the table.

ALTER TABLE import_file ADD COLUMN first_row INTEGER;
ALTER TABLE import_file ADD COLUMN last_row INTEGER;

ALTER TABLE IDS000Header RENAME TO keyed;

CREATE TABLE IDS000Header
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  DatSetVer TEXT,
  OrgIDProv TEXT,
  OrgIDSubmit TEXT,
  PrimSystemInUse TEXT,
  ReportingPeriodStartDate INTEGER,
  ReportingPeriodEndDate INTEGER,
  DateTimeDatSetCreate TEXT
) STRICT;

INSERT INTO IDS000Header (
  submission_id, line, DatSetVer, OrgIDProv, OrgIDSubmit, PrimSystemInUse, ReportingPeriodStartDate,
  ReportingPeriodEndDate, DateTimeDatSetCreate)
SELECT submission_id, line, DatSetVer, OrgIDProv, OrgIDSubmit, PrimSystemInUse, ReportingPeriodStartDate,
       ReportingPeriodEndDate, DateTimeDatSetCreate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS000Header
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS000Header';

ALTER TABLE IDS001MPI RENAME TO keyed;

CREATE TABLE IDS001MPI
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  OrgIDLocalPatientId TEXT,
  NHSNumber TEXT,
  NHSNumberStatus TEXT,
  PersonBirthDate INTEGER,
  Postcode TEXT,
  Gender TEXT,
  GenderIdentity TEXT,
  GenderIdentitySameAtBirth TEXT,
  EthnicCategory TEXT,
  EthnicCategory2021 TEXT,
  ExBAFIndicator TEXT,
  LanguageCodePreferred TEXT,
  EduEstabTypeIAPT TEXT,
  PersonBirthMonth INTEGER,
  NHSNumberTag INTEGER,
  OrgIDResidenceResp TEXT
) STRICT;

INSERT INTO IDS001MPI (
  submission_id, line, LocalPatientId, OrgIDLocalPatientId, NHSNumber, NHSNumberStatus, PersonBirthDate,
  Postcode, Gender, GenderIdentity, GenderIdentitySameAtBirth, EthnicCategory, EthnicCategory2021,
  ExBAFIndicator, LanguageCodePreferred, EduEstabTypeIAPT, PersonBirthMonth, NHSNumberTag, OrgIDResidenceResp)
SELECT submission_id, line, LocalPatientId, OrgIDLocalPatientId, NHSNumber, NHSNumberStatus, PersonBirthDate,
       Postcode, Gender, GenderIdentity, GenderIdentitySameAtBirth, EthnicCategory, EthnicCategory2021,
       ExBAFIndicator, LanguageCodePreferred, EduEstabTypeIAPT, PersonBirthMonth, NHSNumberTag, OrgIDResidenceResp
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS001MPI
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS001MPI';

ALTER TABLE IDS002GP RENAME TO keyed;

CREATE TABLE IDS002GP
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  GMPCodeReg TEXT,
  StartDateGMPRegistration INTEGER,
  EndDateGMPRegistration INTEGER,
  OrgIDGPPrac TEXT
) STRICT;

INSERT INTO IDS002GP (
  submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration, OrgIDGPPrac)
SELECT submission_id, line, LocalPatientId, GMPCodeReg, StartDateGMPRegistration, EndDateGMPRegistration, OrgIDGPPrac
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS002GP
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS002GP';

ALTER TABLE IDS003AccommStatus RENAME TO keyed;

CREATE TABLE IDS003AccommStatus
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  AccommodationType TEXT,
  SettledAccommodationInd TEXT,
  AccommodationTypeDate INTEGER,
  AccommodationTypeStartDate INTEGER,
  AccommodationTypeEndDate INTEGER
) STRICT;

INSERT INTO IDS003AccommStatus (
  submission_id, line, LocalPatientId, AccommodationType, SettledAccommodationInd, AccommodationTypeDate,
  AccommodationTypeStartDate, AccommodationTypeEndDate)
SELECT submission_id, line, LocalPatientId, AccommodationType, SettledAccommodationInd, AccommodationTypeDate,
       AccommodationTypeStartDate, AccommodationTypeEndDate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS003AccommStatus
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS003AccommStatus';

ALTER TABLE IDS004EmpStatus RENAME TO keyed;

CREATE TABLE IDS004EmpStatus
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  EmployStatus TEXT,
  EmployStatusRecDate INTEGER,
  WeekHoursWorked TEXT,
  SelfEmployInd TEXT,
  SickAbsenceInd TEXT,
  SSPInd TEXT,
  BenefitRecInd TEXT,
  ESAInd TEXT,
  UCInd TEXT,
  PIPInd TEXT,
  EmpSupportInd TEXT,
  EmpSupportReferral INTEGER,
  EmpSupportDischargeDate INTEGER,
  JSAInd TEXT,
  OtherBenefitInd TEXT
) STRICT;

INSERT INTO IDS004EmpStatus (
  submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, WeekHoursWorked, SelfEmployInd,
  SickAbsenceInd, SSPInd, BenefitRecInd, ESAInd, UCInd, PIPInd, EmpSupportInd, EmpSupportReferral,
  EmpSupportDischargeDate, JSAInd, OtherBenefitInd)
SELECT submission_id, line, LocalPatientId, EmployStatus, EmployStatusRecDate, WeekHoursWorked, SelfEmployInd,
       SickAbsenceInd, SSPInd, BenefitRecInd, ESAInd, UCInd, PIPInd, EmpSupportInd, EmpSupportReferral,
       EmpSupportDischargeDate, JSAInd, OtherBenefitInd
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS004EmpStatus
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS004EmpStatus';

ALTER TABLE IDS007DisabilityType RENAME TO keyed;

CREATE TABLE IDS007DisabilityType
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  DisabCode TEXT
) STRICT;

INSERT INTO IDS007DisabilityType (
  submission_id, line, LocalPatientId, DisabCode)
SELECT submission_id, line, LocalPatientId, DisabCode
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS007DisabilityType
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS007DisabilityType';

ALTER TABLE IDS011SocPerCircumstances RENAME TO keyed;

CREATE TABLE IDS011SocPerCircumstances
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  SocPerCircumstance TEXT,
  SocPerCircumstanceRecDate INTEGER
) STRICT;

INSERT INTO IDS011SocPerCircumstances (
  submission_id, line, LocalPatientId, SocPerCircumstance, SocPerCircumstanceRecDate)
SELECT submission_id, line, LocalPatientId, SocPerCircumstance, SocPerCircumstanceRecDate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS011SocPerCircumstances
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS011SocPerCircumstances';

ALTER TABLE IDS012OverseasVisitorChargCat RENAME TO keyed;

CREATE TABLE IDS012OverseasVisitorChargCat
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  OvsVisChCat TEXT,
  OvsVisChCatAppDate INTEGER
) STRICT;

INSERT INTO IDS012OverseasVisitorChargCat (
  submission_id, line, LocalPatientId, OvsVisChCat, OvsVisChCatAppDate)
SELECT submission_id, line, LocalPatientId, OvsVisChCat, OvsVisChCatAppDate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS012OverseasVisitorChargCat
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS012OverseasVisitorChargCat';

ALTER TABLE IDS101Referral RENAME TO keyed;

CREATE TABLE IDS101Referral
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  LocalPatientId TEXT,
  OrgIDComm TEXT,
  ReferralRequestReceivedDate INTEGER,
  SourceOfReferralIAPT TEXT,
  OnsetDate TEXT,
  PrevDiagCondInd TEXT,
  EndCode TEXT,
  ServDischDate INTEGER,
  AgeReferral INTEGER,
  IMDDecile INTEGER
) STRICT;

INSERT INTO IDS101Referral (
  submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
  SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral, IMDDecile)
SELECT submission_id, line, ServiceRequestId, LocalPatientId, OrgIDComm, ReferralRequestReceivedDate,
       SourceOfReferralIAPT, OnsetDate, PrevDiagCondInd, EndCode, ServDischDate, AgeReferral, IMDDecile
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS101Referral
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS101Referral';

ALTER TABLE IDS105OnwardReferral RENAME TO keyed;

CREATE TABLE IDS105OnwardReferral
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  OnwardReferDate INTEGER,
  OnwardReferTime INTEGER,
  OnwardReferReason TEXT,
  OrgIDReceiving TEXT
) STRICT;

INSERT INTO IDS105OnwardReferral (
  submission_id, line, ServiceRequestId, OnwardReferDate, OnwardReferTime, OnwardReferReason, OrgIDReceiving)
SELECT submission_id, line, ServiceRequestId, OnwardReferDate, OnwardReferTime, OnwardReferReason, OrgIDReceiving
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS105OnwardReferral
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS105OnwardReferral';

ALTER TABLE IDS108WaitingTimePauses RENAME TO keyed;

CREATE TABLE IDS108WaitingTimePauses
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PauseID TEXT,
  ServiceRequestId TEXT,
  PauseStartDate INTEGER,
  PauseEndDate INTEGER,
  PauseReason TEXT
) STRICT;

INSERT INTO IDS108WaitingTimePauses (
  submission_id, line, PauseID, ServiceRequestId, PauseStartDate, PauseEndDate, PauseReason)
SELECT submission_id, line, PauseID, ServiceRequestId, PauseStartDate, PauseEndDate, PauseReason
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS108WaitingTimePauses
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS108WaitingTimePauses';

ALTER TABLE IDS201CareContact RENAME TO keyed;

CREATE TABLE IDS201CareContact
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CareContactId TEXT,
  ServiceRequestId TEXT,
  CareContDate INTEGER,
  CareContTime INTEGER,
  OrgIDComm TEXT,
  PlannedCareContIndicator TEXT,
  AttendOrDNACode TEXT,
  Cancellation TEXT,
  ClinContDurOfCareCont INTEGER,
  IAPTLTCServiceInd TEXT,
  AppType TEXT,
  ConsMechanism TEXT,
  IntEnabledTherProg TEXT,
  CareContPatientTherMode TEXT,
  NumGroupTherParticipants INTEGER,
  NumGroupTherFacilitators INTEGER,
  PsychMed TEXT,
  ActLocTypeCode TEXT,
  SiteIDOfTreat TEXT,
  LanguageCodeTreat TEXT,
  InterpreterPresentInd TEXT
) STRICT;

INSERT INTO IDS201CareContact (
  submission_id, line, CareContactId, ServiceRequestId, CareContDate, CareContTime, OrgIDComm,
  PlannedCareContIndicator, AttendOrDNACode, Cancellation, ClinContDurOfCareCont, IAPTLTCServiceInd, AppType,
  ConsMechanism, IntEnabledTherProg, CareContPatientTherMode, NumGroupTherParticipants,
  NumGroupTherFacilitators, PsychMed, ActLocTypeCode, SiteIDOfTreat, LanguageCodeTreat, InterpreterPresentInd)
SELECT submission_id, line, CareContactId, ServiceRequestId, CareContDate, CareContTime, OrgIDComm,
       PlannedCareContIndicator, AttendOrDNACode, Cancellation, ClinContDurOfCareCont, IAPTLTCServiceInd, AppType,
       ConsMechanism, IntEnabledTherProg, CareContPatientTherMode, NumGroupTherParticipants,
       NumGroupTherFacilitators, PsychMed, ActLocTypeCode, SiteIDOfTreat, LanguageCodeTreat, InterpreterPresentInd
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS201CareContact
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS201CareContact';

ALTER TABLE IDS202CareActivity RENAME TO keyed;

CREATE TABLE IDS202CareActivity
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CareActId TEXT,
  CareContactId TEXT,
  CarePersLocalId TEXT,
  ClinContactDurOfCareAct INTEGER,
  CodeProcAndProcStatus TEXT,
  FindSchemeInUse TEXT,
  CodeFind TEXT,
  CodeObs TEXT,
  ObsValue TEXT,
  UnitMeasure TEXT
) STRICT;

INSERT INTO IDS202CareActivity (
  submission_id, line, CareActId, CareContactId, CarePersLocalId, ClinContactDurOfCareAct,
  CodeProcAndProcStatus, FindSchemeInUse, CodeFind, CodeObs, ObsValue, UnitMeasure)
SELECT submission_id, line, CareActId, CareContactId, CarePersLocalId, ClinContactDurOfCareAct,
       CodeProcAndProcStatus, FindSchemeInUse, CodeFind, CodeObs, ObsValue, UnitMeasure
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS202CareActivity
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS202CareActivity';

ALTER TABLE IDS205InternetTherLog RENAME TO keyed;

CREATE TABLE IDS205InternetTherLog
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  StartDateIntEnabledTherLog INTEGER,
  EndDateIntEnabledTherLog INTEGER,
  IntEnabledTherProg TEXT,
  DurationIntEnabledTher INTEGER,
  CarePersLocalId TEXT,
  IntegratedSoftwareInd TEXT
) STRICT;

INSERT INTO IDS205InternetTherLog (
  submission_id, line, ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog,
  IntEnabledTherProg, DurationIntEnabledTher, CarePersLocalId, IntegratedSoftwareInd)
SELECT submission_id, line, ServiceRequestId, StartDateIntEnabledTherLog, EndDateIntEnabledTherLog,
       IntEnabledTherProg, DurationIntEnabledTher, CarePersLocalId, IntegratedSoftwareInd
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS205InternetTherLog
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS205InternetTherLog';

ALTER TABLE IDS601MedHistPrevDiag RENAME TO keyed;

CREATE TABLE IDS601MedHistPrevDiag
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  DiagSchemeInUse TEXT,
  PrevDiag TEXT,
  DiagDate INTEGER
) STRICT;

INSERT INTO IDS601MedHistPrevDiag (
  submission_id, line, LocalPatientId, DiagSchemeInUse, PrevDiag, DiagDate)
SELECT submission_id, line, LocalPatientId, DiagSchemeInUse, PrevDiag, DiagDate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS601MedHistPrevDiag
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS601MedHistPrevDiag';

ALTER TABLE IDS602LongTermCondition RENAME TO keyed;

CREATE TABLE IDS602LongTermCondition
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  FindSchemeInUse TEXT,
  LongTermCondition TEXT
) STRICT;

INSERT INTO IDS602LongTermCondition (
  submission_id, line, ServiceRequestId, FindSchemeInUse, LongTermCondition)
SELECT submission_id, line, ServiceRequestId, FindSchemeInUse, LongTermCondition
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS602LongTermCondition
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS602LongTermCondition';

ALTER TABLE IDS603PresentingComplaints RENAME TO keyed;

CREATE TABLE IDS603PresentingComplaints
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  FindSchemeInUse TEXT,
  PresComp TEXT,
  PresCompCodSig TEXT,
  PresCompDate INTEGER
) STRICT;

INSERT INTO IDS603PresentingComplaints (
  submission_id, line, ServiceRequestId, FindSchemeInUse, PresComp, PresCompCodSig, PresCompDate)
SELECT submission_id, line, ServiceRequestId, FindSchemeInUse, PresComp, PresCompCodSig, PresCompDate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS603PresentingComplaints
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS603PresentingComplaints';

ALTER TABLE IDS606CodedScoreAssessmentRefer RENAME TO keyed;

CREATE TABLE IDS606CodedScoreAssessmentRefer
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  CodedAssToolType TEXT,
  PersScore TEXT,
  AssToolCompDate INTEGER,
  AssToolCompTime INTEGER
) STRICT;

INSERT INTO IDS606CodedScoreAssessmentRefer (
  submission_id, line, ServiceRequestId, CodedAssToolType, PersScore, AssToolCompDate, AssToolCompTime)
SELECT submission_id, line, ServiceRequestId, CodedAssToolType, PersScore, AssToolCompDate, AssToolCompTime
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS606CodedScoreAssessmentRefer
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS606CodedScoreAssessmentRefer';

ALTER TABLE IDS607CodedScoreAssessmentAct RENAME TO keyed;

CREATE TABLE IDS607CodedScoreAssessmentAct
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CareActId TEXT,
  CodedAssToolType TEXT,
  PersScore TEXT
) STRICT;

INSERT INTO IDS607CodedScoreAssessmentAct (
  submission_id, line, CareActId, CodedAssToolType, PersScore)
SELECT submission_id, line, CareActId, CodedAssToolType, PersScore
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS607CodedScoreAssessmentAct
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS607CodedScoreAssessmentAct';

ALTER TABLE IDS803CareCluster RENAME TO keyed;

CREATE TABLE IDS803CareCluster
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  AMHCareClustCodeFin TEXT,
  StartDateCareClust INTEGER,
  StartTimeCareClust INTEGER,
  EndDateCareClust INTEGER,
  EndTimeCareClust INTEGER
) STRICT;

INSERT INTO IDS803CareCluster (
  submission_id, line, LocalPatientId, AMHCareClustCodeFin, StartDateCareClust, StartTimeCareClust,
  EndDateCareClust, EndTimeCareClust)
SELECT submission_id, line, LocalPatientId, AMHCareClustCodeFin, StartDateCareClust, StartTimeCareClust,
       EndDateCareClust, EndTimeCareClust
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS803CareCluster
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS803CareCluster';

ALTER TABLE IDS902CarePersQual RENAME TO keyed;

CREATE TABLE IDS902CarePersQual
(
  row_id INTEGER PRIMARY KEY,
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CarePersLocalId TEXT,
  QualAttainLevelIAPT TEXT,
  QualAwardedDate INTEGER,
  QualPlannedCompletionDate INTEGER
) STRICT;

INSERT INTO IDS902CarePersQual (
  submission_id, line, CarePersLocalId, QualAttainLevelIAPT, QualAwardedDate, QualPlannedCompletionDate)
SELECT submission_id, line, CarePersLocalId, QualAttainLevelIAPT, QualAwardedDate, QualPlannedCompletionDate
  FROM keyed
 ORDER BY submission_id, line;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS902CarePersQual
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS902CarePersQual';

-- A table that was sent without rows has a run without rows.
UPDATE import_file
   SET first_row = 1, last_row = 0
 WHERE submission_id IS NOT NULL
   AND first_row IS NULL;

PRAGMA user_version = 9;
