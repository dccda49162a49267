/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-figure-address.h"

G_BEGIN_DECLS

/** CasenessFigurePlace: where somebody stands in a figure. */
typedef enum
{
  CASENESS_FIGURE_COUNTED,     /* in the numerator, or in the count, sum, mean or median */
  CASENESS_FIGURE_NOT_COUNTED, /* in the denominator only */
  CASENESS_FIGURE_LEFT_OUT,    /* of the groups and the period, but in neither part */
  CASENESS_N_FIGURE_PLACES
} CasenessFigurePlace;

/** CasenessFigurePerson: a referral, or an appointment, log or employment row, in or near a figure. */
typedef struct
{
  guint32 pathway; /* CASENESS_NO_ROW for a row of no referral */
  guint32 row;     /* of @table */
  CasenessTable table;
  CasenessDate date; /* that puts it into the period; CASENESS_DATE_NONE for what stands at its end */
  CasenessFigurePlace place;
  guint reason;      /* of the reasons, for those left out */
} CasenessFigurePerson;

/** CasenessFigureReason: why people were left out. */
typedef struct
{
  char *words;
  guint n;
} CasenessFigureReason;

/** CasenessFigurePeople: everybody in or near a figure. Immutable and reference-counted. */
typedef struct
{
  CasenessSnapshot *snapshot;
  CasenessFigureAddress *address;
  GArray *people;     /* CasenessFigurePerson: by place, then by table and row */
  GArray *reasons;    /* CasenessFigureReason: in the order the conditions are asked */
  guint n[CASENESS_N_FIGURE_PLACES];
  char *id;           /* (nullable): what a table calls a figure that no measure of the catalogue makes */
  char *title;        /* (nullable): what people call it, translated; NULL for the measure itself */
  char *definition;   /* (nullable): what it counts, translated */
} CasenessFigurePeople;

/** CasenessFigureName: what a figure is called that no measure of the catalogue makes. */
typedef struct
{
  const char *id;         /* for a table: `adsm_wrong_measure` */
  const char *title;      /* for people, translated */
  const char *definition; /* what it counts, translated */
} CasenessFigureName;

/**
 * caseness_figure_people_list:
 * @address: where a figure stands
 * @snapshot: a snapshot
 * @error: return location: a group that there is not
 *
 * Who is behind a figure. Those counted and those of the denominator are the rows that caseness_evaluate_rows() counts;
 * left out are the rows of the same groups that the first condition lets in (for most measures, that the day lies in
 * the period) and a later one does not, or that are taken away from the denominator.
 *
 * Returns: (transfer full) (nullable): the people, or NULL with @error set.
 */
CasenessFigurePeople *caseness_figure_people_list (CasenessFigureAddress *address, CasenessSnapshot *snapshot,
                                                   GError **error);

/**
 * caseness_figure_people_new_of_courses:
 * @address: where the figure stands; its measure is the national one of which the figure is a part
 * @snapshot: a snapshot
 * @name: what it is called
 * @places: (array): for each pathway a CasenessFigurePlace, or CASENESS_N_FIGURE_PLACES for who has nothing to do with it
 *
 * Returns: (transfer full): the courses behind a figure that no measure of the catalogue makes.
 */
CasenessFigurePeople *caseness_figure_people_new_of_courses (CasenessFigureAddress *address, CasenessSnapshot *snapshot,
                                                             const CasenessFigureName *name, const guint8 *places);

/** caseness_figure_people_ref: Returns: (transfer full): @people with one more reference. */
CasenessFigurePeople *caseness_figure_people_ref (CasenessFigurePeople *people);

/** caseness_figure_people_unref: drops a reference. */
void caseness_figure_people_unref (CasenessFigurePeople *people);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessFigurePeople, caseness_figure_people_unref)

/** caseness_figure_people_get_reason: Returns: (transfer none): why @person was left out, empty for the others. */
const char *caseness_figure_people_get_reason (const CasenessFigurePeople *people, const CasenessFigurePerson *person);

G_END_DECLS
