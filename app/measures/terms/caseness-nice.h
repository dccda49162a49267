/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CasenessNiceView: what NICE says of a therapy for a problem. */
typedef enum
{
  CASENESS_NICE_SILENT, /* the problem or the therapy is not in its table */
  CASENESS_NICE_RECOMMENDS,
  CASENESS_NICE_DOES_NOT,
} CasenessNiceView;

/** CasenessNicePair: a row of `resources/reference/nice-pairs.csv`. */
typedef struct
{
  const char *problem;   /* a group of the variable Problem Descriptor */
  const char *therapy;   /* short name, as the variable Modality has it */
  CasenessNiceView view;
  const char *note;      /* one sentence, maybe empty; untranslated */
} CasenessNicePair;

/** caseness_nice_find: Returns: (transfer none) (nullable): what is said of @therapy for @problem; NULL for nothing. */
const CasenessNicePair *caseness_nice_find (const char *problem, const char *therapy);

/** caseness_nice_get_view: Returns: the same in one word. */
CasenessNiceView caseness_nice_get_view (const char *problem, const char *therapy);

G_END_DECLS
