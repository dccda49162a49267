/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-complaint.h"
#include "caseness-pathway-csv.h"

/* One service, and what its first pathway must say. */
typedef struct
{
  const char *why;
  const char *script;
  const char *expected;
} DeriveCase;

static const DeriveCase window_cases[] = {
  { "nothing happened", "R R1 2025-01-10",
    "CareContact_Count=0 TreatmentCareContact_Count=0 TherapySession_FirstDate= ADSM=GAD ADSM_FirstScore= "
    "CompletedTreatment_Flag=False PresentingComplaint= UsePathway_Flag=True Age_ReferralRequest_ReceivedDate=40" },
  { "the day of receipt and of discharge belong to it, the days around do not",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-09 02 5 A1/S1/CBT;C C2 2025-01-10 02 5 A2/S1/CBT;"
    "C C3 2025-02-10 02 5 A3/S1/CBT;C C4 2025-02-11 02 5 A4/S1/CBT",
    "TreatmentCareContact_Count=2 TherapySession_FirstDate=2025-01-10 TherapySession_LastDate=2025-02-10 "
    "CompletedTreatment_Flag=True" },
  { "an open referral lasts to the end of what was sent",
    "R R1 2025-12-01;C C1 2025-12-31 02 5 A1/S1/CBT;C C2 2026-01-01 02 5 A2/S1/CBT", "TreatmentCareContact_Count=1" },
  { "discharged before it came",
    "R R1 2025-03-01 2025-02-01;C C1 2025-02-10 02 5 A1/S1/CBT;C C2 2025-03-01 02 5 A2/S1/CBT",
    "CareContact_Count=0 CompletedTreatment_Flag=False" },
  { "two treatments make a course, one does not",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-20 02 5 A1/S1/CBT", "CompletedTreatment_Flag=False" },
};

static const DeriveCase contact_cases[] = {
  { "five and six are attended, the others are not",
    "R R1 2025-01-10;C C1 2025-01-11 01 5;C C2 2025-01-12 01 6;C C3 2025-01-13 01 7;C C4 2025-01-14 01 3;"
    "C C5 2025-01-15 01 2;C C6 2025-01-16 01 4;C C7 2025-01-17 01 0",
    "CareContact_Count=2 Assessment_FirstDate=2025-01-11 Assessment_LastDate=2025-01-12" },
  { "unplanned counts as attended, whatever its code", "R R1 2025-01-10;C C1 2025-01-11 02 3N A1/S1/CBT",
    "CareContact_Count=1 TreatmentCareContact_Count=1" },
  { "02, 03 and 05 are treatment, 01, 04, 06 and 10 are not",
    "R R1 2025-01-10;C C1 2025-01-11 01 5;C C2 2025-01-12 02 5;C C3 2025-01-13 03 5;C C4 2025-01-14 04 5;"
    "C C5 2025-01-15 05 5;C C6 2025-01-16 06 5;C C7 2025-01-17 10 5",
    "TreatmentCareContact_Count=3 CareContact_Count=6 TherapySession_FirstDate=2025-01-12 "
    "TherapySession_SecondDate=2025-01-13 TherapySession_LastDate=2025-01-15 Assessment_LastDate=2025-01-13" },
  { "so are 07, 08, 09 and none no treatment either",
    "R R1 2025-01-10;C C1 2025-01-11 07 5;C C2 2025-01-12 08 5;C C3 2025-01-13 09 5;C C4 2025-01-14 00 5",
    "TreatmentCareContact_Count=0 CareContact_Count=4" },
  { "assessments are 01 and 03, on the days of receipt and discharge too, not before or after",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-09 01 5;C C2 2025-01-10 03 5;C C3 2025-01-20 02 5;C C4 2025-02-10 01 5;"
    "C C5 2025-02-11 01 5",
    "Assessment_FirstDate=2025-01-10 Assessment_LastDate=2025-02-10" },
  { "integrated contacts are attended, in the referral and no follow-up; the treatments are those of treatment",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-09 02 5I;C C2 2025-01-11 02 3I;C C3 2025-01-12 06 5I;C C4 2025-01-13 01 5I;"
    "C C5 2025-01-14 02 5;C C6 2025-01-15 02 5I",
    "IntegratedContact_FirstDate=2025-01-13 IntegratedTreatment_FirstDate=2025-01-15" },
  { "nothing integrated after discharge", "R R1 2025-01-10 2025-02-10;C C1 2025-02-11 02 5I",
    "IntegratedContact_FirstDate= IntegratedTreatment_FirstDate=" },
  { "employment support alone is a contact and no treatment",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/E1/EmpSupport A2/E1/-", "CareContact_Count=1 TreatmentCareContact_Count=0" },
  { "employment support beside a therapy is treatment",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/E1/EmpSupport A2/S1/CBT",
    "TreatmentCareContact_Count=1 TherapyType_First=304891004 Clinician=S1" },
  { "a contact without a procedure is treatment", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/-",
    "TreatmentCareContact_Count=1 TherapyType_First= Step= Modality=" },
};

/* The three ways into an employment support contact, each on both sides of its window (derivations, section 3). */
static const DeriveCase support_cases[] = {
  { "the code with another type, in the referral",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-09 02 5 A/E1/EmpSupport;C C2 2025-01-10 02 5 A/E1/EmpSupport;"
    "C C3 2025-02-10 01 5 A/E1/EmpSupport;C C4 2025-02-11 02 5 A/E1/EmpSupport",
    "EmpSupport_FirstDate=2025-01-10 EmpSupport_LastDate=2025-02-10" },
  { "not what was missed, nor another code",
    "R R1 2025-01-10;C C1 2025-01-11 02 3 A/E1/EmpSupport;C C2 2025-01-12 02 5 A/E1/CBT", "EmpSupport_FirstDate=" },
  { "the code at a follow-up, after discharge alone",
    "R R1 2025-01-10 2025-02-10;M 198003 1 A;E 2025-01-11 01 N - Y 2025-01-15;C C1 2025-02-10 06 5 A/E1/EmpSupport;"
    "C C2 2025-02-11 06 5 A/E1/EmpSupport",
    "EmpSupport_FirstDate=2025-02-11" },
  { "type 10 and follow-ups with the code until support ends",
    "R R1 2025-01-10 2025-02-10;M 198003 1 A;E 2025-01-11 01 N - Y 2025-03-10;C C1 2025-01-09 10 5;"
    "C C2 2025-01-11 10 5;C C3 2025-03-10 10 5;C C4 2025-03-11 10 5",
    "EmpSupport_FirstDate=2025-01-11 EmpSupport_LastDate=2025-03-10 EmpSupportDischargeDate=2025-03-10" },
  { "and to the end of what was sent while it has not ended", "R R1 2025-01-10 2025-02-10;C C1 2025-12-31 10 5",
    "EmpSupport_FirstDate=2025-12-31" },
};

/* Psychotropic medication as the first and the last attended contacts in the referral say; blanks say nothing. */
static const DeriveCase medication_cases[] = {
  { "first and last", "R R1 2025-01-10;C C1 2025-01-11 01 5/02;C C2 2025-01-12 02 5/03",
    "PsychotropicIndicator_First=02 PsychotropicIndicator_Last=03" },
  { "blanks are passed over", "R R1 2025-01-10;C C1 2025-01-11 01 5;C C2 2025-01-12 02 5/01;C C3 2025-01-13 02 5",
    "PsychotropicIndicator_First=01 PsychotropicIndicator_Last=01" },
  { "not from what was missed", "R R1 2025-01-10;C C1 2025-01-11 01 3/01", "PsychotropicIndicator_First=" },
  { "nor from before or after",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-09 01 5/01;C C2 2025-01-10 01 5/02;C C3 2025-02-10 02 5/03;"
    "C C4 2025-02-11 02 5/01",
    "PsychotropicIndicator_First=02 PsychotropicIndicator_Last=03" },
};

static const DeriveCase session_cases[] = {
  { "by time within a day, unknown times after, logs last",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/IPT;C C2 2025-01-11T09:00 02 5 A2/S1/CBT;"
    "L 2025-01-11 2025-01-18 Sleepio 30",
    "TherapyType_First=304891004 TherapyType_Last=IET~Sleepio TreatmentCareContact_Count=3 CareContact_Count=3 "
    "TherapySession_SecondDate=2025-01-11 InternetEnabledTherapy_Count=1 HighIntensityTherapy_FirstDate=2025-01-11" },
  { "by contact id as text where times agree",
    "R R1 2025-01-10;C C9 2025-01-11T09:00 02 5 A1/S1/IPT;C C10 2025-01-11T09:00 02 5 A2/S1/CBT",
    "TherapyType_First=304891004 TherapyType_Last=443730003" },
  { "a log stands at its start", "R R1 2025-01-10;L 2025-01-12 2025-01-18 X 10;C C1 2025-01-15 02 5 A1/S1/GSH-Book",
    "TherapySession_FirstDate=2025-01-12 TherapySession_LastDate=2025-01-15 LowIntensityTherapy_FirstDate=2025-01-15 "
    "HighIntensityTherapy_FirstDate=2025-01-12 Step=Both" },
  { "both ends of a log must lie in the referral",
    "R R1 2025-01-10 2025-01-31;L 2025-01-09 2025-01-15 X 10;L 2025-01-28 2025-02-01 X 10;L 2025-01-10 2025-01-31 X 0",
    "TreatmentCareContact_Count=1 CompletedTreatment_Flag=False" },
  { "one log twice is two sessions", "R R1 2025-01-10;L 2025-01-11 2025-01-17 X 5;L 2025-01-11 2025-01-17 X 5",
    "TreatmentCareContact_Count=2 TherapySession_SecondDate=2025-01-11" },
  { "lowest activity first, highest last, sessions without a code passed over",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A2/S1/CBT A1/S1/GSH-Book;C C2 2025-01-12 02 5 A3/S1/-",
    "TherapyType_First=748051000000105 TherapyType_Last=304891004 Step=Both" },
  { "a therapy nobody listed is none", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/199314001",
    "TreatmentCareContact_Count=1 TherapyType_First= LowIntensityTherapy_FirstDate=" },
  { "nor is one that is seldom seen (rulings 6)", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/228557008",
    "TreatmentCareContact_Count=1 TherapyType_First= HighIntensityTherapy_FirstDate= CognitiveBehaviourTherapy_Count=0" },
  { "the second brief psychodynamic code is high intensity", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/429048003",
    "HighIntensityTherapy_FirstDate=2025-01-11 Step=High~only" },
};

static const DeriveCase tally_cases[] = {
  { "whoever saw the person most",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT;C C2 2025-01-12 02 5 A2/S1/CBT;C C3 2025-01-13 02 5 A3/S2/IPT",
    "Clinician=S1 Modality=CBT" },
  { "a tie goes to whoever came last",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT;C C2 2025-01-12 02 5 A2/S2/IPT", "Clinician=S2 Modality=IPT" },
  { "in one contact to the higher activity", "R R1 2025-01-10;C C1 2025-01-11 02 5 A2/S1/CBT A1/S2/IPT",
    "Clinician=S1 Modality=CBT" },
  { "two activities of one contact count once",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT A2/S1/CBT;C C2 2025-01-12 02 5 A3/S2/IPT",
    "Clinician=S2 Modality=IPT" },
  { "a log counts, and a later one wins the tie", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT;L 2025-01-12 2025-01-18 X 9 S3",
    "Clinician=S3 Modality=IET" },
  { "employment support is left out", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT A2/E1/EmpSupport",
    "Clinician=S1 Modality=CBT" },
  { "the team is the referral's", "F S1 North;R R1 2025-01-10;Q Castle South -;C C1 2025-01-11 02 5 A1/S1/CBT",
    "Team=South Locality=Castle" },
  { "else the clinician's", "F S1 North;R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT", "Team=North" },
};

static const DeriveCase score_cases[] = {
  { "first and last, and a single score is no last",
    "R R1 2025-01-10;C C1 2025-01-11 01 5 A1/S1/-+PHQ9:20+GAD:15;C C2 2025-01-18 02 5 A2/S1/CBT+PHQ9:12;"
    "C C3 2025-01-25 02 5 A3/S1/CBT+PHQ9:5",
    "PHQ9_FirstScore=20 PHQ9_LastScore=5 GAD_FirstScore=15 GAD_LastScore= ADSM_FirstScore=15 ADSM_LastScore=" },
  { "not from follow-ups, missed contacts or employment support",
    "R R1 2025-01-10;C C1 2025-01-11 06 5 A1/S1/-+PHQ9:1;C C2 2025-01-12 02 3 A2/S1/CBT+PHQ9:2;"
    "C C3 2025-01-13 02 5 A3/E1/EmpSupport+PHQ9:3;C C4 2025-01-14 10 5 A4/E1/-+PHQ9:4;C C5 2025-01-15 02 5 A5/S1/CBT+PHQ9:9",
    "PHQ9_FirstScore=9 PHQ9_LastScore=" },
  { "from employment support beside a therapy",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:9 A2/E1/EmpSupport", "PHQ9_FirstScore=9" },
  { "out of range is no score", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:28+GAD:21",
    "PHQ9_FirstScore= GAD_FirstScore=21" },
  { "two activities of one contact are no pair",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A2/S1/CBT+PHQ9:9 A1/S1/CBT+PHQ9:12", "PHQ9_FirstScore=12 PHQ9_LastScore=" },
  { "two contacts of one day are",
    "R R1 2025-01-10;C C1 2025-01-11T10:00 02 5 A1/S1/CBT+PHQ9:12;C C2 2025-01-11T11:00 02 5 A2/S1/CBT+PHQ9:12",
    "PHQ9_FirstScore=12 PHQ9_LastScore=12" },
  { "the referral's own scores count inside it",
    "R R1 2025-01-10 2025-02-10;S 2025-01-09 PHQ9 27;S 2025-01-10 PHQ9 20;S 2025-02-10 PHQ9 7;S 2025-02-11 PHQ9 1",
    "PHQ9_FirstScore=20 PHQ9_LastScore=7" },
  { "the same score at both levels is one", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:9;S 2025-01-11 PHQ9 9",
    "PHQ9_FirstScore=9 PHQ9_LastScore=" },
  { "another value at referral level pairs", "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:9;S 2025-01-11 PHQ9 8",
    "PHQ9_FirstScore=9 PHQ9_LastScore=8" },
  { "known times come before unknown ones",
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:9;S 2025-01-11T23:00 PHQ9 8",
    "PHQ9_FirstScore=8 PHQ9_LastScore=9" },
  { "a course is judged, and only a course",
    "R R1 2025-01-10 2025-02-10;P 01 F431 1 2025-01-11;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:12+GAD:10+PTSD:40;"
    "C C2 2025-02-10 02 5 A2/S1/CBT+PHQ9:6+GAD:5+PTSD:31",
    "ADSM=PTSD ADSM_FirstScore=40 ADSM_LastScore=31 Caseness_Flag=True NotCaseness_Flag=False Recovery_Flag=True "
    "ReliableImprovement_Flag=True ReliableDeterioration_Flag=False NoChange_Flag=False" },
  { "an open one has the measure and no flags",
    "R R1 2025-01-10;P 01 F431 1 2025-01-11;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:12+PTSD:40;"
    "C C2 2025-02-10 02 5 A2/S1/CBT+PHQ9:6+PTSD:31",
    "ADSM=PTSD Caseness_Flag=False Recovery_Flag=False CompletedTreatment_Flag=False" },
  { "mobility prints without trailing zeros",
    "R R1 2025-01-10;P 01 F400 1;C C1 2025-01-11 02 5 A1/S1/CBT+AgoraAlone:2.30;C C2 2025-01-18 02 5 A2/S1/CBT+AgoraAlone:2.29",
    "ADSM=AgoraAlone ADSM_FirstScore=2.3 ADSM_LastScore=2.29" },
};

/* Which contacts scores may come from, and what makes a pair. */
static const DeriveCase pair_cases[] = {
  { "the day of receipt and of discharge, not the days around",
    "R R1 2025-01-10 2025-02-10;C C1 2025-01-09 01 5 A/S1/-+PHQ9:27;C C2 2025-01-10 01 5 A/S1/-+PHQ9:20;"
    "C C3 2025-02-10 02 5 A/S1/CBT+PHQ9:7;C C4 2025-02-11 02 5 A/S1/CBT+PHQ9:1",
    "PHQ9_FirstScore=20 PHQ9_LastScore=7" },
  { "an unplanned contact is attended", "R R1 2025-01-10;C C1 2025-01-11 02 3N A/S1/CBT+PHQ9:9", "PHQ9_FirstScore=9" },
  { "the lowest and the highest of the range are scores, and a zero is one",
    "R R1 2025-01-10;C C1 2025-01-11 01 5 A/S1/-+PHQ9:27;C C2 2025-01-12 02 5 A/S1/CBT+PHQ9:0",
    "PHQ9_FirstScore=27 PHQ9_LastScore=0" },
  { "what is out of range is passed over, not a zero",
    "R R1 2025-01-10;C C1 2025-01-11 01 5 A/S1/-+PHQ9:28;C C2 2025-01-12 02 5 A/S1/CBT+PHQ9:9",
    "PHQ9_FirstScore=9 PHQ9_LastScore=" },
  { "the same score on another day is another", "R R1 2025-01-10;C C1 2025-01-11 02 5 A/S1/CBT+PHQ9:9;S 2025-01-12 PHQ9 9",
    "PHQ9_FirstScore=9 PHQ9_LastScore=9" },
  { "the same score of another tool is another", "R R1 2025-01-10;C C1 2025-01-11 02 5 A/S1/CBT+PHQ9:9;S 2025-01-11 GAD 9",
    "PHQ9_FirstScore=9 PHQ9_LastScore= GAD_FirstScore=9" },
  { "the specific measure once, so GAD-7 for start and end",
    "R R1 2025-01-10;P 01 F431 1;C C1 2025-01-11 01 5 A/S1/-+PTSD:40+GAD:10;C C2 2025-01-12 02 5 A/S1/CBT+GAD:5",
    "ADSM=GAD ADSM_FirstScore=10 ADSM_LastScore=5 PTSD_FirstScore=40 PTSD_LastScore=" },
};

static const DeriveCase complaint_cases[] = {
  { "primary before secondary before blank",
    "R R1 2025-01-10;P 01 F411 - 2025-06-01;P 01 F431 2 2025-05-01;P 01 F322 1 2025-01-01", "PresentingComplaint=F322" },
  { "then the latest day, none last", "R R1 2025-01-10;P 01 F411 1;P 01 F431 1 2025-02-01;P 01 F322 1 2025-01-01",
    "PresentingComplaint=F431" },
  { "then whatever was sent last", "R R1 2025-01-10;P 01 F411 1 2025-01-01;P 01 F431 1 2025-01-01",
    "PresentingComplaint=F431" },
  { "invalid and primary beats valid and secondary", "R R1 2025-01-10;P 01 X 1 2025-01-01;P 01 F431 2 2025-01-01",
    "PresentingComplaint=-3 ADSM=GAD" },
  { "an empty one never wins", "R R1 2025-01-10;P - F322 1 2025-06-01;P 01 F431 2 2025-01-01",
    "PresentingComplaint=F431" },
};

static void
check_cases (gconstpointer data, gsize n)
{
  const DeriveCase *cases = data;
  gsize i;

  for (i = 0; i < n; i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (cases[i].script, NULL);
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      caseness_pathway_write_csv (writer, snapshot, NULL);
      fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, cases[i].expected, cases[i].why);
    }
}

#define DEFINE_TEST(name) \
  static void test_##name (void) \
  { \
    check_cases (name##_cases, G_N_ELEMENTS (name##_cases)); \
  }

DEFINE_TEST (window)
DEFINE_TEST (contact)
DEFINE_TEST (session)
DEFINE_TEST (tally)
DEFINE_TEST (score)
DEFINE_TEST (complaint)
DEFINE_TEST (support)
DEFINE_TEST (medication)
DEFINE_TEST (pair)

/* Each code goes to its own count and to no other, and a log to the other therapies of high intensity. */
static void
test_therapy_counts (void)
{
  static const struct { const char *code; const char *column; } therapies[] = {
    { "748051000000105", "GuidedSelfHelp_Book_Count" },     { "748101000000105", "NonGuidedSelfHelp_Book_Count" },
    { "748041000000107", "GuidedSelfHelp_Computer_Count" }, { "748091000000102", "NonGuidedSelfHelp_Computer_Count" },
    { "748061000000108", "StructuredPhysicalActivity_Count" }, { "702545008", "PsychoeducationalPeerSupport_Count" },
    { "1026111000000108", "OtherLowIntensity_Count" },      { "975131000000104", "CommunitySignPosting_Count" },
    { "1127281000000100", "AppliedRelaxation_Count" },      { "1129471000000105", "CouplesTherapyDepression_Count" },
    { "842901000000108", "CollaborativeCare_Count" },       { "286711000000107", "CounsellingDepression_Count" },
    { "314034001", "BriefPsychodynamicPsychotherapy_Count" }, { "429048003", "BriefPsychodynamicPsychotherapy_Count" },
    { "449030000", "EyeMovementDesensitisationReprocessing_Count" }, { "933221000000107", "Mindfulness_Count" },
    { "1026131000000100", "OtherHighIntensity_Count" },     { "304891004", "CognitiveBehaviourTherapy_Count" },
    { "443730003", "InterpersonalPsychotherapy_Count" },    { "IET", "OtherHighIntensity_Count" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (therapies); i++)
    {
      gboolean is_log = g_str_equal (therapies[i].code, "IET"), is_low = i < 8;
      g_autofree char *script
        = is_log ? g_strdup ("R R1 2025-01-10;L 2025-01-11 2025-01-18 X 10")
                 : g_strdup_printf ("R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/%s A2/S1/%s", therapies[i].code,
                                    therapies[i].code);
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
      g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);

      caseness_pathway_write_csv (writer, snapshot, NULL);
      for (gsize k = 0; k < G_N_ELEMENTS (therapies); k++)
        {
          gboolean is_own = g_str_equal (therapies[k].column, therapies[i].column);
          g_autofree char *expected = g_strdup_printf ("%s=%d", therapies[k].column, is_own ? 1 : 0);

          fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, expected, therapies[i].code);
        }
      fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0,
                         is_low ? "LowIntensityTherapy_FirstDate=2025-01-11 HighIntensityTherapy_FirstDate="
                                : "LowIntensityTherapy_FirstDate= HighIntensityTherapy_FirstDate=2025-01-11",
                         therapies[i].code);
    }
}

static void
test_validate (void)
{
  static const struct { guint scheme; const char *code; const char *valid; } codes[] = {
    { 1, "F32.2", "F322" },   { 1, "f411", "F411" },     { 1, "F32", "-3" },  { 1, "F3221D", "F3221" },
    { 1, "F10D", "F10D" },    { 1, "322F", "-3" },       { 1, "??", "-3" },   { 1, "", "" },
    { 4, "83482000", "83482000" }, { 4, "12345", "-3" }, { 4, "F431", "-3" }, { 4, "1234567890123456789", "-3" },
    { 0, "F431", "" },        { 2, "F431", "-3" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      g_autofree char *valid = caseness_complaint_validate (codes[i].scheme, codes[i].code);

      g_assert_cmpstr (valid, ==, codes[i].valid);
    }
}

/* Each switch, turned against its default, on a service where it matters. */
typedef struct
{
  const char *why;
  gsize offset; /* of a gboolean in CasenessSwitches, to be turned over */
  const char *script;
  const char *before;
  const char *after;
} SwitchCase;

#define OFFSET(field) G_STRUCT_OFFSET (CasenessSwitches, field)

static const SwitchCase switch_cases[] = {
  { "logs at their end", OFFSET (iet_date_is_end), "R R1 2025-01-10;L 2025-01-12 2025-01-18 X 10",
    "TherapySession_FirstDate=2025-01-12", "TherapySession_FirstDate=2025-01-18" },
  { "empty logs ignored", OFFSET (iet_zero_minutes_count), "R R1 2025-01-10;L 2025-01-12 2025-01-18 X 0",
    "TreatmentCareContact_Count=1", "TreatmentCareContact_Count=0" },
  { "unplanned ignored", OFFSET (unplanned_counts), "R R1 2025-01-10;C C1 2025-01-11 02 3N", "CareContact_Count=1",
    "CareContact_Count=0" },
  { "mixed contacts are support", OFFSET (es_mixed_is_treatment),
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT A2/E1/EmpSupport", "TreatmentCareContact_Count=1",
    "TreatmentCareContact_Count=0" },
  { "support is no contact", OFFSET (es_only_is_contact), "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/E1/EmpSupport",
    "CareContact_Count=1", "CareContact_Count=0" },
  { "the footnote's list", OFFSET (hi_codes_are_full), "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CfD",
    "HighIntensityTherapy_FirstDate=2025-01-11", "HighIntensityTherapy_FirstDate= TherapyType_First=286711000000107" },
  { "referral scores ignored", OFFSET (include_606), "R R1 2025-01-10;S 2025-01-11 PHQ9 9", "PHQ9_FirstScore=9",
    "PHQ9_FirstScore=" },
  { "no pairs within a day", OFFSET (same_day_pair),
    "R R1 2025-01-10;C C1 2025-01-11T10:00 02 5 A1/S1/CBT+PHQ9:9;C C2 2025-01-11T11:00 02 5 A2/S1/CBT+PHQ9:8",
    "PHQ9_LastScore=8", "PHQ9_LastScore=" },
  { "doubles count", OFFSET (dedupe_606_607),
    "R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:9;S 2025-01-11 PHQ9 9", "PHQ9_LastScore=", "PHQ9_LastScore=9" },
};

static void
test_switches (void)
{
  guint i, turned;

  for (i = 0; i < G_N_ELEMENTS (switch_cases); i++)
    for (turned = 0; turned < 2; turned++)
      {
        g_autoptr(CasenessSnapshot) snapshot = NULL;
        g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
        CasenessSwitches switches;
        gboolean *field = G_STRUCT_MEMBER_P (&switches, switch_cases[i].offset);

        caseness_switches_init (&switches);
        *field ^= turned;
        snapshot = fixture_snapshot_new (switch_cases[i].script, &switches);
        caseness_pathway_write_csv (writer, snapshot, NULL);
        fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0,
                           turned ? switch_cases[i].after : switch_cases[i].before, switch_cases[i].why);
      }
}

/* Rows come by provider, referral, patient; a filter leaves some out. */
static void
test_csv (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R2 2025-01-10 - P2;Q Castle - -;R R10 2025-01-10 - P9;R R10 2025-01-11 - P3", NULL);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessFilter) everybody = caseness_filter_new ();
  g_autoptr(CasenessFilter) castle = caseness_filter_with (everybody, CASENESS_DIMENSION_LOCALITY, "Castle");

  caseness_pathway_write_csv (writer, snapshot, NULL);
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, "ServiceRequestId=R10 LocalPatientId=P3", "order");
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 1, "ServiceRequestId=R10 LocalPatientId=P9", "order");
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 2, "ServiceRequestId=R2 PathwayID=XA1|R2|P2", "order");
  caseness_csv_writer_clear (writer);
  caseness_pathway_write_csv (writer, snapshot, castle);
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, "ServiceRequestId=R2", "filter");
}

static void
test_read (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R1 2025-01-10;C C1 2025-01-11 02 5 A1/S1/CBT+PHQ9:9", NULL);
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  guint phq = caseness_tool_find_by_prefix ("PHQ9");
  CasenessPathway pathway;

  caseness_snapshot_read (snapshot, 0, &pathway);
  g_assert_cmpint (pathway.dates[CASENESS_PATHWAY_RECEIVED], ==, caseness_date_new (2025, 1, 10));
  g_assert_cmpint (pathway.scores[phq].first, ==, 900);
  g_assert_cmpstr (caseness_dictionary_get (dictionary, pathway.texts[CASENESS_PATHWAY_MODALITY]), ==, "CBT");
  g_assert_cmpint (caseness_packed_get (caseness_snapshot_peek_dates (snapshot, CASENESS_PATHWAY_TREATMENT_FIRST), 0), ==,
                   caseness_date_new (2025, 1, 11));
  g_assert_cmpint (caseness_packed_get (caseness_snapshot_peek_counts (snapshot, CASENESS_PATHWAY_TREATMENTS), 0), ==, 1);
  g_assert_cmphex (caseness_packed_get (caseness_snapshot_peek_flags (snapshot), 0), ==, 0);
  g_assert_cmpuint (caseness_snapshot_get_n_treatments (snapshot, 0), ==, 1);
}

/* A bit that means two things makes one of them untrue. */
static void
test_flags (void)
{
  static const guint flags[] = {
    CASENESS_OUTCOME_CASENESS, CASENESS_OUTCOME_NOT_CASENESS, CASENESS_OUTCOME_RECOVERY, CASENESS_OUTCOME_IMPROVEMENT,
    CASENESS_OUTCOME_DETERIORATION, CASENESS_OUTCOME_NO_CHANGE, CASENESS_PATHWAY_COMPLETED, CASENESS_PATHWAY_FAULTY,
    CASENESS_PATHWAY_ANXIETY_FIRST, CASENESS_PATHWAY_ANXIETY_LAST, CASENESS_PATHWAY_SPECIFIC,
    CASENESS_PATHWAY_WORK_FIRST, CASENESS_PATHWAY_WORK_LAST, CASENESS_PATHWAY_ASSESSMENT_ANSWERED,
    CASENESS_PATHWAY_TREATMENT_ANSWERED, CASENESS_PATHWAY_DESCRIPTOR_CHANGED, CASENESS_PATHWAY_FIRST_DIP,
  };
  guint seen = 0, i;

  for (i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_assert_cmphex (seen & flags[i], ==, 0);
      seen |= flags[i];
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/derive/window", test_window);
  g_test_add_func ("/measures/derive/contacts", test_contact);
  g_test_add_func ("/measures/derive/sessions", test_session);
  g_test_add_func ("/measures/derive/tally", test_tally);
  g_test_add_func ("/measures/derive/scores", test_score);
  g_test_add_func ("/measures/derive/complaints", test_complaint);
  g_test_add_func ("/measures/derive/support", test_support);
  g_test_add_func ("/measures/derive/medication", test_medication);
  g_test_add_func ("/measures/derive/pairs", test_pair);
  g_test_add_func ("/measures/derive/therapy-counts", test_therapy_counts);
  g_test_add_func ("/measures/derive/switches", test_switches);
  g_test_add_func ("/measures/complaint/validate", test_validate);
  g_test_add_func ("/measures/pathway-csv/rows", test_csv);
  g_test_add_func ("/measures/snapshot/read", test_read);
  g_test_add_func ("/measures/pathway/flags", test_flags);
  return g_test_run ();
}
