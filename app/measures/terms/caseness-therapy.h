/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CASENESS_THERAPY_INTERNET: what internet enabled therapy is called; it has no procedure code of its own. */
#define CASENESS_THERAPY_INTERNET "IET"

/** CasenessIntensity: how a therapy counts; bits, because one contact may carry several. */
typedef enum
{
  CASENESS_INTENSITY_NONE = 0,
  CASENESS_INTENSITY_LOW = 1 << 0,
  CASENESS_INTENSITY_HIGH = 1 << 1,
  CASENESS_INTENSITY_EMPLOYMENT = 1 << 2, /* employment support: neither */
} CasenessIntensity;

/** CasenessTherapy: one row of `resources/reference/therapies.csv`. */
typedef struct
{
  const char *code;       /* SNOMED CT */
  const char *name;
  const char *short_name; /* what people say: CBT, EMDR */
  const char *counts_as;  /* what its sessions are counted under, as in the post-deadline extract */
  CasenessIntensity intensity;
} CasenessTherapy;

/**
 * caseness_therapy_get_all:
 * @n_therapies: (out): how many
 *
 * Returns: (transfer none) (array length=n_therapies): the therapies, employment support among them.
 */
const CasenessTherapy *caseness_therapy_get_all (guint *n_therapies);

/**
 * caseness_therapy_find:
 * @text: (nullable): a SNOMED CT code, with or without a status after a colon, or a short name in any case
 *
 * Returns: (transfer none) (nullable): the therapy.
 */
const CasenessTherapy *caseness_therapy_find (const char *text);

/**
 * caseness_therapy_get_label:
 * @text: a code or a short name, as a local list or a pathway holds it
 *
 * Returns: (transfer none): the short name; `IET` for internet enabled therapy of any programme; else @text itself.
 */
const char *caseness_therapy_get_label (const char *text);

/** caseness_therapy_get_name: Returns: (transfer none): of the same, the whole name, untranslated, for sentences and rows. */
const char *caseness_therapy_get_name (const char *text);

/** caseness_therapy_get_count: Returns: which of the counts the sessions of @therapy go to, from 0. */
guint caseness_therapy_get_count (const CasenessTherapy *therapy);

/** caseness_therapy_find_count: Returns: which count is called @name, such as `OtherHighIntensity`; it must exist. */
guint caseness_therapy_find_count (const char *name);

/** caseness_therapy_get_intensity: Returns: the intensity of a code or short name; internet enabled therapy is high. */
CasenessIntensity caseness_therapy_get_intensity (const char *text);

G_END_DECLS
