/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "month-files.h"
#include "month-fixture.h"

#include <string.h>

/* What is done to the sound month, and what must come of it. */
typedef struct
{
  const char *name;
  const char *file;
  const char *from;     /* NULL: @to is the whole file, or NULL to remove it */
  const char *to;
  const char *findings; /* as month_fixture_print_findings (); after ~ only one of them */
  const char *rejected; /* as month_fixture_print_rejected () */
} Case;

typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
  const char *words[4]; /* the message holds each */
} Refusal;

/* Both sides of each boundary: "" is a month without findings. */
static const Case cases[] = {
  { "sound", REF, "R1", "R1", "", "" },
  /* one field */
  { "blank-mandatory", REF, "15F,2025-05-01", ",2025-05-01", "~IDS10108 record IDS101Referral:2 OrgIDComm -", NULL },
  { "blank-optional", MPI, "BD7 3DS", "", "IDS00123 warning IDS001MPI:2 Postcode -", "" },
  { "list-2.1", CON, "N,02,11", "N,09,11", "", "" },
  { "list-not", CON, "N,02,11", "N,11,11", "IDS20156 record IDS201CareContact:2 AppType 11\n"
    "IDS20224 record IDS202CareActivity:2 CareContactId -\n"
    "IDS60708 record IDS607CodedScoreAssessmentAct:2 CareActId -\n"
    "IDS60708 record IDS607CodedScoreAssessmentAct:3 CareActId -", "IDS201:2 IDS202:2 IDS607:2 IDS607:3" },
  { "list-source-new", REF, "H1", "N4", "", "" },
  { "list-warning", REF, "B1,,N,46", "B1,,N,77", "IDS10136 warning IDS101Referral:3 EndCode -", "" },
  { "letters-and-zeros", CON, "N,02,11", "n,2,11", "", "" },
  { "language-upper", MPI, ",en,8", ",EN,8", "", "" },
  { "long-20", QUA, "S1", "S1234567890123456789", "", "" },
  { "long-21", QUA, "S1", "S12345678901234567890", "IDS90202 record IDS902CarePersQual:2 CarePersLocalId -",
    "IDS902:2" },
  { "length-6", RSC, ",15,", ",15,", "", "" },
  { "length-org-5", "IDS105OnwardReferral.csv", "XA2", "XA234", "", "" },
  { "length-org-6", "IDS105OnwardReferral.csv", "XA2", "XA2345",
    "IDS10518 record IDS105OnwardReferral:2 OrgIDReceiving XA2345", "IDS105:2" },
  { "digits-4", CON, ",30,", ",9999,", "", "" },
  { "digits-5", LOG, ",10,", ",10000,", "IDS20515 record IDS205InternetTherLog:2 DurationIntEnabledTher 10000",
    "IDS205:2" },
  { "digits-not", LOG, ",10,", ",10.5,", "IDS20515 record IDS205InternetTherLog:2 DurationIntEnabledTher 10.5",
    "IDS205:2" },
  { "snomed", "IDS011SocPerCircumstances.csv", "20430005", "20430006",
    "IDS01109 record IDS011SocPerCircumstances:2 SocPerCircumstance 20430006", "IDS011:2" },
  { "snomed-expression", ACT, "443390004", "443390005", "IDS20230 record IDS202CareActivity:3 CodeProcAndProcStatus "
    "304891004:408730004=443390005\nIDS60708 record IDS607CodedScoreAssessmentAct:4 CareActId -",
    "IDS202:3 IDS607:4" },
  { "scheme-icd-6", CMP, "F322", "F32.21", "", "" },
  { "scheme-icd-7", CMP, "F322", "F32.212", "IDS60310 record IDS603PresentingComplaints:2 PresComp F32.212",
    "IDS603:2" },
  { "scheme-snomed", "IDS602LongTermCondition.csv", "73211009", "73211008",
    "IDS60209 record IDS602LongTermCondition:2 LongTermCondition 73211008", "IDS602:2" },
  /* dates and times */
  { "date-mandatory", REF, "2025-05-01", "31/02/2025",
    "~IDS10112 record IDS101Referral:2 ReferralRequestReceivedDate 31/02/2025", NULL },
  { "date-british", REF, "2025-05-01", "01/05/2025", "", "" },
  { "date-optional", REF, "2025-06-20", "31/02/2025", "IDS10127 warning IDS101Referral:3 ServDischDate 31/02/2025",
    "" },
  { "date-1889", GP, "1981-07-28", "1889-12-31", "IDS00210 warning IDS002GP:2 StartDateGMPRegistration 1889-12-31",
    "" },
  { "date-own", EMP, "2025-05-08,", "2025-05-08,9999-99-99",
    "CASENESS00402 warning IDS004EmpStatus:2 EmpSupportDischargeDate 9999-99-99", "" },
  { "time", CON, "10:00:00", "25:00", "IDS20109 warning IDS201CareContact:2 CareContTime 25:00", "" },
  { "time-dummy-date", CON, "10:00:00", "1970-01-01 10:00:00", "", "" },
  { "period-last-day", CON, "2025-06-10", "2025-06-30", "", "" },
  { "period-after", QUA, "2023-09-01", "2025-07-01", "IDS90207 record IDS902CarePersQual:2 QualAwardedDate 2025-07-01",
    "IDS902:2" },
  { "period-first-day", RSC, "2025-06-05", "2025-06-01", "", "" },
  { "period-before", RSC, "2025-06-05", "2025-05-31",
    "IDS60618 record IDS606CodedScoreAssessmentRefer:2 AssToolCompDate 2025-05-31", "IDS606:2" },
  { "registration-day-after", GP, "2020-01-01", "2025-07-01", "", "" },
  { "registration-two-days-after", GP, "1981-07-28", "2025-07-02",
    "~IDS00211 record IDS002GP:2 StartDateGMPRegistration 2025-07-02", NULL },
  { "plan-two-years", QUA, "2023-09-01,", ",2027-06-30", "", "" },
  { "plan-beyond", QUA, "2023-09-01,", ",2027-07-01",
    "IDS90215 record IDS902CarePersQual:2 QualPlannedCompletionDate 2027-07-01", "IDS902:2" },
  { "award-2005", QUA, "2023-09-01", "2005-01-01", "", "" },
  { "award-2004", QUA, "2023-09-01", "2004-12-31", "IDS90212 record IDS902CarePersQual:2 QualAwardedDate 2004-12-31",
    "IDS902:2" },
  { "birth-same-day", CMP, "2025-05-02", "1980-06-23", "", "" },
  { "birth-before", CMP, "2025-05-02", "1980-06-22",
    "IDS60316 record IDS603PresentingComplaints:2 PresCompDate 1980-06-22", "IDS603:2" },
  { "referral-same-day", LOG, "R1,2025-06-02", "R1,2025-05-01", "", "" },
  { "referral-before", LOG, "R1,2025-06-02", "R1,2025-04-30",
    "IDS20520 record IDS205InternetTherLog:2 StartDateIntEnabledTherLog 2025-04-30", "IDS205:2" },
  { "onset-slash", REF, "2024-10", "2024/10", "IDS10142 warning IDS101Referral:2 OnsetDate -", "" },
  { "onset-13", REF, "2024-10", "2024-13", "~IDS10132 record IDS101Referral:2 OnsetDate 2024-13", NULL },
  { "onset-birth-month", REF, "2024-10", "1980-06", "", "" },
  { "onset-before-birth", REF, "2024-10", "1980-05", "~IDS10141 record IDS101Referral:2 OnsetDate 1980-05", NULL },
  { "onset-spreadsheet", REF, "2024-10", "Oct-24", "~CASENESS-SPREADSHEET warning IDS101Referral:2 OnsetDate Oct-24",
    NULL },
  { "day-number", CON, "2025-06-10", "45818", "~CASENESS-SPREADSHEET warning IDS201CareContact:2 CareContDate 45818",
    NULL },
  { "separator", "IDS011SocPerCircumstances.csv", NULL, "LocalPatientId;SocPerCircumstance;SocPerCircumstanceRecDate\n"
    "P1;20430005;2025-02-06\n", "", "" },
  { "zeros-of-nobody", "IDS007DisabilityType.csv", NULL, "LocalPatientId,DisabCode\n01,NN\nP1,NN\n001,NN\n",
    "IDS00701 record IDS007DisabilityType:2 LocalPatientId -\n"
    "IDS00701 record IDS007DisabilityType:4 LocalPatientId -", "IDS007:2 IDS007:4" },
  /* people */
  { "nhs-check-digit", MPI, "9990010005", "9990010006", "IDSREJ006 file IDS001MPI:2 NHSNumber -", "" },
  { "nhs-mirror", MPI, "9990010005", "1234554321", "IDSREJ006 file IDS001MPI:2 NHSNumber -", "" },
  { "nhs-blank", MPI, "9990010005,01", ",03", "IDS00111 warning IDS001MPI:2 NHSNumber -", "" },
  { "nhs-and-status-blank", MPI, "9990010005,01", ",", "IDS00111 warning IDS001MPI:2 NHSNumber -\n"
    "IDS00118 warning IDS001MPI:2 NHSNumberStatus -\nIDS00162 warning IDS001MPI:2 NHSNumberStatus -", "" },
  { "nhs-status-says-filled", MPI, "9990010005,01", ",02", "IDS00111 warning IDS001MPI:2 NHSNumber -\n"
    "IDS00161 warning IDS001MPI:2 NHSNumberStatus -", "" },
  { "postcode-no-space", MPI, "BD7 3DS", "BD73DS", "IDSREJ007 file IDS001MPI:2 Postcode -", "" },
  { "postcode-long-area", MPI, "BD7 3DS", "EC1A  1BB", "", "" },
  { "born-after", MPI, "1995-09-18", "2025-07-01", "IDSREJ008 file IDS001MPI:3 PersonBirthDate -", "" },
  { "aged-120", MPI, "1995-09-18", "1904-06-02", "", "" },
  { "aged-121", MPI, "1995-09-18", "1904-06-01", "IDSREJ008 file IDS001MPI:3 PersonBirthDate -", "" },
  { "birth-date-unreadable", MPI, "1995-09-18", "soon", "CASENESS00102 warning IDS001MPI:3 PersonBirthDate -", "" },
  { "issuer-differs", MPI, "P2,XA1", "P2,XA2", "IDS00153 warning IDS001MPI:3 OrgIDLocalPatientId -", "" },
  /* fields together */
  { "discharge-without-reason", REF, ",46,", ",,", "IDS10137 warning IDS101Referral:3 EndCode -", "" },
  { "reason-without-discharge", REF, "46,2025-06-20", "46,", "IDS10138 warning IDS101Referral:3 ServDischDate -", "" },
  { "cancelled", CON, "Y,5,,30", "Y,2,,30", "IDS20166 warning IDS201CareContact:2 AttendOrDNACode -", "" },
  { "cancelled-short-notice", CON, "Y,5,,30", "Y,2,Y,30", "", "" },
  { "not-cancelled", CON, "Y,5,,30", "Y,5,Y,30", "IDS20167 warning IDS201CareContact:2 AttendOrDNACode -", "" },
  { "finding-without-scheme", ACT, "748051000000105,,,", "748051000000105,,F322,",
    "IDS20214 record IDS202CareActivity:2 FindSchemeInUse -\n"
    "IDS60708 record IDS607CodedScoreAssessmentAct:2 CareActId -\n"
    "IDS60708 record IDS607CodedScoreAssessmentAct:3 CareActId -", "IDS202:2 IDS607:2 IDS607:3" },
  /* scores */
  { "score-highest", ASC, "720433000,14", "720433000,27", "", "" },
  { "score-too-high", ASC, "720433000,14", "720433000,28",
    "IDS60707 warning IDS607CodedScoreAssessmentAct:2 PersScore -", "" },
  { "score-form", ASC, "720433000,14", "720433000,14.0",
    "IDS60711 record IDS607CodedScoreAssessmentAct:2 PersScore 14.0", "IDS607:2" },
  { "score-point", RSC, "720433000,15", "473355002,2.3", "", "" },
  { "score-no-point", RSC, "720433000,15", "473355002,3",
    "IDS60615 record IDS606CodedScoreAssessmentRefer:2 PersScore 3", "IDS606:2" },
  { "score-answer", RSC, "720433000,15", "747861000000100,Y", "", "" },
  { "score-no-answer", RSC, "720433000,15", "747861000000100,X",
    "IDS60607 warning IDS606CodedScoreAssessmentRefer:2 PersScore -", "" },
  { "tool-unknown", RSC, "720433000", "720433001",
    "IDS60613 record IDS606CodedScoreAssessmentRefer:2 CodedAssToolType 720433001", "IDS606:2" },
  /* keys */
  { "key-twice", CMP, "R2,01,F411,1,2025-04-02", "R1,01,F322,2,2025-05-02",
    "IDS60302 record IDS603PresentingComplaints:2 ServiceRequestId -\n"
    "IDS60302 record IDS603PresentingComplaints:3 ServiceRequestId -", "IDS603:2 IDS603:3" },
  { "key-with-blank", CMP, "F322,1,2025-05-02\nR2,01,F411,1,2025-04-02", "F322,1,\nR1,01,F322,2,", "", "" },
  { "row-twice", CMP, "R2,01,F411,1,2025-04-02", "R1,01,F322,1,2025-05-02",
    "CASENESS-ROW-REPEATED warning IDS603PresentingComplaints:3  -", "IDS603:3" },
  { "row-twice-of-three", CMP, "R2,01,F411,1,2025-04-02", "R1,01,F322,1,2025-05-02\nR1,01,F322,2,2025-05-02",
    "IDS60302 record IDS603PresentingComplaints:2 ServiceRequestId -\n"
    "CASENESS-ROW-REPEATED warning IDS603PresentingComplaints:3  -\n"
    "IDS60302 record IDS603PresentingComplaints:4 ServiceRequestId -", "IDS603:2 IDS603:3 IDS603:4" },
  { "rejected-row-does-not-compete", CMP, "R2,01,F411,1,2025-04-02", "R1,,F322,2,2025-05-02",
    "IDS60305 record IDS603PresentingComplaints:3 FindSchemeInUse -", "IDS603:3" },
  { "key-blank-equals-blank", RSC, "R1,720433000,15,2025-06-05,09:30:00",
    "R1,720433000,15,2025-06-05,\nR1,720433000,16,2025-06-05,",
    "IDS60616 record IDS606CodedScoreAssessmentRefer:2 ServiceRequestId -\n"
    "IDS60616 record IDS606CodedScoreAssessmentRefer:3 ServiceRequestId -", "IDS606:2 IDS606:3" },
  { "log-twice-counts-twice", LOG, "S1,Y\n", "S1,Y\nR1,2025-06-02,2025-06-08,SilverCloud,10,S1,Y\n",
    "IDS20519 warning IDS205InternetTherLog:2 ServiceRequestId -\n"
    "IDS20519 warning IDS205InternetTherLog:3 ServiceRequestId -", "" },
  { "several-open", CLU, "P1,03,2025-05-01,,,", "P1,03,2025-05-01,,,\nP1,04,2025-06-01,,,",
    "IDS80319 record IDS803CareCluster:2 LocalPatientId -\nIDS80319 record IDS803CareCluster:3 LocalPatientId -",
    "IDS803:2 IDS803:3" },
  { "one-open", CLU, "P1,03,2025-05-01,,,", "P1,03,2025-05-01,,2025-06-01,\nP1,04,2025-06-02,,,", "", "" },
  { "same-moment", CON, "C2,R2,2025-06-20,11:00:00", "C2,R1,2025-06-10,10:00:00",
    "IDS20168 warning IDS201CareContact:2 ServiceRequestId -\nIDS20168 warning IDS201CareContact:3 ServiceRequestId -",
    "" },
  { "same-day", CON, "C2,R2,2025-06-20,11:00:00", "C2,R1,2025-06-10,11:00:00", "", "" },
  { "gap", GP, "1981-07-28,", "1981-07-28,2025-06-10",
    "IDS00223 warning IDS002GP:2 LocalPatientId -", "" },
  { "no-gap", GP, "1981-07-28,", "1981-07-28,2025-06-10\nP1,B86099,2025-06-11,", "", "" },
  /* owners */
  { "orphan", CMP, "R2", "R9", "IDS60301 record IDS603PresentingComplaints:3 ServiceRequestId -", "IDS603:3" },
  { "chain", GP, "P2,B86036,2020-01-01,\n", "",
    "IDS00145 record IDS001MPI:3 LocalPatientId -\nIDS10101 record IDS101Referral:3 LocalPatientId -\n"
    "IDS10510 record IDS105OnwardReferral:2 ServiceRequestId -\n"
    "IDS20142 record IDS201CareContact:3 ServiceRequestId -\nIDS20224 record IDS202CareActivity:3 CareContactId -\n"
    "IDS60301 record IDS603PresentingComplaints:3 ServiceRequestId -\n"
    "IDS60708 record IDS607CodedScoreAssessmentAct:4 CareActId -",
    "IDS001:3 IDS101:3 IDS105:2 IDS201:3 IDS202:3 IDS603:3 IDS607:4" },
  { "childless", REF, "R2,P2", "R2,P1",
    "IDS00146 record IDS001MPI:3 LocalPatientId -\nIDS00220 record IDS002GP:3 LocalPatientId -",
    "IDS001:3 IDS002:3" },
  /* discharged before the month */
  { "closed-first-day", REF, "2025-06-20", "2025-06-01", "", "" },
  { "closed-before", REF, "2025-06-20", "2025-05-31", "IDS00146 record IDS001MPI:3 LocalPatientId -\n"
    "IDS00220 record IDS002GP:3 LocalPatientId -\nIDS10129 record IDS101Referral:3 ServDischDate 2025-05-31\n"
    "IDS10510 record IDS105OnwardReferral:2 ServiceRequestId -\n"
    "IDS20142 record IDS201CareContact:3 ServiceRequestId -\nIDS20224 record IDS202CareActivity:3 CareContactId -\n"
    "IDS60301 record IDS603PresentingComplaints:3 ServiceRequestId -\n"
    "IDS60708 record IDS607CodedScoreAssessmentAct:4 CareActId -", NULL },
  /* files */
  { "column-unknown", LOG, "IntegratedSoftwareInd\n", "IntegratedSoftwareInd,Shoe Size\n",
    "CASENESS-COLUMN-UNKNOWN warning IDS205InternetTherLog:1 Shoe Size -\n"
    "CASENESS-FIELD-COUNT record IDS205InternetTherLog:2  -", "" },
  { "column-missing", LOG, ",IntegratedSoftwareInd\nR1,2025-06-02,2025-06-08,SilverCloud,10,S1,Y",
    "\nR1,2025-06-02,2025-06-08,SilverCloud,10,S1",
    "CASENESS-COLUMN-MISSING warning IDS205InternetTherLog:1 IntegratedSoftwareInd -", "" },
  { "column-name-2.0", CON, "ConsMechanism", "consmediumused", "", "" },
  { "column-dropped-in-2.1", EMP, "EmpSupportDischargeDate\nP1,01,2025-05-07,01,N,X,N,N,N,N,N,Y,2025-05-08,",
    "EmpSupportDischargeDate,JSAInd\nP1,01,2025-05-07,01,N,X,N,N,N,N,N,Y,2025-05-08,,N", "", "" },
  { "table-missing", CLU, NULL, NULL, "", "" },
  { "table-empty", CLU, NULL, "", "CASENESS-FILE-EMPTY warning IDS803CareCluster:0  -", "" },
  { "windows-1252", "IDS601MedHistPrevDiag.csv", "F322", "caf\xE9",
    "CASENESS-ENCODING warning IDS601MedHistPrevDiag:2  -", "" },
  { "byte-order-mark", CON, "CareContactId,", "\xEF\xBB\xBF\"CareContactId\",", "", "" },
  { "header-case-and-blanks", CON, "CareContactId,ServiceRequestId", "CARECONTACTID , \"serviceRequestID \"", "", "" },
};

static const Refusal refusals[] = {
  { "no-header", "IDS000Header.csv", NULL, NULL, { "IDS000Header.csv" } },
  { "no-people", MPI, NULL, NULL, { "IDS001MPI.csv" } },
  { "no-registrations", GP, NULL, NULL, { "IDS002GP.csv" } },
  { "no-referrals", REF, NULL, NULL, { "IDS101Referral.csv" } },
  { "empty-file", REF, NULL, "", { "IDS101Referral.csv", "empty" } },
  { "no-rows", REF, NULL, "ServiceRequestId,LocalPatientId,OrgIDComm,ReferralRequestReceivedDate\n",
    { "IDS101Referral.csv", "no rows" } },
  { "column-missing", REF, "ReferralRequestReceivedDate", "Received",
    { "IDS101Referral.csv", "line 1", "ReferralRequestReceivedDate" } },
  { "column-twice", REF, "OnsetDate", "enddate,EndCode", { "IDS101Referral.csv", "line 1", "EndCode", "twice" } },
  { "semicolons", REF, NULL, "ServiceRequestId;LocalPatientId\nR1;P1\n", { "IDS101Referral.csv", "line 1" } },
  { "header-day-number", "IDS000Header.csv", "2025-06-01", "45809",
    { "IDS000Header.csv", "line 2", "ReportingPeriodStartDate", "spreadsheet" } },
  { "open-quote", REF, "R2", "\"R2", { "IDS101Referral.csv", "line 3", "never closed" } },
  { "stray-quote", REF, "P2", "P\"2", { "IDS101Referral.csv", "line 3", "quotation mark" } },
  { "header-twice", "IDS000Header.csv", "09:00:00\n", "09:00:00\n2.1,XB1,XB1,System,2025-06-01,2025-06-30,2025-07-21\n",
    { "IDS000Header.csv", "line 3", "more than one" } },
  { "version", "IDS000Header.csv", "2.1,", "1.5,", { "IDS000Header.csv", "line 2", "DatSetVer", "1.5" } },
  { "period-half", "IDS000Header.csv", "2025-06-30", "2025-06-29", { "IDS000Header.csv", "line 2", "month" } },
  { "period-backwards", "IDS000Header.csv", "2025-06-30", "2025-05-31",
    { "IDS000Header.csv", "line 2", "ends before" } },
  { "period-unreadable", "IDS000Header.csv", "2025-06-30", "31/06/2025",
    { "IDS000Header.csv", "line 2", "ReportingPeriodEndDate", "31/06/2025" } },
  { "created-unreadable", "IDS000Header.csv", "2025-07-21 09:00:00", "yesterday",
    { "IDS000Header.csv", "line 2", "DateTimeDatSetCreate" } },
  { "provider-blank", "IDS000Header.csv", "2.1,XA1", "2.1,", { "IDS000Header.csv", "line 2", "OrgIDProv" } },
  { "nothing-left", GP, NULL, "LocalPatientId,GMPCodeReg\nP9,B86015\n", { "No referral is left" } },
};

static void
apply (MonthFixture *fixture, const char *file, const char *from, const char *to)
{
  if (from == NULL)
    month_fixture_write (fixture, file, to);
  else
    month_fixture_edit (fixture, file, from, to);
}

/* One of the cases, in the folder that they use in turn: making one for each costs seconds on slow disks. */
typedef struct
{
  MonthFixture *month;
  const Case *c;
  const Refusal *refusal;
} Turn;

static void
test_case (gconstpointer data)
{
  const Turn *turn = data;
  MonthFixture *fixture = turn->month;
  const Case *c = turn->c;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autofree char *findings = NULL;
  g_autofree char *rejected = NULL;

  apply (fixture, c->file, c->from, c->to);
  submission = month_fixture_read (fixture, &error);
  month_fixture_restore (fixture, c->file);
  g_assert_no_error (error);
  findings = month_fixture_print_findings (submission->findings);
  rejected = month_fixture_print_rejected (submission);
  if (c->findings[0] == '~')
    g_assert_nonnull (strstr (findings, c->findings + 1));
  else
    g_assert_cmpstr (findings, ==, c->findings);
  if (c->rejected != NULL)
    g_assert_cmpstr (rejected, ==, c->rejected);
}

static void
test_refusal (gconstpointer data)
{
  const Turn *turn = data;
  MonthFixture *fixture = turn->month;
  const Refusal *c = turn->refusal;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  apply (fixture, c->file, c->from, c->to);
  submission = month_fixture_read (fixture, &error);
  month_fixture_restore (fixture, c->file);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_null (submission);
  for (guint i = 0; i < G_N_ELEMENTS (c->words) && c->words[i] != NULL; i++)
    if (strstr (error->message, c->words[i]) == NULL)
      g_error ("“%s” does not say “%s”", error->message, c->words[i]);
}

static void
add_turn (MonthFixture *month, const Case *c, const Refusal *refusal)
{
  Turn *turn = g_new (Turn, 1);
  g_autofree char *path = c == NULL ? g_strconcat ("/data/submission/refused/", refusal->name, NULL)
                                    : g_strconcat ("/data/submission/", c->name, NULL);

  turn->month = month;
  turn->c = c;
  turn->refusal = refusal;
  g_test_add_data_func_full (path, turn, c == NULL ? test_refusal : test_case, g_free);
}

int
main (int argc, char **argv)
{
  MonthFixture month;
  int status;

  g_test_init (&argc, &argv, NULL);
  month_fixture_set_up (&month, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    add_turn (&month, &cases[i], NULL);
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    add_turn (&month, NULL, &refusals[i]);
  status = g_test_run ();
  month_fixture_tear_down (&month, NULL);
  return status;
}
