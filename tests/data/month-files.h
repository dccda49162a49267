/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The files of the month that cases change. */
#define MPI "IDS001MPI.csv"
#define GP "IDS002GP.csv"
#define EMP "IDS004EmpStatus.csv"
#define DIS "IDS007DisabilityType.csv"
#define REF "IDS101Referral.csv"
#define CON "IDS201CareContact.csv"
#define ACT "IDS202CareActivity.csv"
#define LOG "IDS205InternetTherLog.csv"
#define CMP "IDS603PresentingComplaints.csv"
#define RSC "IDS606CodedScoreAssessmentRefer.csv"
#define ASC "IDS607CodedScoreAssessmentAct.csv"
#define CLU "IDS803CareCluster.csv"
#define QUA "IDS902CarePersQual.csv"
