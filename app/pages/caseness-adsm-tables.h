/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-answer.h"
#include "caseness-data-table.h"

G_BEGIN_DECLS

/* The tables of the page on ADSM use. */

/** caseness_adsm_tables_cases: shows the open cases of an answer in few columns, those seen next first. */
void caseness_adsm_tables_cases (CasenessDataTable *table, const CasenessAdsmAnswer *answer, gboolean hides_names);

/** caseness_adsm_tables_list: shows @cases with all that is known of them, in their order. */
void caseness_adsm_tables_list (CasenessDataTable *table, const CasenessAdsmAnswer *answer, const GArray *cases,
                                gboolean hides_names);

/** caseness_adsm_tables_descriptors: shows how complete problem descriptors are. */
void caseness_adsm_tables_descriptors (CasenessDataTable *table, const CasenessAdsmDescriptors *descriptors);

/** caseness_adsm_tables_clinicians: Returns: (transfer full) (element-type utf8): who has open cases, in order. */
GPtrArray *caseness_adsm_tables_clinicians (const CasenessAdsmUse *use);

/** caseness_adsm_tables_dup_clinician: Returns: (transfer full): what a clinician is called, a code where names hide. */
char *caseness_adsm_tables_dup_clinician (const CasenessAdsmUse *use, const char *clinician, gboolean hides_names);

/** caseness_adsm_tables_get_number: Returns: what stands for an open case where references hide, from 1. */
guint caseness_adsm_tables_get_number (const CasenessAdsmUse *use, guint32 pathway);

G_END_DECLS
