-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Findings of imports before version 6 do not say whose row they are of. Where that row was kept it still tells, and they
-- are found by team and clinician from here on. A row that was not kept is not here any more; its month has to be loaded
-- again for that. Rows that were read through a mapping are left alone, since their number need not be that of the line.

CREATE TEMP TABLE unnamed (finding_id INTEGER PRIMARY KEY, submission_id INTEGER, table_name TEXT, line INTEGER);
INSERT INTO unnamed
SELECT finding_id, submission_id, table_name, line
  FROM finding
 WHERE submission_id IS NOT NULL AND referral IS NULL AND patient IS NULL
   AND lower (file) = lower (table_name) || '.csv';

-- What an activity hangs from is found going once through each table, however many findings there are.
CREATE TEMP TABLE of_activity (finding_id INTEGER, submission_id INTEGER, activity TEXT);
CREATE TEMP TABLE of_contact (finding_id INTEGER, submission_id INTEGER, contact TEXT);
CREATE TEMP TABLE of_referral (finding_id INTEGER PRIMARY KEY, referral TEXT);
CREATE TEMP TABLE of_patient (finding_id INTEGER PRIMARY KEY, patient TEXT);

INSERT INTO of_activity
SELECT u.finding_id, u.submission_id, r.CareActId
  FROM unnamed AS u
  JOIN IDS607CodedScoreAssessmentAct AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS607CodedScoreAssessmentAct';
CREATE INDEX temp.of_activity_by_activity ON of_activity (submission_id, activity);

INSERT INTO of_contact
SELECT u.finding_id, u.submission_id, r.CareContactId
  FROM unnamed AS u
  JOIN IDS202CareActivity AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS202CareActivity';
INSERT INTO of_contact
SELECT o.finding_id, o.submission_id, r.CareContactId
  FROM IDS202CareActivity AS r
 CROSS JOIN of_activity AS o ON o.submission_id = r.submission_id AND o.activity = r.CareActId;
CREATE INDEX temp.of_contact_by_contact ON of_contact (submission_id, contact);

INSERT OR IGNORE INTO of_referral
SELECT o.finding_id, r.ServiceRequestId
  FROM IDS201CareContact AS r
 CROSS JOIN of_contact AS o ON o.submission_id = r.submission_id AND o.contact = r.CareContactId;

INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS101Referral AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS101Referral';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS105OnwardReferral AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS105OnwardReferral';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS108WaitingTimePauses AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS108WaitingTimePauses';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS201CareContact AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS201CareContact';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS205InternetTherLog AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS205InternetTherLog';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS602LongTermCondition AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS602LongTermCondition';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS603PresentingComplaints AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS603PresentingComplaints';
INSERT OR IGNORE INTO of_referral
SELECT u.finding_id, r.ServiceRequestId
  FROM unnamed AS u
  JOIN IDS606CodedScoreAssessmentRefer AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS606CodedScoreAssessmentRefer';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS001MPI AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS001MPI';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS002GP AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS002GP';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS003AccommStatus AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS003AccommStatus';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS004EmpStatus AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS004EmpStatus';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS007DisabilityType AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS007DisabilityType';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS011SocPerCircumstances AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS011SocPerCircumstances';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS012OverseasVisitorChargCat AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS012OverseasVisitorChargCat';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS101Referral AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS101Referral';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS601MedHistPrevDiag AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS601MedHistPrevDiag';
INSERT OR IGNORE INTO of_patient
SELECT u.finding_id, r.LocalPatientId
  FROM unnamed AS u
  JOIN IDS803CareCluster AS r ON r.submission_id = u.submission_id AND r.line = u.line
 WHERE u.table_name = 'IDS803CareCluster';

UPDATE finding
   SET referral = (SELECT o.referral FROM of_referral AS o WHERE o.finding_id = finding.finding_id)
 WHERE finding_id IN (SELECT finding_id FROM of_referral);
UPDATE finding
   SET patient = (SELECT o.patient FROM of_patient AS o WHERE o.finding_id = finding.finding_id)
 WHERE finding_id IN (SELECT finding_id FROM of_patient);

DROP TABLE unnamed;
DROP TABLE of_activity;
DROP TABLE of_contact;
DROP TABLE of_referral;
DROP TABLE of_patient;

-- It was worked out without them.
DELETE FROM derived;
DELETE FROM derived_piece;

PRAGMA user_version = 7;
