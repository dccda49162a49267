-- Every id and identifier of a store that is to lose them, and what stands for each id from now on.
CREATE TEMP VIEW original (kind, id) AS
SELECT 'patient', LocalPatientId FROM IDS001MPI
UNION
SELECT 'patient', LocalPatientId FROM IDS002GP
UNION
SELECT 'patient', LocalPatientId FROM IDS003AccommStatus
UNION
SELECT 'patient', LocalPatientId FROM IDS004EmpStatus
UNION
SELECT 'patient', LocalPatientId FROM IDS007DisabilityType
UNION
SELECT 'patient', LocalPatientId FROM IDS011SocPerCircumstances
UNION
SELECT 'patient', LocalPatientId FROM IDS012OverseasVisitorChargCat
UNION
SELECT 'referral', ServiceRequestId FROM IDS101Referral
UNION
SELECT 'patient', LocalPatientId FROM IDS101Referral
UNION
SELECT 'referral', ServiceRequestId FROM IDS105OnwardReferral
UNION
SELECT 'pause', PauseID FROM IDS108WaitingTimePauses
UNION
SELECT 'referral', ServiceRequestId FROM IDS108WaitingTimePauses
UNION
SELECT 'contact', CareContactId FROM IDS201CareContact
UNION
SELECT 'referral', ServiceRequestId FROM IDS201CareContact
UNION
SELECT 'activity', CareActId FROM IDS202CareActivity
UNION
SELECT 'contact', CareContactId FROM IDS202CareActivity
UNION
SELECT 'staff', CarePersLocalId FROM IDS202CareActivity
UNION
SELECT 'referral', ServiceRequestId FROM IDS205InternetTherLog
UNION
SELECT 'staff', CarePersLocalId FROM IDS205InternetTherLog
UNION
SELECT 'patient', LocalPatientId FROM IDS601MedHistPrevDiag
UNION
SELECT 'referral', ServiceRequestId FROM IDS602LongTermCondition
UNION
SELECT 'referral', ServiceRequestId FROM IDS603PresentingComplaints
UNION
SELECT 'referral', ServiceRequestId FROM IDS606CodedScoreAssessmentRefer
UNION
SELECT 'activity', CareActId FROM IDS607CodedScoreAssessmentAct
UNION
SELECT 'patient', LocalPatientId FROM IDS803CareCluster
UNION
SELECT 'staff', CarePersLocalId FROM IDS902CarePersQual
UNION
SELECT 'staff', CarePersLocalId FROM LOCStaff
UNION
SELECT 'staff', Supervisor FROM LOCStaff
UNION
SELECT 'referral', ServiceRequestId FROM LOCReferral
UNION
SELECT 'referral', ServiceRequestId FROM LOCWaitingList
UNION
SELECT 'staff', AllocatedStaffId FROM LOCWaitingList
UNION
SELECT 'referral', ServiceRequestId FROM LOCAppointment
UNION
SELECT 'appointment', AppointmentId FROM LOCAppointment
UNION
SELECT 'staff', StaffId FROM LOCAppointment
UNION
SELECT 'referral', ServiceRequestId FROM NationalPathway
UNION
SELECT 'pathway', PathwayID FROM NationalPathway
UNION
SELECT 'dropped', NHSNumber FROM IDS001MPI
UNION
SELECT 'dropped', Postcode FROM IDS001MPI
UNION
SELECT 'dropped', StaffName FROM LOCStaff;

-- Codes of letters alone, in the order of the ids, since some figures go by that order; steps of random length, so that
-- a code does not tell which id in the row of ids it was.
CREATE TEMP TABLE pseudonym
(
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  code TEXT NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

INSERT INTO pseudonym (kind, id, code)
SELECT kind, id, letters (sum (1 + abs (random () % 997)) OVER (PARTITION BY kind ORDER BY id))
  FROM original
 WHERE kind <> 'dropped'
   AND id IS NOT NULL;

-- Tags of NHS numbers, which only say that two are the same: any other numbers say it as well.
CREATE TEMP TABLE new_tag
(
  tag INTEGER PRIMARY KEY,
  number INTEGER NOT NULL
) STRICT;

INSERT INTO new_tag (tag, number)
SELECT NHSNumberTag, row_number () OVER (ORDER BY random ())
  FROM (SELECT DISTINCT NHSNumberTag FROM IDS001MPI WHERE NHSNumberTag IS NOT NULL);
