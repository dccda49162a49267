-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The rows of submissions stand in the order in which they came, each submission's rows of a table in one run. The line
-- of the receipt says which run. Ordered by a key of two columns, storing them took three times as long, and as they are
-- only ever added and read a month at a time, the run finds them as well as that key did. Rows of which no line tells are
-- still found, by looking through the table.
--
-- Each table is copied twice, since renaming one makes SQLite read all others again, in every new file.

ALTER TABLE import_file ADD COLUMN first_row INTEGER;
ALTER TABLE import_file ADD COLUMN last_row INTEGER;

CREATE TABLE keyed AS
SELECT *
  FROM IDS000Header
 ORDER BY submission_id, line;

DROP TABLE IDS000Header;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS000Header
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS000Header';

CREATE TABLE keyed AS
SELECT *
  FROM IDS001MPI
 ORDER BY submission_id, line;

DROP TABLE IDS001MPI;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS001MPI
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS001MPI';

CREATE TABLE keyed AS
SELECT *
  FROM IDS002GP
 ORDER BY submission_id, line;

DROP TABLE IDS002GP;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS002GP
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS002GP';

CREATE TABLE keyed AS
SELECT *
  FROM IDS003AccommStatus
 ORDER BY submission_id, line;

DROP TABLE IDS003AccommStatus;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS003AccommStatus
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS003AccommStatus';

CREATE TABLE keyed AS
SELECT *
  FROM IDS004EmpStatus
 ORDER BY submission_id, line;

DROP TABLE IDS004EmpStatus;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS004EmpStatus
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS004EmpStatus';

CREATE TABLE keyed AS
SELECT *
  FROM IDS007DisabilityType
 ORDER BY submission_id, line;

DROP TABLE IDS007DisabilityType;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS007DisabilityType
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS007DisabilityType';

CREATE TABLE keyed AS
SELECT *
  FROM IDS011SocPerCircumstances
 ORDER BY submission_id, line;

DROP TABLE IDS011SocPerCircumstances;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS011SocPerCircumstances
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS011SocPerCircumstances';

CREATE TABLE keyed AS
SELECT *
  FROM IDS012OverseasVisitorChargCat
 ORDER BY submission_id, line;

DROP TABLE IDS012OverseasVisitorChargCat;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS012OverseasVisitorChargCat
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS012OverseasVisitorChargCat';

CREATE TABLE keyed AS
SELECT *
  FROM IDS101Referral
 ORDER BY submission_id, line;

DROP TABLE IDS101Referral;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS101Referral
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS101Referral';

CREATE TABLE keyed AS
SELECT *
  FROM IDS105OnwardReferral
 ORDER BY submission_id, line;

DROP TABLE IDS105OnwardReferral;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS105OnwardReferral
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS105OnwardReferral';

CREATE TABLE keyed AS
SELECT *
  FROM IDS108WaitingTimePauses
 ORDER BY submission_id, line;

DROP TABLE IDS108WaitingTimePauses;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS108WaitingTimePauses
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS108WaitingTimePauses';

CREATE TABLE keyed AS
SELECT *
  FROM IDS201CareContact
 ORDER BY submission_id, line;

DROP TABLE IDS201CareContact;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS201CareContact
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS201CareContact';

CREATE TABLE keyed AS
SELECT *
  FROM IDS202CareActivity
 ORDER BY submission_id, line;

DROP TABLE IDS202CareActivity;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS202CareActivity
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS202CareActivity';

CREATE TABLE keyed AS
SELECT *
  FROM IDS205InternetTherLog
 ORDER BY submission_id, line;

DROP TABLE IDS205InternetTherLog;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS205InternetTherLog
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS205InternetTherLog';

CREATE TABLE keyed AS
SELECT *
  FROM IDS601MedHistPrevDiag
 ORDER BY submission_id, line;

DROP TABLE IDS601MedHistPrevDiag;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS601MedHistPrevDiag
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS601MedHistPrevDiag';

CREATE TABLE keyed AS
SELECT *
  FROM IDS602LongTermCondition
 ORDER BY submission_id, line;

DROP TABLE IDS602LongTermCondition;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS602LongTermCondition
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS602LongTermCondition';

CREATE TABLE keyed AS
SELECT *
  FROM IDS603PresentingComplaints
 ORDER BY submission_id, line;

DROP TABLE IDS603PresentingComplaints;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS603PresentingComplaints
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS603PresentingComplaints';

CREATE TABLE keyed AS
SELECT *
  FROM IDS606CodedScoreAssessmentRefer
 ORDER BY submission_id, line;

DROP TABLE IDS606CodedScoreAssessmentRefer;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS606CodedScoreAssessmentRefer
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS606CodedScoreAssessmentRefer';

CREATE TABLE keyed AS
SELECT *
  FROM IDS607CodedScoreAssessmentAct
 ORDER BY submission_id, line;

DROP TABLE IDS607CodedScoreAssessmentAct;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS607CodedScoreAssessmentAct
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS607CodedScoreAssessmentAct';

CREATE TABLE keyed AS
SELECT *
  FROM IDS803CareCluster
 ORDER BY submission_id, line;

DROP TABLE IDS803CareCluster;

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
 ORDER BY rowid;

DROP TABLE keyed;

UPDATE import_file
   SET first_row = r.first_row, last_row = r.last_row
  FROM (SELECT submission_id, min (row_id) AS first_row, max (row_id) AS last_row
          FROM IDS803CareCluster
         GROUP BY submission_id) AS r
 WHERE import_file.submission_id = r.submission_id
   AND import_file.table_name = 'IDS803CareCluster';

CREATE TABLE keyed AS
SELECT *
  FROM IDS902CarePersQual
 ORDER BY submission_id, line;

DROP TABLE IDS902CarePersQual;

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
 ORDER BY rowid;

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
