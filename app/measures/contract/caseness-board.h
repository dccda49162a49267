/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-evaluate.h"
#include "caseness-interval.h"

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/** CasenessBoardKind: what a page of several views is about. */
typedef enum
{
  CASENESS_BOARD_FLOW,       /* where people get to, and where they are lost */
  CASENESS_BOARD_EXPERIENCE, /* what people say, and what becomes of their work */
} CasenessBoardKind;

/** CasenessBoardView: one subject of a board; those of a kind stand together. */
typedef enum
{
  CASENESS_FLOW_WAY,              /* how far the people referred in the period have come */
  CASENESS_FLOW_ENDINGS,          /* when and why referrals ended */
  CASENESS_FLOW_WAITS,            /* waits as distributions */
  CASENESS_FLOW_SOURCES,          /* who refers */
  CASENESS_FLOW_APPOINTMENTS,     /* attended, missed, cancelled */
  CASENESS_FLOW_SESSIONS,         /* how many sessions, and days between them */
  CASENESS_FLOW_STEPS,            /* low intensity, high intensity or both */
  CASENESS_FLOW_IDLE,             /* open referrals without treatment for long */
  CASENESS_EXPERIENCE_TREATMENT,  /* the questionnaire after treatment */
  CASENESS_EXPERIENCE_ASSESSMENT, /* the one after assessment: choice and satisfaction */
  CASENESS_EXPERIENCE_STATUS,     /* employment at the start and at the end */
  CASENESS_EXPERIENCE_BENEFITS,   /* sick pay, work and benefits as shares */
  CASENESS_EXPERIENCE_SUPPORT,    /* employment support: who has it and how much */
  CASENESS_EXPERIENCE_OUTCOMES,   /* of courses with it and without */
  CASENESS_EXPERIENCE_WSAS,       /* work and social adjustment by domain */
  CASENESS_N_BOARD_VIEWS
} CasenessBoardView;

/** CASENESS_N_FLOW_VIEWS: how many views the flow of people has, the first of all views. */
#define CASENESS_N_FLOW_VIEWS CASENESS_EXPERIENCE_TREATMENT

/** CASENESS_N_EXPERIENCE_VIEWS: how many views experience and employment has, the last of all views. */
#define CASENESS_N_EXPERIENCE_VIEWS (CASENESS_N_BOARD_VIEWS - CASENESS_EXPERIENCE_TREATMENT)

/** caseness_board_get_first_view: Returns: the first view of a kind; the others follow. */
CasenessBoardView caseness_board_get_first_view (CasenessBoardKind kind);

/** caseness_board_get_n_views: Returns: how many views a kind has. */
guint caseness_board_get_n_views (CasenessBoardKind kind);

/** CASENESS_MAX_BOARD_FIGURES: most figures an item has. */
#define CASENESS_MAX_BOARD_FIGURES 6

/** CasenessBoardItem: a row of `resources/reference/boards.csv`, or of `board-drawings.csv`. */
typedef struct
{
  CasenessBoardView view;
  const char *words; /* marked for gettext */
  const CasenessMeasure *measures[CASENESS_MAX_BOARD_FIGURES];
  guint n_measures;
} CasenessBoardItem;

/** caseness_board_list_items: Returns: (transfer container) (element-type CasenessBoardItem): of @view. */
GPtrArray *caseness_board_list_items (CasenessBoardView view);

/**
 * caseness_board_list_drawn:
 * @view: a view
 *
 * Returns: (transfer container) (element-type CasenessBoardItem): the rows of the drawing of @view, each with the counts of
 *   its segments; none where it is drawn from its items, or not at all.
 */
GPtrArray *caseness_board_list_drawn (CasenessBoardView view);

/**
 * CasenessBoard:
 *
 * The figures of all views of one kind for one period and filter, of everybody and by the groups of one variable. Immutable.
 */
typedef struct _CasenessBoard CasenessBoard;

/**
 * caseness_board_new:
 * @snapshot: a snapshot
 * @kind: what it is about
 * @period: the period
 * @filter: (nullable): who is counted
 * @variable: (nullable): by what
 * @cancellable: (nullable)
 * @error: return location: cancelled, or a group to filter by that there is not
 *
 * Returns: (transfer full) (nullable): the figures, or NULL with @error set.
 */
CasenessBoard *caseness_board_new (CasenessSnapshot *snapshot, CasenessBoardKind kind, const CasenessPeriod *period,
                                   const CasenessFilter *filter, const CasenessVariable *variable,
                                   GCancellable *cancellable, GError **error);

/** caseness_board_free: frees the figures. */
void caseness_board_free (CasenessBoard *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CasenessBoard, caseness_board_free)

/** caseness_board_get_n_groups: how many groups the variable has. */
guint caseness_board_get_n_groups (const CasenessBoard *self);

/** caseness_board_get_group: Returns: (transfer none): the label of one of them. */
const char *caseness_board_get_group (const CasenessBoard *self, guint group);

/** CASENESS_BOARD_EVERYBODY: in place of a group. */
#define CASENESS_BOARD_EVERYBODY G_MAXUINT

/** caseness_board_get: Returns: the figure of @measure, which some item has or is part of, in @group. */
CasenessFigure caseness_board_get (const CasenessBoard *self, const CasenessMeasure *measure, guint group);

/** caseness_board_get_interval: Returns: Wilson's 95 % interval of a share. */
CasenessInterval caseness_board_get_interval (const CasenessBoard *self, const CasenessMeasure *measure,
                                                   guint group);

/**
 * caseness_board_get_answer:
 * @item: an item of a view of answers on a scale
 * @answer: 0 never to 4 all of the time; of satisfaction 0 not at all to 4 completely
 *
 * Returns: (transfer none) (nullable): the measure that counts that answer; NULL where an item is no such question.
 */
const CasenessMeasure *caseness_board_get_answer (const CasenessBoardItem *item, guint answer);

/** CasenessAdviserRatio: how many employment advisers there are to how many therapists, whole-time equivalents. */
typedef struct
{
  double advisers;
  double therapists;
} CasenessAdviserRatio;

/**
 * caseness_board_get_advisers:
 * @snapshot: a snapshot
 * @as_at: the day on which staff are counted
 *
 * Returns: what the staff list says (LOCStaff: Role, WTE, StartDate, EndDate); 0 and 0 without one. Therapists are all
 *   roles but EA and Other.
 */
CasenessAdviserRatio caseness_board_get_advisers (CasenessSnapshot *snapshot, CasenessDate as_at);

/**
 * caseness_board_write_csv:
 * @writer: where to
 * @self: the figures
 * @view: which of them
 * @suppresses: small numbers, and what they could be worked out from, are hidden, and counts rounded
 *
 * Writes `group,item,measure_id,measure_name,numerator,denominator,value`, of everybody and then group by group.
 */
void caseness_board_write_csv (CasenessCsvWriter *writer, const CasenessBoard *self,
                                    CasenessBoardView view, gboolean suppresses);

G_END_DECLS
