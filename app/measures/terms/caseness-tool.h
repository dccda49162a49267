/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** CasenessScore: a questionnaire score in hundredths, because changes of 0.73 must compare exactly. */
typedef gint32 CasenessScore;

/** CASENESS_SCORE_NONE: no score. */
#define CASENESS_SCORE_NONE G_MININT32

/** CASENESS_MAX_TOOLS: room for the tools that have a first and a last score. */
#define CASENESS_MAX_TOOLS 24

/** CasenessScorePair: the first and the last score of one tool on one pathway. */
typedef struct
{
  CasenessScore first;
  CasenessScore last; /* CASENESS_SCORE_NONE unless there are two scores */
} CasenessScorePair;

/** CasenessTool: a row of `resources/reference/assessment-tools.csv` that has a first and a last score. */
typedef struct
{
  const char *code;          /* SNOMED CT; empty while nobody has said it (rulings 13) */
  const char *measure;       /* PHQ-9 */
  const char *full_name;
  const char *field_prefix;  /* as in PHQ9_FirstScore */
  const char *adsm_name;     /* empty for tools that are no anxiety disorder specific measure */
  const char *descriptors;   /* problem descriptors it is meant for, `;` between, `*` for any ending */
  const char *family;        /* `anxiety`, `mus` (medically unexplained symptoms), `condition` (long-term), or empty */
  const char *conditions;    /* SNOMED CT codes of the long-term conditions it is for, `;` between */
  gboolean is_extended;      /* used for discharges from April 2022 */
  CasenessScore min;
  CasenessScore max;
  CasenessScore caseness_at; /* CASENESS_SCORE_NONE where no cut-off is known */
  CasenessScore reliable_change;
} CasenessTool;

/**
 * caseness_tool_get_all:
 * @n_tools: (out): how many, at most CASENESS_MAX_TOOLS
 *
 * Returns: (transfer none) (array length=n_tools): the tools.
 */
const CasenessTool *caseness_tool_get_all (guint *n_tools);

/** caseness_tool_find_by_prefix: Returns: the index of the tool whose fields start so; it must exist. */
guint caseness_tool_find_by_prefix (const char *field_prefix);

/**
 * caseness_tool_find_for_descriptor:
 * @descriptor: a validated problem descriptor, maybe empty
 * @with_extended: whether the tools used from April 2022 may be named
 *
 * Returns: the index of the specific tool meant for it, or that of GAD-7 (derivations, section 6).
 */
guint caseness_tool_find_for_descriptor (const char *descriptor, gboolean with_extended);

/**
 * caseness_tool_read_score:
 * @tool: index into caseness_tool_get_all()
 * @text: (nullable): a score as submitted
 *
 * Returns: the score, or CASENESS_SCORE_NONE when @text is no number or lies outside the tool's range.
 */
CasenessScore caseness_tool_read_score (guint tool, const char *text);

/**
 * caseness_score_parse:
 * @text: (nullable): a score as submitted
 *
 * Returns: the score, or CASENESS_SCORE_NONE when @text is not a number with at most two decimals.
 */
CasenessScore caseness_score_parse (const char *text);

/**
 * caseness_score_format:
 * @score: a score
 *
 * Returns: (transfer full): the score without trailing zeros (rulings 51), empty for CASENESS_SCORE_NONE.
 */
char *caseness_score_format (CasenessScore score);

G_END_DECLS
