/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-period.h"

G_BEGIN_DECLS

/** CasenessPublishedLevel: for whom a figure was published. Old names stand beside new ones (publication-format.md). */
typedef enum
{
  CASENESS_PUBLISHED_ENGLAND,
  CASENESS_PUBLISHED_REGION,
  CASENESS_PUBLISHED_ICB,
  CASENESS_PUBLISHED_SUB_ICB,
  CASENESS_PUBLISHED_SUB_ICB_PROVIDER, /* what one provider did for one sub-ICB */
  CASENESS_PUBLISHED_PROVIDER,
  CASENESS_PUBLISHED_OTHER,            /* a level that we do not know */
  CASENESS_N_PUBLISHED_LEVELS,
} CasenessPublishedLevel;

/** CASENESS_PUBLISHED_ENGLAND_CODE: the organisation of figures for England. */
#define CASENESS_PUBLISHED_ENGLAND_CODE "England"

/** CasenessPublishedFigure: one cell of a published file. Its texts belong to the list it is in; none of them is NULL. */
typedef struct
{
  CasenessPublishedLevel level;
  const char *organisation; /* code */
  const char *name;         /* as printed */
  const char *commissioner; /* code, where the figure is of one provider and one sub-ICB; else empty */
  CasenessPeriod period;
  const char *measure;      /* id of the national metadata, or the heading of a column that has none */
  const char *variable;     /* as printed; "Total" for everybody */
  const char *group;        /* as printed, "A" or "A: B"; "All" for everybody */
  const char *text;         /* as printed */
  double value;             /* NAN when @text is no number */
  const char *source;       /* for the foot of a page */
  gint64 publication_id;    /* of the store; 0 when it was not loaded from one */
  guint line;               /* of the file */
} CasenessPublishedFigure;

/** CasenessPublishedBoard: an ICB that loaded publications tell of; its texts belong to the list it is in. */
typedef struct
{
  const char *code;
  const char *name; /* as printed last */
} CasenessPublishedBoard;

/** CasenessPublishedList: figures and the texts they borrow. */
typedef struct
{
  GArray *figures;         /* CasenessPublishedFigure */
  GArray *boards;          /* CasenessPublishedBoard by name, of which one may be chosen: figures are those of the service's alone */
  const char *chosen_icb;  /* code of the one chosen; empty: the national list of providers decides */
  GStringChunk *text;
} CasenessPublishedList;

/** caseness_published_list_new: Returns: (transfer full): an empty list. */
CasenessPublishedList *caseness_published_list_new (void);

/** caseness_published_list_free: frees the list and its texts. */
void caseness_published_list_free (CasenessPublishedList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessPublishedList, caseness_published_list_free)

/** caseness_published_list_keep: Returns: (transfer none): a copy of @text, NULL as empty, that lives as @list does. */
const char *caseness_published_list_keep (CasenessPublishedList *list, const char *text);

/**
 * caseness_published_level_parse:
 * @words: what a file calls the level, in any case: `SubICB/Provider`, `CCG`, `Commissioning Region` …
 *
 * Returns: the level, CASENESS_PUBLISHED_OTHER when it is not known.
 */
CasenessPublishedLevel caseness_published_level_parse (const char *words);

/** caseness_published_level_get_word: Returns: (transfer none): the word the store keeps a level under. */
const char *caseness_published_level_get_word (CasenessPublishedLevel level);

/** caseness_published_is_suppressed: whether @text stands for a number too small to be told. */
gboolean caseness_published_is_suppressed (const char *text);

/** caseness_published_parse_value: Returns: @text as a number, NAN when it stands for none (`*`, `-`, `NULL`, empty). */
double caseness_published_parse_value (const char *text);

G_END_DECLS
