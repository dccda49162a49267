-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The first shape of a service file. Immutable once released: later changes are later numbers.
--
-- Tables of the data set and local lists carry the names and columns of version 2.1 (SQLite takes any case). Dates are
-- days since 1970-01-01, times seconds since midnight, whole numbers integers, all else text; blank is NULL. Only rows
-- that were kept are here. Nothing is ever deleted: an import taken back is marked, and the two views at the end say
-- what counts now.

-- "CSNS": tells a service file from any other SQLite file.
PRAGMA application_id = 1129533011;

CREATE TABLE setting
(
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Salt of NHSNumberTag, so that tags of two files cannot be compared.
INSERT INTO setting (name, value) VALUES ('nhs-number-salt', lower (hex (randomblob (8))));

-- One command, one receipt.
CREATE TABLE import
(
  import_id INTEGER PRIMARY KEY,
  imported_at TEXT NOT NULL,
  imported_by TEXT NOT NULL,
  seconds REAL NOT NULL,
  undone_at TEXT
) STRICT;

CREATE TABLE submission
(
  submission_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  provider TEXT NOT NULL,
  submitter TEXT,
  period_start INTEGER NOT NULL,
  period_end INTEGER NOT NULL,
  created TEXT NOT NULL,
  version TEXT NOT NULL
) STRICT;

CREATE INDEX submission_by_month ON submission (provider, period_start);
CREATE INDEX submission_by_import ON submission (import_id);

CREATE TABLE local_list
(
  list_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  name TEXT NOT NULL
) STRICT;

CREATE INDEX local_list_by_name ON local_list (name);
CREATE INDEX local_list_by_import ON local_list (import_id);

-- The lines of the receipt; each belongs to a submission or to a list.
CREATE TABLE import_file
(
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  position INTEGER NOT NULL,
  submission_id INTEGER REFERENCES submission (submission_id),
  list_id INTEGER REFERENCES local_list (list_id),
  table_name TEXT NOT NULL,
  file TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  rows_read INTEGER NOT NULL,
  rows_kept INTEGER NOT NULL,
  rows_rejected INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  PRIMARY KEY (import_id, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_file_by_submission ON import_file (submission_id);
CREATE INDEX import_file_by_list ON import_file (list_id);

CREATE TABLE finding
(
  finding_id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES import (import_id),
  submission_id INTEGER REFERENCES submission (submission_id),
  list_id INTEGER REFERENCES local_list (list_id),
  rule TEXT NOT NULL,
  level TEXT NOT NULL CHECK (level IN ('file', 'record', 'warning')),
  table_name TEXT NOT NULL,
  file TEXT NOT NULL,
  line INTEGER NOT NULL,
  field TEXT,
  value TEXT,
  message TEXT NOT NULL
) STRICT;

-- The tables of the data set and the local lists. Their first column is no declared foreign key: all rows of a table
-- are stored by one statement for one submission, and looking that up again for each row took a quarter of the time.
CREATE TABLE IDS000Header
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  DatSetVer TEXT,
  OrgIDProv TEXT,
  OrgIDSubmit TEXT,
  PrimSystemInUse TEXT,
  ReportingPeriodStartDate INTEGER,
  ReportingPeriodEndDate INTEGER,
  DateTimeDatSetCreate TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS001MPI
(
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
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS002GP
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  GMPCodeReg TEXT,
  StartDateGMPRegistration INTEGER,
  EndDateGMPRegistration INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS003AccommStatus
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  AccommodationType TEXT,
  SettledAccommodationInd TEXT,
  AccommodationTypeDate INTEGER,
  AccommodationTypeStartDate INTEGER,
  AccommodationTypeEndDate INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS004EmpStatus
(
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
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS007DisabilityType
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  DisabCode TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS011SocPerCircumstances
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  SocPerCircumstance TEXT,
  SocPerCircumstanceRecDate INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS012OverseasVisitorChargCat
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  OvsVisChCat TEXT,
  OvsVisChCatAppDate INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS101Referral
(
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
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS105OnwardReferral
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  OnwardReferDate INTEGER,
  OnwardReferTime INTEGER,
  OnwardReferReason TEXT,
  OrgIDReceiving TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS108WaitingTimePauses
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  PauseID TEXT,
  ServiceRequestId TEXT,
  PauseStartDate INTEGER,
  PauseEndDate INTEGER,
  PauseReason TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS201CareContact
(
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
  InterpreterPresentInd TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS202CareActivity
(
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
  UnitMeasure TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS205InternetTherLog
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  StartDateIntEnabledTherLog INTEGER,
  EndDateIntEnabledTherLog INTEGER,
  IntEnabledTherProg TEXT,
  DurationIntEnabledTher INTEGER,
  CarePersLocalId TEXT,
  IntegratedSoftwareInd TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS601MedHistPrevDiag
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  DiagSchemeInUse TEXT,
  PrevDiag TEXT,
  DiagDate INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS602LongTermCondition
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  FindSchemeInUse TEXT,
  LongTermCondition TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS603PresentingComplaints
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  FindSchemeInUse TEXT,
  PresComp TEXT,
  PresCompCodSig TEXT,
  PresCompDate INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS606CodedScoreAssessmentRefer
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  CodedAssToolType TEXT,
  PersScore TEXT,
  AssToolCompDate INTEGER,
  AssToolCompTime INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS607CodedScoreAssessmentAct
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CareActId TEXT,
  CodedAssToolType TEXT,
  PersScore TEXT,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS803CareCluster
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  LocalPatientId TEXT,
  AMHCareClustCodeFin TEXT,
  StartDateCareClust INTEGER,
  StartTimeCareClust INTEGER,
  EndDateCareClust INTEGER,
  EndTimeCareClust INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE IDS902CarePersQual
(
  submission_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CarePersLocalId TEXT,
  QualAttainLevelIAPT TEXT,
  QualAwardedDate INTEGER,
  QualPlannedCompletionDate INTEGER,
  PRIMARY KEY (submission_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE LOCStaff
(
  list_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  CarePersLocalId TEXT,
  StaffName TEXT,
  Role TEXT,
  Team TEXT,
  Supervisor TEXT,
  WTE TEXT,
  ClinicalHoursPerWeek TEXT,
  StartDate INTEGER,
  EndDate INTEGER,
  OrgIDProv TEXT,
  PRIMARY KEY (list_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE LOCReferral
(
  list_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  Locality TEXT,
  Team TEXT,
  Site TEXT,
  GPPractice TEXT,
  Priority TEXT,
  Interpreter TEXT,
  IMDDecile INTEGER,
  OrgIDProv TEXT,
  PRIMARY KEY (list_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE LOCWaitingList
(
  list_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  Stage TEXT,
  DateAdded INTEGER,
  Therapy TEXT,
  Step TEXT,
  Locality TEXT,
  Team TEXT,
  AllocatedStaffId TEXT,
  DateRemoved INTEGER,
  RemovalReason TEXT,
  OrgIDProv TEXT,
  PRIMARY KEY (list_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE LOCAppointment
(
  list_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  ServiceRequestId TEXT,
  AppointmentId TEXT,
  AppointmentDate INTEGER,
  AppointmentTime INTEGER,
  AppType TEXT,
  Therapy TEXT,
  StaffId TEXT,
  Locality TEXT,
  Site TEXT,
  Status TEXT,
  OrgIDProv TEXT,
  PRIMARY KEY (list_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE LOCPopulation
(
  list_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  Area TEXT,
  GroupType TEXT,
  "Group" TEXT,
  Population INTEGER,
  PrevalencePct TEXT,
  PrevalenceSource TEXT,
  PopulationSource TEXT,
  OrgIDProv TEXT,
  PRIMARY KEY (list_id, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE LOCCapacity
(
  list_id INTEGER NOT NULL,
  line INTEGER NOT NULL,
  WeekStarting INTEGER,
  Team TEXT,
  Step TEXT,
  Therapy TEXT,
  ClinicalHours TEXT,
  PlannedLeaveHours TEXT,
  SessionsPerCourse TEXT,
  SessionMinutes TEXT,
  DNAPct TEXT,
  OrgIDProv TEXT,
  PRIMARY KEY (list_id, line)
) STRICT, WITHOUT ROWID;

-- The submission that counts for each provider and month: the latest created, then the latest imported.
CREATE VIEW active_submission (submission_id, import_id, provider, period_start, period_end, created, version) AS
SELECT s.submission_id, s.import_id, s.provider, s.period_start, s.period_end, s.created, s.version
  FROM submission AS s
  JOIN import AS i ON i.import_id = s.import_id
 WHERE i.undone_at IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM submission AS later
                     JOIN import AS j ON j.import_id = later.import_id
                    WHERE later.provider = s.provider
                      AND later.period_start = s.period_start
                      AND j.undone_at IS NULL
                      AND (later.created, later.submission_id) > (s.created, s.submission_id));

-- The copy of each local list that counts: the latest imported.
CREATE VIEW active_list (list_id, import_id, name, imported_at) AS
SELECT l.list_id, l.import_id, l.name, i.imported_at
  FROM local_list AS l
  JOIN import AS i ON i.import_id = l.import_id
 WHERE i.undone_at IS NULL
   AND NOT EXISTS (SELECT 1
                     FROM local_list AS later
                     JOIN import AS j ON j.import_id = later.import_id
                    WHERE later.name = l.name
                      AND j.undone_at IS NULL
                      AND later.list_id > l.list_id);

PRAGMA user_version = 1;
