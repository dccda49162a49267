/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-pathway.h"
#include "caseness-therapy.h"

G_BEGIN_DECLS

/** CasenessTherapyStages: the first two stages of a course: runs of two or more sessions of one intensity. */
typedef struct
{
  CasenessIntensity first;  /* none without a stage, or after more than one lone session */
  CasenessIntensity second; /* the next run, whatever its intensity (rulings 39) */
  int days;                 /* from the last session of the first to the first of the second; -1 without one */
} CasenessTherapyStages;

/**
 * caseness_therapy_stages_find:
 * @treatments: (array length=n): treatment sessions in order
 * @n: how many
 *
 * Sessions without a therapy code are passed over; a session of both intensities is two, the low one first (rulings
 * 41). One lone session before the first stage is ignored; after several there is no stage.
 *
 * Returns: the stages.
 */
CasenessTherapyStages caseness_therapy_stages_find (const CasenessTreatment *treatments, guint n);

G_END_DECLS
