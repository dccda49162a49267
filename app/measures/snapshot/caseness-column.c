/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-column.h"

#include "caseness-therapy.h"

#include <string.h>

/* Where the cells come from. */
typedef enum
{
  SOURCE_DATE,
  SOURCE_TEXT,
  SOURCE_COUNT,
  SOURCE_THERAPY_COUNT,
  SOURCE_FIRST_SCORE,
  SOURCE_LAST_SCORE,
  SOURCE_ANXIETY,
  SOURCE_FLAG,
  SOURCE_LIST,
  SOURCE_BY_PERIOD,
  SOURCE_FACT,   /* bit of a contact's facts */
  SOURCE_MEMBER, /* of the struct that the table's rows are */
} Source;

enum
{
  ANXIETY_FIRST,
  ANXIETY_LAST,
};

enum
{
  BY_PERIOD_AGE,
  BY_PERIOD_LATEST_SESSION,
  BY_PERIOD_EMPLOYMENT,
  BY_PERIOD_STAFF,
};

static const CasenessColumn columns[] = {
  { "ReferralRequestReceivedDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_RECEIVED },
  { "ServDischDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_DISCHARGED },
  { "Assessment_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_ASSESSMENT_FIRST },
  { "Assessment_LastDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_ASSESSMENT_LAST },
  { "TherapySession_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_TREATMENT_FIRST },
  { "TherapySession_SecondDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_TREATMENT_SECOND },
  { "TherapySession_LastDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_TREATMENT_LAST },
  { "LowIntensityTherapy_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_LOW_FIRST },
  { "HighIntensityTherapy_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_HIGH_FIRST },
  { "IntegratedContact_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_INTEGRATED_FIRST },
  { "IntegratedTreatment_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_INTEGRATED_TREATMENT_FIRST },
  { "EmpSupport_FirstDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_SUPPORT_FIRST },
  { "EmpSupport_LastDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_SUPPORT_LAST },
  { "EmpSupportDischargeDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_DATE, CASENESS_PATHWAY_SUPPORT_DISCHARGED },
  { "OrgID_Provider", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_PROVIDER },
  { "OrgIDComm", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_COMMISSIONER },
  { "SourceOfReferralIAPT", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SOURCE },
  { "EndCode", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_END_CODE },
  { "PresentingComplaint", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_DESCRIPTOR },
  { "Clinician", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_CLINICIAN },
  { "Supervisor", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SUPERVISOR },
  { "Modality", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_MODALITY },
  { "Step", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_STEP },
  { "Locality", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_LOCALITY },
  { "Team", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_TEAM },
  { "Site", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SITE },
  { "Priority", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_PRIORITY },
  { "GMPCodeReg", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_PRACTICE },
  { "IMDDecile", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_DEPRIVATION },
  { "EthnicCategory", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_ETHNICITY },
  { "Gender", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_GENDER },
  { "GenderIdentity", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_GENDER_IDENTITY },
  { "GenderIdentitySameAtBirth", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SAME_GENDER_AT_BIRTH },
  { "ExBAFIndicator", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_EX_FORCES },
  { "EduEstabTypeIAPT", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_EDUCATION },
  { "LanguageCodePreferred", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_LANGUAGE },
  { "AccommodationType", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_ACCOMMODATION },
  { "Interpreter", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_INTERPRETER },
  { "EmployStatus_First", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_EMPLOYMENT_STATUS },
  { "SickpayIndicator_First", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SICK_PAY_FIRST },
  { "SickpayIndicator_Last", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SICK_PAY_LAST },
  { "PsychotropicIndicator_First", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_PSYCHOTROPIC_FIRST },
  { "PsychotropicIndicator_Last", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_PSYCHOTROPIC_LAST },
  { "Employment_First", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_EMPLOYMENT_FIRST },
  { "Employment_Last", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_EMPLOYMENT_LAST },
  { "SupportedEmployment_First", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SUPPORTED_FIRST },
  { "SupportedEmployment_Last", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SUPPORTED_LAST },
  { "CareContact_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_CARE_CONTACTS },
  { "TreatmentCareContact_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_TREATMENTS },
  { "InternetEnabledTherapy_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_INTERNET_LOGS },
  { "InternetEnabledTherapy_Minutes", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_INTERNET_MINUTES },
  { "EmploymentSupportContact_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_SUPPORT_CONTACTS },
  { "Count_EmploymentStatuses", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_EMPLOYMENT_STATUSES },
  { "FirstStage", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_FIRST_STAGE },
  { "SecondStage", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_SECOND_STAGE },
  { "StageDays", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_COUNT, CASENESS_PATHWAY_STAGE_DAYS },
  { "AppliedRelaxation_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "AppliedRelaxation" },
  { "BriefPsychodynamicPsychotherapy_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "BriefPsychodynamicPsychotherapy" },
  { "CognitiveBehaviourTherapy_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "CognitiveBehaviourTherapy" },
  { "CollaborativeCare_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "CollaborativeCare" },
  { "CounsellingDepression_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "CounsellingDepression" },
  { "CouplesTherapyDepression_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "CouplesTherapyDepression" },
  { "EmploymentSupport_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "EmploymentSupport" },
  { "EyeMovementDesensitisationReprocessing_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "EyeMovementDesensitisationReprocessing" },
  { "GuidedSelfHelp_Book_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "GuidedSelfHelp_Book" },
  { "GuidedSelfHelp_Computer_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "GuidedSelfHelp_Computer" },
  { "InterpersonalPsychotherapy_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "InterpersonalPsychotherapy" },
  { "Mindfulness_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "Mindfulness" },
  { "NonGuidedSelfHelp_Book_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "NonGuidedSelfHelp_Book" },
  { "NonGuidedSelfHelp_Computer_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "NonGuidedSelfHelp_Computer" },
  { "OtherHighIntensity_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "OtherHighIntensity" },
  { "OtherLowIntensity_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "OtherLowIntensity" },
  { "PsychoeducationalPeerSupport_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "PsychoeducationalPeerSupport" },
  { "StructuredPhysicalActivity_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "StructuredPhysicalActivity" },
  { "CommunitySignPosting_Count", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_THERAPY_COUNT, 0, "CommunitySignPosting" },
  { "PHQ9_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "PHQ9" },
  { "PHQ9_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "PHQ9" },
  { "GAD_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "GAD" },
  { "GAD_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "GAD" },
  { "AgoraAlone_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "AgoraAlone" },
  { "AgoraAlone_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "AgoraAlone" },
  { "SocialPhobia_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "SocialPhobia" },
  { "SocialPhobia_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "SocialPhobia" },
  { "PanicDisorder_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "PanicDisorder" },
  { "PanicDisorder_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "PanicDisorder" },
  { "OCD_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "OCD" },
  { "OCD_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "OCD" },
  { "PTSD_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "PTSD" },
  { "PTSD_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "PTSD" },
  { "AnxietyInventory_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "AnxietyInventory" },
  { "AnxietyInventory_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "AnxietyInventory" },
  { "BIQ_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "BIQ" },
  { "BIQ_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "BIQ" },
  { "CFS_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "CFS" },
  { "CFS_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "CFS" },
  { "IBS_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "IBS" },
  { "IBS_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "IBS" },
  { "PHQ15_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "PHQ15" },
  { "PHQ15_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "PHQ15" },
  { "WASAS_Work_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "WASAS_Work" },
  { "WASAS_Work_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "WASAS_Work" },
  { "WASAS_HomeManagement_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "WASAS_HomeManagement" },
  { "WASAS_HomeManagement_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "WASAS_HomeManagement" },
  { "WASAS_SocialLeisureActivities_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "WASAS_SocialLeisureActivities" },
  { "WASAS_SocialLeisureActivities_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "WASAS_SocialLeisureActivities" },
  { "WASAS_PrivateLeisureActivities_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "WASAS_PrivateLeisureActivities" },
  { "WASAS_PrivateLeisureActivities_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "WASAS_PrivateLeisureActivities" },
  { "WASAS_Relationships_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_FIRST_SCORE, 0, "WASAS_Relationships" },
  { "WASAS_Relationships_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_LAST_SCORE, 0, "WASAS_Relationships" },
  { "ADSM_FirstScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_ANXIETY, ANXIETY_FIRST },
  { "ADSM_LastScore", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_SCORE, SOURCE_ANXIETY, ANXIETY_LAST },
  { "CompletedTreatment_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_COMPLETED },
  { "Caseness_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_OUTCOME_CASENESS },
  { "NotCaseness_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_OUTCOME_NOT_CASENESS },
  { "Recovery_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_OUTCOME_RECOVERY },
  { "ReliableImprovement_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_OUTCOME_IMPROVEMENT },
  { "ReliableDeterioration_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_OUTCOME_DETERIORATION },
  { "NoChange_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_OUTCOME_NO_CHANGE },
  { "ADSMOrGAD_First_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_ANXIETY_FIRST },
  { "ADSMOrGAD_Last_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_ANXIETY_LAST },
  { "AppropriateADSM_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_SPECIFIC },
  { "WASAS_Work_First_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_WORK_FIRST },
  { "PEQ_Assessment_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_ASSESSMENT_ANSWERED },
  { "PEQ_Treatment_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_TREATMENT_ANSWERED },
  { "WASAS_Work_Last_Flag", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_FLAG, SOURCE_FLAG, CASENESS_PATHWAY_WORK_LAST },
  { "DisabCode", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_LIST, SOURCE_LIST, CASENESS_PATHWAY_DISABILITIES },
  { "SocPerCircumstance", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_LIST, SOURCE_LIST, CASENESS_PATHWAY_CIRCUMSTANCES },
  { "LongTermCondition", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_LIST, SOURCE_LIST, CASENESS_PATHWAY_LONG_TERM_CONDITIONS },
  { "IntEnabledTherProg", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_LIST, SOURCE_LIST, CASENESS_PATHWAY_PROGRAMMES },
  { "Age_PeriodEnd", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_NUMBER, SOURCE_BY_PERIOD, BY_PERIOD_AGE },
  { "TherapySession_LatestDate", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_DATE, SOURCE_BY_PERIOD, BY_PERIOD_LATEST_SESSION },
  { "Employment_Latest", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_BY_PERIOD, BY_PERIOD_EMPLOYMENT },
  { "EmpSupportInd_Last", CASENESS_TABLE_REFERRAL, CASENESS_COLUMN_TEXT, SOURCE_TEXT, CASENESS_PATHWAY_SUPPORT_WANTED },
  { "CareContDate", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_DATE, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessContact, date) },
  { "AppType", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_NUMBER, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessContact, app_type) },
  { "AttendOrDNACode", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_NUMBER, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessContact, attendance) },
  { "ConsMechanism", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_NUMBER, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessContact, medium) },
  { "CodeProc", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_THERAPIES, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessContact, therapies) },
  { "StaffClass", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_NUMBER, SOURCE_BY_PERIOD, BY_PERIOD_STAFF },
  { "Attended", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_ATTENDED },
  { "WithinReferral", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_WITHIN },
  { "AfterDischarge", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_AFTER },
  { "Treatment", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_TREATMENT },
  { "EmploymentSupportCode", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_SUPPORT_CODE },
  { "EmploymentSupport", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_SUPPORT },
  { "Integrated", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_INTEGRATED },
  { "Seen", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_SEEN },
  { "SeenForTherapy", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_SEEN_THERAPY },
  { "SeenForEmploymentSupport", CASENESS_TABLE_CONTACT, CASENESS_COLUMN_FLAG, SOURCE_FACT, CASENESS_CONTACT_SEEN_SUPPORT },
  { "EndDateIntEnabledTherLog", CASENESS_TABLE_LOG, CASENESS_COLUMN_DATE, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessLog, date) },
  { "DurationIntEnabledTher", CASENESS_TABLE_LOG, CASENESS_COLUMN_NUMBER, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessLog, minutes) },
  { "WithinReferral", CASENESS_TABLE_LOG, CASENESS_COLUMN_FLAG, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessLog, is_within) },
  { "EmployStatusRecDate", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_DATE, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, date) },
  { "EmployStatus", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, status) },
  { "WeekHoursWorked", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, weekly_hours) },
  { "BenefitRecInd", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, benefit) },
  { "ESAInd", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, esa) },
  { "UCInd", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, universal_credit) },
  { "PIPInd", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, pip) },
  { "EmpSupportInd", CASENESS_TABLE_EMPLOYMENT, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessEmploymentRow, support) },
  { "AnswerDate", CASENESS_TABLE_ANSWER, CASENESS_COLUMN_DATE, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessAnswerEvent, date) },
  { "Question", CASENESS_TABLE_ANSWER, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessAnswerEvent, question) },
  { "Answer", CASENESS_TABLE_ANSWER, CASENESS_COLUMN_TEXT, SOURCE_MEMBER, G_STRUCT_OFFSET (CasenessAnswerEvent, answer) },
};

static const char *const table_words[CASENESS_N_TABLES] = {
  [CASENESS_TABLE_REFERRAL] = "referral",
  [CASENESS_TABLE_CONTACT] = "contact",
  [CASENESS_TABLE_LOG] = "log",
  [CASENESS_TABLE_EMPLOYMENT] = "employment",
  [CASENESS_TABLE_ANSWER] = "answer",
};

gboolean
caseness_table_parse (const char *word, CasenessTable *table)
{
  guint i;

  for (i = 0; i < CASENESS_N_TABLES; i++)
    if (strcmp (word, table_words[i]) == 0)
      {
        *table = i;
        return TRUE;
      }
  return FALSE;
}

const char *
caseness_table_get_word (CasenessTable table)
{
  return table_words[table];
}

/* The rows of a table other than the referrals', and whose they are. */
static const CasenessSpans *
get_spans (CasenessTable table, const CasenessSnapshot *snapshot)
{
  static const CasenessEventKind kinds[CASENESS_N_TABLES] = {
    [CASENESS_TABLE_CONTACT] = CASENESS_EVENT_CONTACTS,
    [CASENESS_TABLE_LOG] = CASENESS_EVENT_LOGS,
    [CASENESS_TABLE_EMPLOYMENT] = CASENESS_EVENT_EMPLOYMENT,
    [CASENESS_TABLE_ANSWER] = CASENESS_EVENT_ANSWERS,
  };

  g_assert (table != CASENESS_TABLE_REFERRAL);
  return &caseness_snapshot_get_events (snapshot)->spans[kinds[table]];
}

static const CasenessRows *
get_rows (CasenessTable table, const CasenessSnapshot *snapshot)
{
  return get_spans (table, snapshot)->rows;
}

/* Employment rows belong to people. */
const CasenessSpans *
caseness_table_peek_spans (CasenessTable table, const CasenessSnapshot *snapshot)
{
  return table != CASENESS_TABLE_REFERRAL && table != CASENESS_TABLE_EMPLOYMENT ? get_spans (table, snapshot) : NULL;
}

guint
caseness_table_get_n_rows (CasenessTable table, const CasenessSnapshot *snapshot)
{
  return table != CASENESS_TABLE_REFERRAL ? get_rows (table, snapshot)->n : caseness_snapshot_get_n_pathways (snapshot);
}

const CasenessPacked *
caseness_table_peek_pathways (CasenessTable table, const CasenessSnapshot *snapshot)
{
  switch (table)
    {
    case CASENESS_TABLE_CONTACT:
      return caseness_rows_peek (get_rows (table, snapshot), G_STRUCT_OFFSET (CasenessContact, pathway));
    case CASENESS_TABLE_LOG:
      return caseness_rows_peek (get_rows (table, snapshot), G_STRUCT_OFFSET (CasenessLog, pathway));
    case CASENESS_TABLE_ANSWER:
      return caseness_rows_peek (get_rows (table, snapshot), G_STRUCT_OFFSET (CasenessAnswerEvent, pathway));
    case CASENESS_TABLE_EMPLOYMENT:
      return caseness_snapshot_get_events (snapshot)->employment_pathways;
    case CASENESS_TABLE_REFERRAL:
    case CASENESS_N_TABLES:
    default:
      return NULL;
    }
}

guint32
caseness_table_get_pathway (CasenessTable table, const CasenessSnapshot *snapshot, guint row)
{
  const CasenessPacked *pathways = caseness_table_peek_pathways (table, snapshot);

  return pathways != NULL ? (guint32) caseness_packed_get (pathways, row) : row;
}

const CasenessColumn *
caseness_column_find (CasenessTable table, const char *name)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (columns); i++)
    if (columns[i].table == table && strcmp (columns[i].name, name) == 0)
      return &columns[i];
  return NULL;
}

gboolean
caseness_column_is_by_period (const CasenessColumn *column)
{
  return column->source == SOURCE_BY_PERIOD;
}

/* Whole years at the end of the month in which the period ends: only the month of birth is kept (rulings 3). */
static gint32
get_age (const CasenessSnapshot *snapshot, guint row, const CasenessPeriod *period)
{
  int birth = caseness_snapshot_get_count (snapshot, row, CASENESS_PATHWAY_BIRTH_MONTH);
  int year, month, months;

  if (birth <= 0)
    return CASENESS_CELL_UNKNOWN;
  caseness_date_split (period->end, &year, &month, NULL);
  months = (year - birth / 100) * 12 + month - birth % 100;
  return months >= 0 ? months / 12 : CASENESS_CELL_UNKNOWN;
}

static gint32
get_latest_session (const CasenessSpans *treatments, const CasenessPacked *dates, guint row,
                    const CasenessPeriod *period)
{
  CasenessDate latest = CASENESS_DATE_NONE;
  guint n, first = caseness_spans_get (treatments, row, &n), i;

  for (i = first; i < first + n; i++)
    {
      CasenessDate date = caseness_packed_get (dates, i);

      if (date <= period->end)
        latest = MAX (latest, date);
    }
  return latest;
}

/* The last day on which what is said of work still belongs to the referral. */
static CasenessDate
get_end_of_work (const CasenessSnapshot *snapshot, guint row, const CasenessPeriod *period)
{
  CasenessDate discharged = caseness_snapshot_get_date (snapshot, row, CASENESS_PATHWAY_DISCHARGED);
  CasenessDate supported = caseness_snapshot_get_date (snapshot, row, CASENESS_PATHWAY_SUPPORT_DISCHARGED);

  if (discharged > period->end)
    discharged = CASENESS_DATE_NONE;
  discharged = MAX (discharged, supported);
  return discharged != CASENESS_DATE_NONE ? discharged : period->end;
}

/* Where the employment rows of people are, and what has been asked of their codes so far. */
#define N_EMPLOYMENT_GROUPS 32

/* What a status and a sick absence come to, all as numbers of the dictionary. */
typedef struct
{
  guint32 status;
  guint32 absence;
  guint32 number;
} EmploymentGroup;

typedef struct
{
  const CasenessSnapshot *snapshot;
  const CasenessPeriod *period;
  const CasenessSpans *spans;
  const CasenessPacked *dates;
  const CasenessPacked *statuses;
  const CasenessPacked *absences;
  gint8 *is_status; /* by dictionary number: 0 not asked, 1 no, 2 yes */
  EmploymentGroup groups[N_EMPLOYMENT_GROUPS]; /* of the pairs that occurred first, and those are nearly all */
  guint n_groups;
} Employments;

static gboolean
is_status (const Employments *self, guint32 number)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (self->snapshot);

  if (self->is_status[number] == 0)
    self->is_status[number] = caseness_employment_is_status (caseness_dictionary_get (dictionary, number)) ? 2 : 1;
  return self->is_status[number] == 2;
}

/* The latest usable employment row of the person while the referral lasted, CASENESS_NO_ROW without one. */
static guint32
find_employment (const Employments *self, guint row)
{
  CasenessDate received = caseness_snapshot_get_date (self->snapshot, row, CASENESS_PATHWAY_RECEIVED), end;
  guint32 person = (guint32) caseness_packed_get (caseness_snapshot_get_events (self->snapshot)->people, row);
  guint first, n, i;

  if (person == CASENESS_NO_ROW || received == CASENESS_DATE_NONE)
    return CASENESS_NO_ROW;
  end = get_end_of_work (self->snapshot, row, self->period);
  first = caseness_spans_get (self->spans, person, &n);
  for (i = first + n; i-- > first;)
    {
      CasenessDate date = caseness_packed_get (self->dates, i);

      if (date != CASENESS_DATE_NONE && date >= received && date <= end
          && is_status (self, (guint32) caseness_packed_get (self->statuses, i)))
        return i;
    }
  return CASENESS_NO_ROW;
}

static guint32
name_employment (Employments *self, guint32 status, guint32 absence)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (self->snapshot);
  EmploymentGroup group = { status, absence, 0 };
  guint i;

  for (i = 0; i < self->n_groups; i++)
    if (self->groups[i].status == status && self->groups[i].absence == absence)
      return self->groups[i].number;
  group.number = caseness_dictionary_find (
    dictionary, caseness_employment_get_group (caseness_dictionary_get (dictionary, status),
                                               caseness_dictionary_get (dictionary, absence)));
  if (self->n_groups < N_EMPLOYMENT_GROUPS)
    self->groups[self->n_groups++] = group;
  return group.number;
}

/* Nothing recorded is a status and an absence that are empty. */
static guint32
get_employment (Employments *self, guint row)
{
  guint32 found = find_employment (self, row);

  if (found == CASENESS_NO_ROW)
    return name_employment (self, 0, 0);
  return name_employment (self, (guint32) caseness_packed_get (self->statuses, found),
                          (guint32) caseness_packed_get (self->absences, found));
}

static void
read_employment (const CasenessSnapshot *snapshot, const CasenessPeriod *period, gint32 *cells, guint n)
{
  const CasenessSpans *spans = &caseness_snapshot_get_events (snapshot)->spans[CASENESS_EVENT_EMPLOYMENT];
  Employments employments = {
    .snapshot = snapshot,
    .period = period,
    .spans = spans,
    .dates = caseness_rows_peek (spans->rows, G_STRUCT_OFFSET (CasenessEmploymentRow, date)),
    .statuses = caseness_rows_peek (spans->rows, G_STRUCT_OFFSET (CasenessEmploymentRow, status)),
    .absences = caseness_rows_peek (spans->rows, G_STRUCT_OFFSET (CasenessEmploymentRow, sick_absence)),
    .is_status = g_new0 (gint8, caseness_dictionary_get_size (caseness_snapshot_get_dictionary (snapshot))),
  };
  guint row;

  for (row = 0; row < n; row++)
    cells[row] = (gint32) get_employment (&employments, row);
  g_free (employments.is_status);
}

/* By whom each contact of the period was held; 0 for those of other days. */
static void
read_staff (const CasenessSnapshot *snapshot, const CasenessPeriod *period, gint32 *cells, guint n)
{
  const CasenessEvents *events = caseness_snapshot_get_events (snapshot);
  guint row;

  caseness_packed_read (caseness_rows_peek (events->spans[CASENESS_EVENT_CONTACTS].rows,
                                            G_STRUCT_OFFSET (CasenessContact, date)),
                        0, n, cells);
  for (row = 0; row < n; row++)
    if (cells[row] == CASENESS_DATE_NONE || !caseness_period_contains (period, cells[row]))
      cells[row] = 0;
    else
      {
        CasenessContact contact;

        caseness_events_get_contact (events, row, &contact);
        cells[row] = (gint32) caseness_events_classify_staff (
          events, caseness_snapshot_get_number (snapshot, contact.pathway, CASENESS_PATHWAY_PROVIDER), &contact,
          period->end);
      }
}

static void
read_ages (const CasenessSnapshot *snapshot, const CasenessPeriod *period, gint32 *cells, guint n)
{
  guint row;

  for (row = 0; row < n; row++)
    cells[row] = get_age (snapshot, row, period);
}

static void
read_latest_sessions (const CasenessSnapshot *snapshot, const CasenessPeriod *period, gint32 *cells, guint n)
{
  const CasenessSpans *treatments = &caseness_snapshot_get_events (snapshot)->spans[CASENESS_EVENT_TREATMENTS];
  const CasenessPacked *dates = caseness_rows_peek (treatments->rows, G_STRUCT_OFFSET (CasenessTreatment, date));
  guint row;

  for (row = 0; row < n; row++)
    cells[row] = get_latest_session (treatments, dates, row, period);
}

/* Columns that depend on the period. */
static void (*const by_period[]) (const CasenessSnapshot *snapshot, const CasenessPeriod *period, gint32 *cells,
                                  guint n) = {
  [BY_PERIOD_AGE] = read_ages,
  [BY_PERIOD_LATEST_SESSION] = read_latest_sessions,
  [BY_PERIOD_EMPLOYMENT] = read_employment,
  [BY_PERIOD_STAFF] = read_staff,
};

/* What @which means where the table above names it by a prefix. */
static guint
resolve (const CasenessColumn *column)
{
  if (column->source == SOURCE_THERAPY_COUNT)
    return CASENESS_PATHWAY_THERAPIES + caseness_therapy_find_count (column->prefix);
  if (column->source == SOURCE_FIRST_SCORE || column->source == SOURCE_LAST_SCORE)
    return caseness_tool_find_by_prefix (column->prefix);
  return column->which;
}

const CasenessPacked *
caseness_column_peek (const CasenessColumn *column, const CasenessSnapshot *snapshot, guint32 *mask)
{
  guint which = resolve (column);

  *mask = 0;
  switch ((Source) column->source)
    {
    case SOURCE_DATE:
      return caseness_snapshot_peek_dates (snapshot, which);
    case SOURCE_TEXT:
      return caseness_snapshot_peek_texts (snapshot, which);
    case SOURCE_COUNT:
    case SOURCE_THERAPY_COUNT:
      return caseness_snapshot_peek_counts (snapshot, which);
    case SOURCE_FIRST_SCORE:
      return caseness_snapshot_peek_first_scores (snapshot, which);
    case SOURCE_LAST_SCORE:
      return caseness_snapshot_peek_last_scores (snapshot, which);
    case SOURCE_ANXIETY:
      return caseness_snapshot_peek_anxiety (snapshot, which == ANXIETY_LAST);
    case SOURCE_FLAG:
      *mask = which;
      return caseness_snapshot_peek_flags (snapshot);
    case SOURCE_FACT:
      *mask = which;
      return caseness_rows_peek (get_rows (column->table, snapshot), G_STRUCT_OFFSET (CasenessContact, facts));
    case SOURCE_MEMBER:
      return caseness_rows_peek (get_rows (column->table, snapshot), which);
    case SOURCE_BY_PERIOD:
    case SOURCE_LIST:
    default:
      return NULL;
    }
}

gint32 *
caseness_column_read (const CasenessColumn *column, const CasenessSnapshot *snapshot, const CasenessPeriod *period)
{
  const CasenessPacked *packed;
  guint32 mask;
  guint n, row;
  gint32 *cells;

  g_return_val_if_fail (column != NULL && column->kind != CASENESS_COLUMN_LIST, NULL);
  packed = caseness_column_peek (column, snapshot, &mask);
  if (packed != NULL)
    {
      cells = caseness_packed_dup (packed);
      for (row = 0; mask != 0 && row < packed->n; row++)
        cells[row] = ((guint32) cells[row] & mask) != 0;
      return cells;
    }
  n = caseness_table_get_n_rows (column->table, snapshot);
  cells = g_new (gint32, MAX (n, 1));
  by_period[column->which] (snapshot, period, cells, n);
  return cells;
}

const CasenessSpans *
caseness_column_peek_list (const CasenessColumn *column, const CasenessSnapshot *snapshot)
{
  g_return_val_if_fail (column != NULL && column->kind == CASENESS_COLUMN_LIST, NULL);
  return caseness_events_get_list (caseness_snapshot_get_events (snapshot), column->which);
}
