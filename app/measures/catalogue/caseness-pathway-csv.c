/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-pathway-csv.h"

#include "caseness-bitmap.h"
#include "caseness-therapy.h"


typedef enum
{
  FIELD_KEY,
  FIELD_TEXT,
  FIELD_DATE,
  FIELD_COUNT,
  FIELD_FLAG,
  FIELD_FIRST_SCORE,
  FIELD_LAST_SCORE,
  FIELD_ANXIETY,
  FIELD_ANXIETY_FIRST,
  FIELD_ANXIETY_LAST,
  FIELD_TRUE,
  FIELD_THERAPY_COUNT,
} FieldKind;

/* The columns, named as in the national post-deadline extract; ours follow. */
static const struct
{
  const char *heading;
  FieldKind kind;
  guint which;        /* of the kind's enumeration */
  const char *prefix; /* of the tool or the count */
} fields[] = {
  { "PathwayID", FIELD_KEY },
  { "ServiceRequestId", FIELD_TEXT, CASENESS_PATHWAY_SERVICE_REQUEST_ID },
  { "OrgID_Provider", FIELD_TEXT, CASENESS_PATHWAY_PROVIDER },
  { "LocalPatientId", FIELD_TEXT, CASENESS_PATHWAY_LOCAL_PATIENT_ID },
  { "ReferralRequestReceivedDate", FIELD_DATE, CASENESS_PATHWAY_RECEIVED },
  { "SourceOfReferralIAPT", FIELD_TEXT, CASENESS_PATHWAY_SOURCE },
  { "ServDischDate", FIELD_DATE, CASENESS_PATHWAY_DISCHARGED },
  { "EndCode", FIELD_TEXT, CASENESS_PATHWAY_END_CODE },
  { "Age_ReferralRequest_ReceivedDate", FIELD_COUNT, CASENESS_PATHWAY_AGE },
  { "Assessment_FirstDate", FIELD_DATE, CASENESS_PATHWAY_ASSESSMENT_FIRST },
  { "Assessment_LastDate", FIELD_DATE, CASENESS_PATHWAY_ASSESSMENT_LAST },
  { "TherapySession_FirstDate", FIELD_DATE, CASENESS_PATHWAY_TREATMENT_FIRST },
  { "TherapySession_SecondDate", FIELD_DATE, CASENESS_PATHWAY_TREATMENT_SECOND },
  { "TherapySession_LastDate", FIELD_DATE, CASENESS_PATHWAY_TREATMENT_LAST },
  { "CareContact_Count", FIELD_COUNT, CASENESS_PATHWAY_CARE_CONTACTS },
  { "TreatmentCareContact_Count", FIELD_COUNT, CASENESS_PATHWAY_TREATMENTS },
  { "LowIntensityTherapy_FirstDate", FIELD_DATE, CASENESS_PATHWAY_LOW_FIRST },
  { "HighIntensityTherapy_FirstDate", FIELD_DATE, CASENESS_PATHWAY_HIGH_FIRST },
  { "TherapyType_First", FIELD_TEXT, CASENESS_PATHWAY_THERAPY_FIRST },
  { "TherapyType_Last", FIELD_TEXT, CASENESS_PATHWAY_THERAPY_LAST },
  { "PresentingComplaint", FIELD_TEXT, CASENESS_PATHWAY_DESCRIPTOR },
  { "CompletedTreatment_Flag", FIELD_FLAG, CASENESS_PATHWAY_COMPLETED },
  { "PHQ9_FirstScore", FIELD_FIRST_SCORE, 0, "PHQ9" },
  { "PHQ9_LastScore", FIELD_LAST_SCORE, 0, "PHQ9" },
  { "GAD_FirstScore", FIELD_FIRST_SCORE, 0, "GAD" },
  { "GAD_LastScore", FIELD_LAST_SCORE, 0, "GAD" },
  { "ADSM", FIELD_ANXIETY },
  { "ADSM_FirstScore", FIELD_ANXIETY_FIRST },
  { "ADSM_LastScore", FIELD_ANXIETY_LAST },
  { "Caseness_Flag", FIELD_FLAG, CASENESS_OUTCOME_CASENESS },
  { "NotCaseness_Flag", FIELD_FLAG, CASENESS_OUTCOME_NOT_CASENESS },
  { "Recovery_Flag", FIELD_FLAG, CASENESS_OUTCOME_RECOVERY },
  { "ReliableImprovement_Flag", FIELD_FLAG, CASENESS_OUTCOME_IMPROVEMENT },
  { "ReliableDeterioration_Flag", FIELD_FLAG, CASENESS_OUTCOME_DETERIORATION },
  { "NoChange_Flag", FIELD_FLAG, CASENESS_OUTCOME_NO_CHANGE },
  { "UsePathway_Flag", FIELD_TRUE },
  { "OrgIDComm", FIELD_TEXT, CASENESS_PATHWAY_COMMISSIONER },
  { "InternetEnabledTherapy_Count", FIELD_COUNT, CASENESS_PATHWAY_INTERNET_LOGS },
  { "SickpayIndicator_First", FIELD_TEXT, CASENESS_PATHWAY_SICK_PAY_FIRST },
  { "SickpayIndicator_Last", FIELD_TEXT, CASENESS_PATHWAY_SICK_PAY_LAST },
  { "PsychotropicIndicator_First", FIELD_TEXT, CASENESS_PATHWAY_PSYCHOTROPIC_FIRST },
  { "PsychotropicIndicator_Last", FIELD_TEXT, CASENESS_PATHWAY_PSYCHOTROPIC_LAST },
  { "AppliedRelaxation_Count", FIELD_THERAPY_COUNT, 0, "AppliedRelaxation" },
  { "BriefPsychodynamicPsychotherapy_Count", FIELD_THERAPY_COUNT, 0, "BriefPsychodynamicPsychotherapy" },
  { "CognitiveBehaviourTherapy_Count", FIELD_THERAPY_COUNT, 0, "CognitiveBehaviourTherapy" },
  { "CollaborativeCare_Count", FIELD_THERAPY_COUNT, 0, "CollaborativeCare" },
  { "CounsellingDepression_Count", FIELD_THERAPY_COUNT, 0, "CounsellingDepression" },
  { "CouplesTherapyDepression_Count", FIELD_THERAPY_COUNT, 0, "CouplesTherapyDepression" },
  { "EmploymentSupport_Count", FIELD_THERAPY_COUNT, 0, "EmploymentSupport" },
  { "EyeMovementDesensitisationReprocessing_Count", FIELD_THERAPY_COUNT, 0, "EyeMovementDesensitisationReprocessing" },
  { "GuidedSelfHelp_Book_Count", FIELD_THERAPY_COUNT, 0, "GuidedSelfHelp_Book" },
  { "GuidedSelfHelp_Computer_Count", FIELD_THERAPY_COUNT, 0, "GuidedSelfHelp_Computer" },
  { "InterpersonalPsychotherapy_Count", FIELD_THERAPY_COUNT, 0, "InterpersonalPsychotherapy" },
  { "Mindfulness_Count", FIELD_THERAPY_COUNT, 0, "Mindfulness" },
  { "NonGuidedSelfHelp_Book_Count", FIELD_THERAPY_COUNT, 0, "NonGuidedSelfHelp_Book" },
  { "NonGuidedSelfHelp_Computer_Count", FIELD_THERAPY_COUNT, 0, "NonGuidedSelfHelp_Computer" },
  { "OtherHighIntensity_Count", FIELD_THERAPY_COUNT, 0, "OtherHighIntensity" },
  { "OtherLowIntensity_Count", FIELD_THERAPY_COUNT, 0, "OtherLowIntensity" },
  { "PsychoeducationalPeerSupport_Count", FIELD_THERAPY_COUNT, 0, "PsychoeducationalPeerSupport" },
  { "StructuredPhysicalActivity_Count", FIELD_THERAPY_COUNT, 0, "StructuredPhysicalActivity" },
  { "CommunitySignPosting_Count", FIELD_THERAPY_COUNT, 0, "CommunitySignPosting" },
  { "AgoraAlone_FirstScore", FIELD_FIRST_SCORE, 0, "AgoraAlone" },
  { "AgoraAlone_LastScore", FIELD_LAST_SCORE, 0, "AgoraAlone" },
  { "SocialPhobia_FirstScore", FIELD_FIRST_SCORE, 0, "SocialPhobia" },
  { "SocialPhobia_LastScore", FIELD_LAST_SCORE, 0, "SocialPhobia" },
  { "PanicDisorder_FirstScore", FIELD_FIRST_SCORE, 0, "PanicDisorder" },
  { "PanicDisorder_LastScore", FIELD_LAST_SCORE, 0, "PanicDisorder" },
  { "OCD_FirstScore", FIELD_FIRST_SCORE, 0, "OCD" },
  { "OCD_LastScore", FIELD_LAST_SCORE, 0, "OCD" },
  { "BIQ_FirstScore", FIELD_FIRST_SCORE, 0, "BIQ" },
  { "BIQ_LastScore", FIELD_LAST_SCORE, 0, "BIQ" },
  { "BPI_FirstScore", FIELD_FIRST_SCORE, 0, "BPI" },
  { "BPI_LastScore", FIELD_LAST_SCORE, 0, "BPI" },
  { "CAT_FirstScore", FIELD_FIRST_SCORE, 0, "CAT" },
  { "CAT_LastScore", FIELD_LAST_SCORE, 0, "CAT" },
  { "DDS_FirstScore", FIELD_FIRST_SCORE, 0, "DDS" },
  { "DDS_LastScore", FIELD_LAST_SCORE, 0, "DDS" },
  { "IBS_FirstScore", FIELD_FIRST_SCORE, 0, "IBS" },
  { "IBS_LastScore", FIELD_LAST_SCORE, 0, "IBS" },
  { "PHQ15_FirstScore", FIELD_FIRST_SCORE, 0, "PHQ15" },
  { "PHQ15_LastScore", FIELD_LAST_SCORE, 0, "PHQ15" },
  { "PSWQ_FirstScore", FIELD_FIRST_SCORE, 0, "PSWQ" },
  { "PSWQ_LastScore", FIELD_LAST_SCORE, 0, "PSWQ" },
  { "WASAS_HomeManagement_FirstScore", FIELD_FIRST_SCORE, 0, "WASAS_HomeManagement" },
  { "WASAS_HomeManagement_LastScore", FIELD_LAST_SCORE, 0, "WASAS_HomeManagement" },
  { "WASAS_PrivateLeisureActivities_FirstScore", FIELD_FIRST_SCORE, 0, "WASAS_PrivateLeisureActivities" },
  { "WASAS_PrivateLeisureActivities_LastScore", FIELD_LAST_SCORE, 0, "WASAS_PrivateLeisureActivities" },
  { "WASAS_Relationships_FirstScore", FIELD_FIRST_SCORE, 0, "WASAS_Relationships" },
  { "WASAS_Relationships_LastScore", FIELD_LAST_SCORE, 0, "WASAS_Relationships" },
  { "WASAS_SocialLeisureActivities_FirstScore", FIELD_FIRST_SCORE, 0, "WASAS_SocialLeisureActivities" },
  { "WASAS_SocialLeisureActivities_LastScore", FIELD_LAST_SCORE, 0, "WASAS_SocialLeisureActivities" },
  { "WASAS_Work_FirstScore", FIELD_FIRST_SCORE, 0, "WASAS_Work" },
  { "WASAS_Work_LastScore", FIELD_LAST_SCORE, 0, "WASAS_Work" },
  { "AnxietyInventory_FirstScore", FIELD_FIRST_SCORE, 0, "AnxietyInventory" },
  { "AnxietyInventory_LastScore", FIELD_LAST_SCORE, 0, "AnxietyInventory" },
  { "PTSD_FirstScore", FIELD_FIRST_SCORE, 0, "PTSD" },
  { "PTSD_LastScore", FIELD_LAST_SCORE, 0, "PTSD" },
  { "CFS_FirstScore", FIELD_FIRST_SCORE, 0, "CFS" },
  { "CFS_LastScore", FIELD_LAST_SCORE, 0, "CFS" },
  { "AgoraAccom_LastScore", FIELD_LAST_SCORE, 0, "AgoraAccom" },
  { "IntegratedContact_FirstDate", FIELD_DATE, CASENESS_PATHWAY_INTEGRATED_FIRST },
  { "IntegratedTreatment_FirstDate", FIELD_DATE, CASENESS_PATHWAY_INTEGRATED_TREATMENT_FIRST },
  { "EmpSupport_FirstDate", FIELD_DATE, CASENESS_PATHWAY_SUPPORT_FIRST },
  { "EmpSupport_LastDate", FIELD_DATE, CASENESS_PATHWAY_SUPPORT_LAST },
  { "EmpSupportDischargeDate", FIELD_DATE, CASENESS_PATHWAY_SUPPORT_DISCHARGED },
  { "Count_EmploymentStatuses", FIELD_COUNT, CASENESS_PATHWAY_EMPLOYMENT_STATUSES },
  { "Count_StatutorySickpayIndicators", FIELD_COUNT, CASENESS_PATHWAY_SICK_PAY_INDICATORS },
  { "Clinician", FIELD_TEXT, CASENESS_PATHWAY_CLINICIAN },
  { "Modality", FIELD_TEXT, CASENESS_PATHWAY_MODALITY },
  { "Step", FIELD_TEXT, CASENESS_PATHWAY_STEP },
  { "Team", FIELD_TEXT, CASENESS_PATHWAY_TEAM },
  { "Locality", FIELD_TEXT, CASENESS_PATHWAY_LOCALITY },
  { "Priority", FIELD_TEXT, CASENESS_PATHWAY_PRIORITY },
};

/* Opaque to others, the same every time, and telling two people under one id apart (rulings 31 and 32). */
static char *
dup_key (const CasenessSnapshot *snapshot, guint index)
{
  return g_strjoin ("|", caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_PROVIDER),
                    caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_SERVICE_REQUEST_ID),
                    caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_LOCAL_PATIENT_ID), NULL);
}

static char *
dup_date (CasenessDate date)
{
  char text[11];

  return g_strdup (caseness_date_write_iso (date, text));
}

/* A negative number is one that is not known. */
static char *
dup_count (int count)
{
  return count < 0 ? g_strdup ("") : g_strdup_printf ("%d", count);
}

static char *
dup_flag (gboolean flag)
{
  return g_strdup (flag ? "True" : "False");
}

guint
caseness_pathway_get_n_fields (void)
{
  return G_N_ELEMENTS (fields);
}

const char *
caseness_pathway_get_heading (guint field)
{
  g_return_val_if_fail (field < G_N_ELEMENTS (fields), NULL);
  return fields[field].heading;
}

char *
caseness_pathway_dup_field (const CasenessSnapshot *snapshot, guint index, guint field)
{
  CasenessAnxiety anxiety;
  guint which, n_tools;

  g_return_val_if_fail (snapshot != NULL && field < G_N_ELEMENTS (fields), NULL);
  anxiety = caseness_snapshot_get_anxiety (snapshot, index);
  which = fields[field].which;
  switch (fields[field].kind)
    {
    case FIELD_KEY:
      return dup_key (snapshot, index);
    case FIELD_TEXT:
      return g_strdup (caseness_snapshot_get_text (snapshot, index, which));
    case FIELD_DATE:
      return dup_date (caseness_snapshot_get_date (snapshot, index, which));
    case FIELD_COUNT:
      return dup_count (caseness_snapshot_get_count (snapshot, index, which));
    case FIELD_THERAPY_COUNT:
      which = CASENESS_PATHWAY_THERAPIES + caseness_therapy_find_count (fields[field].prefix);
      return dup_count (caseness_snapshot_get_count (snapshot, index, which));
    case FIELD_FLAG:
      return dup_flag ((caseness_snapshot_get_flags (snapshot, index) & which) != 0);
    case FIELD_FIRST_SCORE:
      which = caseness_tool_find_by_prefix (fields[field].prefix);
      return caseness_score_format (caseness_snapshot_get_scores (snapshot, index, which).first);
    case FIELD_LAST_SCORE:
      which = caseness_tool_find_by_prefix (fields[field].prefix);
      return caseness_score_format (caseness_snapshot_get_scores (snapshot, index, which).last);
    case FIELD_ANXIETY:
      return g_strdup (caseness_tool_get_all (&n_tools)[anxiety.tool].adsm_name);
    case FIELD_ANXIETY_FIRST:
      return caseness_score_format (anxiety.pair.first);
    case FIELD_ANXIETY_LAST:
      return caseness_score_format (anxiety.pair.last);
    case FIELD_TRUE:
      return dup_flag (TRUE);
    default:
      g_assert_not_reached ();
    }
}

static void
write_field (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, guint index, guint field)
{
  g_autofree char *text = caseness_pathway_dup_field (snapshot, index, field);

  caseness_csv_writer_text (writer, text);
}

void
caseness_pathway_write_headings (CasenessCsvWriter *writer)
{
  guint k;

  for (k = 0; k < G_N_ELEMENTS (fields); k++)
    caseness_csv_writer_text (writer, fields[k].heading);
  caseness_csv_writer_end_row (writer);
}

void
caseness_pathway_write_row (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, guint32 index)
{
  guint k;

  g_return_if_fail (writer != NULL && snapshot != NULL);
  for (k = 0; k < G_N_ELEMENTS (fields); k++)
    if (index != CASENESS_NO_ROW)
      write_field (writer, snapshot, index, k);
    else
      caseness_csv_writer_text (writer, NULL);
  caseness_csv_writer_end_row (writer);
}

void
caseness_pathway_write_csv (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, const CasenessFilter *filter)
{
  g_autoptr(CasenessFrame) frame = NULL;
  g_autofree guint64 *people = NULL;
  CasenessPeriod latest;

  g_return_if_fail (writer != NULL && snapshot != NULL);
  frame = caseness_frame_new ((CasenessSnapshot *) snapshot); /* counted, never changed */
  latest = caseness_period_around (CASENESS_PERIOD_MONTH, MAX (caseness_snapshot_get_latest_period_end (snapshot), 0));
  caseness_frame_set_period (frame, &latest);
  if (!caseness_filter_select (filter, frame, &people, NULL))
    people = caseness_bitmap_new (caseness_snapshot_get_n_pathways (snapshot));
  else if (people == NULL)
    people = caseness_bitmap_new_full (caseness_snapshot_get_n_pathways (snapshot));
  caseness_pathway_write_people_csv (writer, snapshot, people);
}

void
caseness_pathway_write_people_csv (CasenessCsvWriter *writer, const CasenessSnapshot *snapshot, const guint64 *people)
{
  guint i;

  g_return_if_fail (writer != NULL && snapshot != NULL && people != NULL);
  caseness_pathway_write_headings (writer);
  CASENESS_BITMAP_EACH (people, caseness_snapshot_get_n_pathways (snapshot), i)
    caseness_pathway_write_row (writer, snapshot, i);
}
