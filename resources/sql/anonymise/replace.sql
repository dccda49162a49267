-- After originals.sql: no identifier is left, and every id is another one, the same wherever it stood.
-- What was derived holds the ids too; the copy derives its own.
DELETE FROM derived_piece;
DELETE FROM derived;

UPDATE IDS001MPI
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId),
       NHSNumber = NULL,
       PersonBirthDate = NULL,
       Postcode = NULL,
       NHSNumberTag = (SELECT number FROM new_tag WHERE tag = NHSNumberTag);

UPDATE IDS002GP
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS003AccommStatus
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS004EmpStatus
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS007DisabilityType
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS011SocPerCircumstances
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS012OverseasVisitorChargCat
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS101Referral
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId),
       LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS105OnwardReferral
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE IDS108WaitingTimePauses
   SET PauseID = (SELECT code FROM pseudonym WHERE kind = 'pause' AND id = PauseID),
       ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE IDS201CareContact
   SET CareContactId = (SELECT code FROM pseudonym WHERE kind = 'contact' AND id = CareContactId),
       ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE IDS202CareActivity
   SET CareActId = (SELECT code FROM pseudonym WHERE kind = 'activity' AND id = CareActId),
       CareContactId = (SELECT code FROM pseudonym WHERE kind = 'contact' AND id = CareContactId),
       CarePersLocalId = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = CarePersLocalId);

UPDATE IDS205InternetTherLog
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId),
       CarePersLocalId = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = CarePersLocalId);

UPDATE IDS601MedHistPrevDiag
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS602LongTermCondition
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE IDS603PresentingComplaints
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE IDS606CodedScoreAssessmentRefer
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE IDS607CodedScoreAssessmentAct
   SET CareActId = (SELECT code FROM pseudonym WHERE kind = 'activity' AND id = CareActId);

UPDATE IDS803CareCluster
   SET LocalPatientId = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = LocalPatientId);

UPDATE IDS902CarePersQual
   SET CarePersLocalId = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = CarePersLocalId);

UPDATE NationalPathway
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId),
       PathwayID = NULL;

UPDATE LOCStaff
   SET CarePersLocalId = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = CarePersLocalId),
       StaffName = NULL,
       Supervisor = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = Supervisor);

UPDATE LOCReferral
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId);

UPDATE LOCWaitingList
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId),
       AllocatedStaffId = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = AllocatedStaffId),
       RemovalReason = NULL;

UPDATE LOCAppointment
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId),
       AppointmentId = (SELECT code FROM pseudonym WHERE kind = 'appointment' AND id = AppointmentId),
       StaffId = (SELECT code FROM pseudonym WHERE kind = 'staff' AND id = StaffId);

UPDATE NationalPathway
   SET ServiceRequestId = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = ServiceRequestId),
       PathwayID = (SELECT code FROM pseudonym WHERE kind = 'pathway' AND id = PathwayID);

UPDATE setting
   SET value = lower (hex (randomblob (8)))
 WHERE name = 'nhs-number-salt';

-- A folder often bears the name of whose it is.
DELETE FROM setting
 WHERE name = 'deprivation-lookup';

UPDATE import
   SET imported_by = '';

UPDATE import_file
   SET file = table_name || '.csv',
       sha256 = '';

-- The sentences quote values.
UPDATE finding
   SET file = CASE table_name WHEN '' THEN '' ELSE table_name || '.csv' END,
       value = NULL,
       message = '',
       referral = (SELECT code FROM pseudonym WHERE kind = 'referral' AND id = referral),
       patient = (SELECT code FROM pseudonym WHERE kind = 'patient' AND id = patient);

-- What people wrote may name anybody, and what they wrote about is named by its id.
DELETE FROM journal_entry;
