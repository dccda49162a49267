/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-contract-report.h"

G_BEGIN_DECLS

/* caseness-contract-report-figures.c: a section's figures, against plan, and over time. */
void caseness_contract_report_add_standards (CasenessReportBuilder *builder, const CasenessContract *contract,
                                             gboolean suppresses);
void caseness_contract_report_add_sentences (CasenessReportBuilder *builder, const CasenessContract *contract);
void caseness_contract_report_add_section (CasenessReportBuilder *builder, const CasenessContract *contract,
                                           CasenessContractSection section, gboolean suppresses);

/* caseness-contract-report-parts.c: what is made of other modules' answers. */
void caseness_contract_report_add_access (CasenessReportBuilder *builder, const CasenessContract *contract);
void caseness_contract_report_add_population (CasenessReportBuilder *builder, const CasenessContract *contract,
                                              gboolean suppresses);
void caseness_contract_report_add_quality (CasenessReportBuilder *builder, const CasenessContract *contract,
                                           CasenessDate as_at, gboolean suppresses);
void caseness_contract_report_add_agreement (CasenessReportBuilder *builder, const CasenessContract *contract);
void caseness_contract_report_add_statements (CasenessReportBuilder *builder, const CasenessContract *contract,
                                              guint table, gboolean suppresses);

/* caseness-contract-report-groups.c: the figures of a section by commissioner, locality and so on. */
void caseness_contract_report_add_groups (CasenessReportBuilder *builder, const CasenessContract *contract,
                                          CasenessContractSection section, gboolean suppresses);

/* caseness-contract-report-pictures.c: what a section draws beside its figures over time. */
void caseness_contract_report_add_picture (CasenessReportBuilder *builder, const CasenessContract *contract,
                                           CasenessContractSection section, gboolean suppresses);

/* caseness-contract-words.c */
char *caseness_contract_dup_quarter (const CasenessPeriod *quarter);
char *caseness_contract_dup_group_figure (const CasenessMeasure *measure, const CasenessFigure *figure,
                                          gboolean suppresses);
char *caseness_contract_dup_total (const CasenessContractRow *row, const CasenessContractTotal *total,
                                   gboolean suppresses);
char *caseness_contract_dup_interval (const CasenessContractRow *row, gboolean suppresses);
char *caseness_contract_dup_standard (const CasenessContract *contract, const CasenessContractRow *row);
char *caseness_contract_dup_plan (const CasenessContractTotal *total);
char *caseness_contract_dup_share_of_plan (const CasenessContractRow *row, const CasenessContractTotal *total,
                                           gboolean suppresses);

G_END_DECLS
