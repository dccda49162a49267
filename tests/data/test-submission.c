/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "month-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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

#define MPI "IDS001MPI.csv"
#define GP "IDS002GP.csv"
#define EMP "IDS004EmpStatus.csv"
#define REF "IDS101Referral.csv"
#define CON "IDS201CareContact.csv"
#define ACT "IDS202CareActivity.csv"
#define LOG "IDS205InternetTherLog.csv"
#define CMP "IDS603PresentingComplaints.csv"
#define RSC "IDS606CodedScoreAssessmentRefer.csv"
#define ASC "IDS607CodedScoreAssessmentAct.csv"
#define CLU "IDS803CareCluster.csv"
#define QUA "IDS902CarePersQual.csv"

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
    "CASENESS-ENCODING warning IDS601MedHistPrevDiag:0  -", "" },
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

/* Two rows, one number or one local identifier: neither is kept, nor what hangs from them. */
static void
test_shared_number (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  month_fixture_edit (fixture, MPI, "9990010013", "9990010005");
  submission = month_fixture_read (fixture, &error);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, "IDS001MPI.csv, line 2, NHSNumber"));
  g_assert_null (strstr (error->message, "9990010005"));
}

typedef struct
{
  const char *name;
  const char *file;
  const char *from;
  const char *to;
} Excuse;

static const Excuse excuses[] = {
  { "follow-up", CON, "C1,R1,2025-06-10,10:00:00,15F,Y,5,,30,N,02", "C1,R2,2025-06-10,10:00:00,15F,Y,5,,30,N,06" },
  { "questionnaire", RSC, "R1,720433000,15", "R2,747901000000107,4" },
  { "questionnaire-at-contact", ASC, "A2,720433000,4", "A2,747901000000107,4" },
};

static void
test_excused (MonthFixture *fixture, gconstpointer data)
{
  const Excuse *c = data;
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  month_fixture_edit (fixture, REF, "2025-06-20", "2025-05-31");
  month_fixture_edit (fixture, c->file, c->from, c->to);
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (submission->findings->len, ==, 0);
}

static void
test_version_2_0 (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessSubmissionTable *contacts;
  g_autofree char *findings = NULL;

  month_fixture_edit (fixture, "IDS000Header.csv", "2.1,", "2.0,");
  month_fixture_edit (fixture, MPI, "EthnicCategory2021", "OrgIDResidenceResp");
  month_fixture_edit (fixture, MPI, "GenderIdentity,GenderIdentitySameAtBirth,", "");
  month_fixture_edit (fixture, MPI, "1,1,Y,A", "1,A");
  month_fixture_edit (fixture, MPI, "2,2,Y,D", "2,D");
  month_fixture_edit (fixture, GP, "EndDateGMPRegistration\nP1,B86015,1981-07-28,\nP2,B86036,2020-01-01,\n",
                      "EndDateGMPRegistration,OrgIDGPPrac\nP1,B86015,1981-07-28,,15F\nP2,B86036,2020-01-01,,15F\n");
  month_fixture_edit (fixture, REF, "SourceOfReferralIAPT", "SourceOfReferralMH");
  month_fixture_edit (fixture, CON, "ConsMechanism", "ConsMediumUsed");
  month_fixture_edit (fixture, CON, "02,11,", "02,03,");
  month_fixture_edit (fixture, CON, "02,11,", "08,11,");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (submission->version, ==, "2.0");
  findings = month_fixture_print_findings (submission->findings);
  g_assert_cmpstr (findings, ==, "IDS20120 warning IDS201CareContact:3 ConsMechanism -");
  contacts = &submission->tables[11];
  g_assert_cmpstr (contacts->spec->name, ==, "IDS201CareContact");
  g_assert_cmpstr (contacts->cells[caseness_spec_find_field (contacts->spec, "ConsMechanism")], ==, "03");
}

static void
test_facts (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessSubmissionTable *contacts;

  month_fixture_edit (fixture, "IDS000Header.csv", "2025-07-21 09:00:00", "21/07/2025T09:05:07.25");
  month_fixture_edit (fixture, "IDS000Header.csv", "XA1", "xa1");
  month_fixture_edit (fixture, CON, "N,02,11", "N, 2 ,11");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (submission->provider, ==, "XA1");
  g_assert_cmpstr (submission->version, ==, "2.1");
  g_assert_cmpstr (submission->created, ==, "2025-07-21 09:05:07");
  g_assert_cmpint (submission->period_start, ==, caseness_date_new (2025, 6, 1));
  g_assert_cmpint (submission->period_end, ==, caseness_date_new (2025, 6, 30));
  contacts = &submission->tables[11];
  g_assert_cmpuint (contacts->n_read, ==, 2);
  g_assert_cmpuint (contacts->n_rows, ==, 2);
  g_assert_cmpuint (strlen (contacts->sha256), ==, 64);
  g_assert_cmpuint (contacts->notes->len, ==, 1);
  g_assert_cmpstr (contacts->cells[caseness_spec_find_field (contacts->spec, "AppType")], ==, "02");
}

/* A spreadsheet had the one file and not the others. */
static void
test_lost_zeros (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autofree char *findings = NULL;
  g_autoptr(GError) error = NULL;

  month_fixture_edit (fixture, MPI, "P2,", "0042,");
  month_fixture_edit (fixture, GP, "P2,", "0042,");
  month_fixture_edit (fixture, REF, ",P2,", ",0042,");
  month_fixture_write (fixture, "IDS007DisabilityType.csv", "LocalPatientId,DisabCode\n0042,NN\n42,01\n43,01\n");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  findings = month_fixture_print_findings (submission->findings);
  g_assert_cmpstr (findings, ==, "CASENESS-SPREADSHEET warning IDS007DisabilityType:3 LocalPatientId -\n"
                                 "IDS00701 record IDS007DisabilityType:3 LocalPatientId -\n"
                                 "IDS00701 record IDS007DisabilityType:4 LocalPatientId -");
}

static void
test_counts (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessSubmissionTable *complaints = NULL;

  month_fixture_write (fixture, CMP,
                       "ServiceRequestId,FindSchemeInUse,PresComp,PresCompCodSig,PresCompDate\n"
                       "R1,01,F322,1,2025-05-02\nR1,01,F322,1,2025-05-02\nR9,01,F322,1,\nR2,01,F411,,\nR2,01\n");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < submission->n_tables; i++)
    if (g_str_equal (submission->tables[i].spec->name, "IDS603PresentingComplaints"))
      complaints = &submission->tables[i];
  g_assert_cmpuint (complaints->n_read, ==, 5);
  g_assert_cmpuint (complaints->n_rows, ==, 4);
  g_assert_cmpuint (complaints->n_rejected, ==, 3); /* the repeat, the orphan, the short one */
  g_assert_cmpuint (complaints->n_warnings, ==, 2); /* the repeat, the blank significance */
}

/* What the row above was found to be says nothing of a row that is alike, once it broke a rule or was blanked. */
static void
test_rows_alike (MonthFixture *fixture, gconstpointer data)
{
  static const char *const minutes[] = { "10", "10.5", "10.5", "", "", "10", "10", "12345" };
  g_autoptr(GString) text = g_string_new ("ServiceRequestId,StartDateIntEnabledTherLog,EndDateIntEnabledTherLog,"
                                          "IntEnabledTherProg,DurationIntEnabledTher\n");
  g_autoptr(GString) found = g_string_new (NULL);
  g_autoptr(CasenessSubmission) submission = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++)
    g_string_append_printf (text, "R1,2025-06-02,2025-06-02,P%u,%s\n", i, minutes[i]);
  month_fixture_write (fixture, LOG, text->str);
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < submission->findings->len; i++)
    {
      const CasenessFinding *finding = submission->findings->pdata[i];

      if (g_strcmp0 (finding->field, "DurationIntEnabledTher") == 0)
        g_string_append_printf (found, "%s:%u ", finding->rule, finding->line);
    }
  g_assert_cmpstr (found->str, ==, "IDS20515:3 IDS20515:4 IDS20514:5 IDS20514:6 IDS20515:9 ");
}

static void
expect_refusal (MonthFixture *fixture, const char *word)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = month_fixture_read (fixture, &error);

  g_assert_null (submission);
  g_assert_error (error, CASENESS_DATA_ERROR, CASENESS_DATA_ERROR_REFUSED);
  g_assert_nonnull (strstr (error->message, word));
}

static void
test_odd_files (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, CLU, NULL);
  g_autofree char *target = g_build_filename (fixture->folder, "clusters", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  g_assert_cmpint (g_rename (path, target), ==, 0);
  g_assert_cmpint (symlink (target, path), ==, 0);
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpint (g_remove (target), ==, 0);
  expect_refusal (fixture, CLU); /* the link leads nowhere */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink (path, path), ==, 0);
  expect_refusal (fixture, CLU); /* the link leads to itself */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  expect_refusal (fixture, CLU); /* nobody will ever write to it */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (symlink ("/dev/zero", path), ==, 0);
  expect_refusal (fixture, CLU);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  expect_refusal (fixture, CLU);
}

static void
test_file_names (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *from = g_build_filename (fixture->folder, CON, NULL);
  g_autofree char *to = g_build_filename (fixture->folder, "ids201carecontact.CSV", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;

  g_assert_cmpint (g_rename (from, to), ==, 0);
  month_fixture_write (fixture, "notes.txt", "not a table");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (submission->tables[11].file, ==, "ids201carecontact.CSV");
  g_assert_cmpuint (submission->findings->len, ==, 0);
  month_fixture_write (fixture, CON, "CareContactId\n");
  expect_refusal (fixture, "same table");
}

/* Neither may crash nor take long (rulings 102). */
static void
test_monsters (MonthFixture *fixture, gconstpointer data)
{
  g_autofree char *field = g_strnfill (10 * 1024 * 1024, 'x');
  g_autofree char *commas = g_strnfill (100000, ',');
  g_autofree char *long_field = g_strconcat ("LocalPatientId,DisabCode\nP1,", field, "\nP2,NN\n", NULL);
  g_autofree char *wide_row = g_strconcat ("LocalPatientId,DisabCode\nP1", commas, "\nP2,NN\n", NULL);
  g_autofree char *wide_header = g_strconcat ("LocalPatientId,DisabCode", commas, "\nP2,NN\n", NULL);
  const char *texts[] = { long_field, wide_row };
  const char *expected[] = { "CASENESS-FIELD-LENGTH record IDS007DisabilityType:2  -",
                             "CASENESS-FIELD-COUNT record IDS007DisabilityType:2  -" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessSubmission) submission = NULL;
      g_autofree char *findings = NULL;

      month_fixture_write (fixture, "IDS007DisabilityType.csv", texts[i]);
      submission = month_fixture_read (fixture, &error);
      g_assert_no_error (error);
      findings = month_fixture_print_findings (submission->findings);
      g_assert_cmpstr (findings, ==, expected[i]);
    }
  month_fixture_write (fixture, "IDS007DisabilityType.csv", wide_header);
  expect_refusal (fixture, "100002 columns");
}

static void
test_cancelled (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (caseness_submission_read (fixture->folder, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What a person reads: the rule's words, the value unless it may not be shown, and what to do. */
static void
test_messages (MonthFixture *fixture, gconstpointer data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(CasenessSubmission) submission = NULL;
  const CasenessFinding *finding;

  month_fixture_edit (fixture, MPI, "9990010005", "9990010006");
  month_fixture_edit (fixture, REF, "B1,,N,46", "B1,,N,77");
  submission = month_fixture_read (fixture, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (submission->findings->len, ==, 2);
  finding = g_ptr_array_index (submission->findings, 0);
  g_assert_null (strstr (finding->message, "9990010006"));
  g_assert_null (finding->value);
  finding = g_ptr_array_index (submission->findings, 1);
  g_assert_cmpstr (finding->message, ==,
                   "EndCode is not a code of its list. Sent: “77”. Choose a code of the list for EndCode.");
}

/* Whose row it is: by its own number, or by that of the contact or activity it hangs from, kept or not. */
static void
test_owners (MonthFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *file;
    const char *from;
    const char *to;
    const char *table;
    const char *referral; /* of the first finding of the table */
    const char *patient;
  } owners[] = {
    { MPI, "9990010005", "9990010006", "IDS001MPI", NULL, "P1" },
    { REF, "B1,,N,46", "B1,,N,77", "IDS101Referral", "R2", "P2" },
    { CON, "C2,R2,2025-06-20", "C2,R2,2025-06-40", "IDS201CareContact", "R2", NULL },
    { ACT, "443390004", "443390005", "IDS202CareActivity", "R2", NULL },
    { ASC, "A2,720433000,4", "A2,720433000,99", "IDS607CodedScoreAssessmentAct", "R2", NULL },
    { ASC, "A2,720433000,4", "A9,720433000,4", "IDS607CodedScoreAssessmentAct", NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(CasenessSubmission) submission = NULL;
      guint k = 0;

      month_fixture_edit (fixture, owners[i].file, owners[i].from, owners[i].to);
      submission = month_fixture_read (fixture, &error);
      g_assert_no_error (error);
      while (k < submission->findings->len
             && strcmp (((CasenessFinding *) submission->findings->pdata[k])->table, owners[i].table) != 0)
        k++;
      g_assert_cmpuint (k, <, submission->findings->len);
      g_assert_cmpstr (((CasenessFinding *) submission->findings->pdata[k])->referral, ==, owners[i].referral);
      g_assert_cmpstr (((CasenessFinding *) submission->findings->pdata[k])->patient, ==, owners[i].patient);
      month_fixture_restore (fixture, owners[i].file);
    }
}

static const struct
{
  const char *name;
  void (*func) (MonthFixture *fixture, gconstpointer data);
} others[] = {
  { "/data/submission/shared-number", test_shared_number },
  { "/data/submission/version-2.0", test_version_2_0 },
  { "/data/submission/facts", test_facts },
  { "/data/submission/counts", test_counts },
  { "/data/submission/rows-alike", test_rows_alike },
  { "/data/submission/lost-zeros", test_lost_zeros },
  { "/data/submission/odd-files", test_odd_files },
  { "/data/submission/file-names", test_file_names },
  { "/data/submission/monsters", test_monsters },
  { "/data/submission/reading-cancelled", test_cancelled },
  { "/data/submission/messages", test_messages },
  { "/data/submission/owners", test_owners },
};

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
  for (guint i = 0; i < G_N_ELEMENTS (excuses); i++)
    {
      g_autofree char *path = g_strconcat ("/data/submission/closed-before-excused-by/", excuses[i].name, NULL);

      g_test_add (path, MonthFixture, &excuses[i], month_fixture_set_up, test_excused, month_fixture_tear_down);
    }
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    g_test_add (others[i].name, MonthFixture, NULL, month_fixture_set_up, others[i].func, month_fixture_tear_down);
  status = g_test_run ();
  month_fixture_tear_down (&month, NULL);
  return status;
}
