/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-adsm-use.h"

G_BEGIN_DECLS

/**
 * CasenessAdsmTold:
 *
 * What of ADSM use may be told outside the service: no count under five, and none that is left when what is told is taken
 * away from its total (methods, section 14.3). The same courses divided in several ways are taken together, since all
 * ways add up to the same totals. How those who are not paired were measured is told of all of them alone: by problem or
 * team it is seldom five, and would take with it most of what may be told. Immutable.
 */
typedef struct _CasenessAdsmTold CasenessAdsmTold;

/** CasenessAdsmClass: how those who should have had the measure were measured; every one of them is in one class. */
typedef enum
{
  CASENESS_ADSM_PAIRED,
  CASENESS_ADSM_FIRST_ONLY,
  CASENESS_ADSM_WRONG,
  CASENESS_ADSM_GAD,
  CASENESS_ADSM_NO_SCORE,
  CASENESS_N_ADSM_CLASSES,
  CASENESS_ADSM_SHOULD = CASENESS_N_ADSM_CLASSES /* all of them */
} CasenessAdsmClass;

/** CasenessAdsmNumber: what is told of everybody besides. */
typedef enum
{
  CASENESS_ADSM_NUMBER_COURSES,
  CASENESS_ADSM_NUMBER_RECORDED,         /* these and the next four in the order of their table */
  CASENESS_ADSM_NUMBER_MISSING,
  CASENESS_ADSM_NUMBER_INVALID,
  CASENESS_ADSM_NUMBER_MIXED,
  CASENESS_ADSM_NUMBER_CHANGED,
  CASENESS_ADSM_NUMBER_CASES,            /* open, whatever they lack */
  CASENESS_N_ADSM_NUMBERS
} CasenessAdsmNumber;

/**
 * caseness_adsm_told_new:
 * @uses: (array length=n): the same courses, divided in one way each
 * @n: how many, one or more
 *
 * Returns: (transfer full): what of them may be told outside.
 */
CasenessAdsmTold *caseness_adsm_told_new (const CasenessAdsmUse *const *uses, guint n);

/** caseness_adsm_told_free: frees it. */
void caseness_adsm_told_free (CasenessAdsmTold *told);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessAdsmTold, caseness_adsm_told_free)

/**
 * caseness_adsm_told_has:
 * @told: what may be told
 * @use: which division, from 0
 * @row: of it; the number of its rows stands for all of them
 * @class: which of the row
 *
 * Returns: whether the count and its share may be told.
 */
gboolean caseness_adsm_told_has (const CasenessAdsmTold *told, guint use, guint row, CasenessAdsmClass class);

/** caseness_adsm_told_has_number: whether @number may be told. */
gboolean caseness_adsm_told_has_number (const CasenessAdsmTold *told, CasenessAdsmNumber number);

/** caseness_adsm_get_class: Returns: how many of @row are of @class. */
guint caseness_adsm_get_class (const CasenessAdsm *row, CasenessAdsmClass class);

G_END_DECLS
