/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board.h"

#include "caseness-measure-csv.h"

#include "caseness-reference.h"
#include "caseness-told-figures.h"

#include <math.h>
#include <string.h>

#define LEVEL 0.95
#define N_ANSWERS 5
#define WHOLE 100.0 /* a whole-time equivalent in the staff list's numbers */

struct _CasenessBoard
{
  CasenessAnswer *answer; /* Total, and the variable where there is one */
  GPtrArray *measures;    /* in the order of the answer */
};

static const char *const view_words[CASENESS_N_BOARD_VIEWS] = {
  [CASENESS_FLOW_WAY] = "way",
  [CASENESS_FLOW_ENDINGS] = "endings",
  [CASENESS_FLOW_WAITS] = "waits",
  [CASENESS_FLOW_SOURCES] = "sources",
  [CASENESS_FLOW_APPOINTMENTS] = "appointments",
  [CASENESS_FLOW_SESSIONS] = "sessions",
  [CASENESS_FLOW_STEPS] = "steps",
  [CASENESS_FLOW_IDLE] = "idle",
  [CASENESS_EXPERIENCE_TREATMENT] = "treatment", [CASENESS_EXPERIENCE_ASSESSMENT] = "assessment",
  [CASENESS_EXPERIENCE_STATUS] = "status",       [CASENESS_EXPERIENCE_BENEFITS] = "benefits",
  [CASENESS_EXPERIENCE_SUPPORT] = "support",     [CASENESS_EXPERIENCE_OUTCOMES] = "outcomes",
  [CASENESS_EXPERIENCE_WSAS] = "wsas",
};

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

static CasenessBoardView
parse_view (const char *word)
{
  guint i;

  for (i = 0; i < CASENESS_N_BOARD_VIEWS; i++)
    if (strcmp (view_words[i], word) == 0)
      return i;
  g_error ("boards: there is no view “%s”", word);
}

static void
read_item (CasenessBoardItem *item, const CasenessReference *table, guint row)
{
  g_auto(GStrv) ids = g_strsplit (get_cell (table, row, "measures"), " ", -1);

  item->view = parse_view (get_cell (table, row, "view"));
  item->words = get_cell (table, row, "words");
  for (; ids[item->n_measures] != NULL; item->n_measures++)
    {
      g_assert (item->n_measures < CASENESS_MAX_BOARD_FIGURES);
      item->measures[item->n_measures] = caseness_measure_find (ids[item->n_measures]);
      if (item->measures[item->n_measures] == NULL)
        g_error ("boards: there is no measure %s", ids[item->n_measures]);
    }
}

static GArray *
read_items (const CasenessReference *table)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (CasenessBoardItem));
  guint i;

  g_array_set_size (items, caseness_reference_get_n_rows (table));
  for (i = 0; i < items->len; i++)
    read_item (&g_array_index (items, CasenessBoardItem, i), table, i);
  return items;
}

static const GArray *
get_items (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_items (caseness_reference_get ("boards")));
  return (const GArray *) once;
}

static const GArray *
get_drawn (void)
{
  static gsize once = 0; /* the table, read once and never changed */

  if (g_once_init_enter (&once))
    g_once_init_leave (&once, (gsize) read_items (caseness_reference_get ("board-drawings")));
  return (const GArray *) once;
}

CasenessBoardView
caseness_board_get_first_view (CasenessBoardKind kind)
{
  return kind == CASENESS_BOARD_FLOW ? CASENESS_FLOW_WAY : CASENESS_EXPERIENCE_TREATMENT;
}

guint
caseness_board_get_n_views (CasenessBoardKind kind)
{
  return kind == CASENESS_BOARD_FLOW ? CASENESS_N_FLOW_VIEWS : CASENESS_N_EXPERIENCE_VIEWS;
}

static GPtrArray *
list_of_view (const GArray *items, CasenessBoardView view)
{
  GPtrArray *of_view = g_ptr_array_new ();

  for (guint i = 0; i < items->len; i++)
    if (g_array_index (items, CasenessBoardItem, i).view == view)
      g_ptr_array_add (of_view, &g_array_index (items, CasenessBoardItem, i));
  return of_view;
}

GPtrArray *
caseness_board_list_items (CasenessBoardView view)
{
  return list_of_view (get_items (), view);
}

GPtrArray *
caseness_board_list_drawn (CasenessBoardView view)
{
  return list_of_view (get_drawn (), view);
}

const CasenessMeasure *
caseness_board_get_answer (const CasenessBoardItem *item, guint answer)
{
  g_autofree char *id = NULL;

  g_return_val_if_fail (item != NULL, NULL);
  if (item->view != CASENESS_EXPERIENCE_TREATMENT && item->view != CASENESS_EXPERIENCE_ASSESSMENT)
    return NULL;
  id = g_strdup_printf ("%sa%u", item->measures[0]->id, answer);
  return caseness_measure_find (id);
}

static void
add_measures (GPtrArray *measures, GPtrArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const CasenessBoardItem *item = g_ptr_array_index (items, i);

      for (guint k = 0; k < item->n_measures; k++)
        g_ptr_array_add (measures, (gpointer) item->measures[k]);
      for (guint k = 0; k < N_ANSWERS && caseness_board_get_answer (item, k) != NULL; k++)
        g_ptr_array_add (measures, (gpointer) caseness_board_get_answer (item, k));
    }
  g_ptr_array_unref (items);
}

/* What the views of a kind show and draw, and how often each answer was given. */
static GPtrArray *
list_measures (CasenessBoardKind kind)
{
  GPtrArray *measures = g_ptr_array_new ();
  guint first = caseness_board_get_first_view (kind);

  for (guint view = first; view < first + caseness_board_get_n_views (kind); view++)
    {
      add_measures (measures, caseness_board_list_items (view));
      add_measures (measures, caseness_board_list_drawn (view));
    }
  return measures;
}

CasenessBoard *
caseness_board_new (CasenessSnapshot *snapshot, CasenessBoardKind kind, const CasenessPeriod *period,
                    const CasenessFilter *filter, const CasenessVariable *variable, GCancellable *cancellable,
                    GError **error)
{
  g_autoptr(CasenessBoard) self = g_new0 (CasenessBoard, 1);
  const CasenessVariable *const variables[] = { NULL, variable };
  CasenessQuestion question = {
    .periods = period,
    .n_periods = 1,
    .variables = variables,
    .n_variables = variable != NULL ? 2 : 1,
    .filter = filter,
  };

  g_return_val_if_fail (snapshot != NULL && period != NULL, NULL);
  self->measures = list_measures (kind);
  question.measures = (const CasenessMeasure *const *) self->measures->pdata;
  question.n_measures = self->measures->len;
  self->answer = caseness_evaluate (snapshot, &question, cancellable, error);
  return self->answer != NULL ? g_steal_pointer (&self) : NULL;
}

void
caseness_board_free (CasenessBoard *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->answer, caseness_answer_free);
  g_ptr_array_unref (self->measures);
  g_free (self);
}

guint
caseness_board_get_n_groups (const CasenessBoard *self)
{
  return caseness_answer_get_n_variables (self->answer) > 1 ? caseness_answer_get_n_groups (self->answer, 0, 1) : 0;
}

const char *
caseness_board_get_group (const CasenessBoard *self, guint group)
{
  return caseness_answer_get_group (self->answer, 0, 1, group);
}

CasenessFigure
caseness_board_get (const CasenessBoard *self, const CasenessMeasure *measure, guint group)
{
  guint index;

  g_return_val_if_fail (g_ptr_array_find (self->measures, measure, &index), ((CasenessFigure){ NAN, NAN, NAN }));
  if (group == CASENESS_BOARD_EVERYBODY)
    return caseness_answer_get (self->answer, 0, 0, 0, index);
  return caseness_answer_get (self->answer, 0, 1, group, index);
}

CasenessInterval
caseness_board_get_interval (const CasenessBoard *self, const CasenessMeasure *measure, guint group)
{
  CasenessFigure figure = caseness_board_get (self, measure, group);

  return caseness_interval_wilson (figure.numerator, figure.denominator, LEVEL);
}

static gboolean
is_there (const CasenessStaffRow *staff, CasenessDate day)
{
  return (staff->started == CASENESS_DATE_NONE || staff->started <= day)
         && (staff->ended == CASENESS_DATE_NONE || staff->ended >= day);
}

CasenessAdviserRatio
caseness_board_get_advisers (CasenessSnapshot *snapshot, CasenessDate as_at)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  CasenessAdviserRatio ratio = { 0, 0 };
  guint n, i;
  const CasenessStaffRow *staff = caseness_snapshot_get_staff (snapshot, &n);

  for (i = 0; i < n; i++)
    {
      const char *role = caseness_dictionary_get (dictionary, staff[i].role);

      if (!is_there (&staff[i], as_at))
        continue;
      if (g_ascii_strcasecmp (role, "EA") == 0)
        ratio.advisers += staff[i].wte / WHOLE;
      else if (*role != '\0' && g_ascii_strcasecmp (role, "Other") != 0)
        ratio.therapists += staff[i].wte / WHOLE;
    }
  return ratio;
}

#define EVERYBODY 0 /* of what is told; groups come after */

/* The measures of a view, each once. */
static GPtrArray *
list_measures_of_view (CasenessBoardView view)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  GPtrArray *measures = g_ptr_array_new ();
  guint i, k;

  for (i = 0; i < items->len; i++)
    {
      const CasenessBoardItem *item = g_ptr_array_index (items, i);

      for (k = 0; k < item->n_measures; k++)
        if (!g_ptr_array_find (measures, item->measures[k], NULL))
          g_ptr_array_add (measures, (gpointer) item->measures[k]);
    }
  return measures;
}

static guint
get_group (guint slot)
{
  return slot == EVERYBODY ? CASENESS_BOARD_EVERYBODY : slot - 1;
}

/* What of @measures may be told of everybody and of each group beside one another. */
static CasenessToldFigures *
hide (const CasenessBoard *self, const GPtrArray *measures)
{
  guint n = caseness_board_get_n_groups (self), slot, i;
  CasenessToldFigures *told
    = caseness_told_figures_new ((const CasenessMeasure *const *) measures->pdata, measures->len, n + 1);
  g_autofree guint *parts = g_new (guint, n + 1);

  for (slot = 0; slot <= n; slot++)
    for (i = 0; i < measures->len; i++)
      {
        CasenessFigure figure = caseness_board_get (self, g_ptr_array_index (measures, i), get_group (slot));

        caseness_told_figures_set (told, i, slot, &figure);
      }
  for (i = 0; i < n; i++)
    parts[i] = i + 1;
  if (n > 0)
    caseness_told_figures_add_slots (told, parts, n, EVERYBODY, FALSE);
  caseness_told_figures_hide (told);
  return told;
}

/* @told: (nullable): everything is told as it is */
static void
write_slot (CasenessCsvWriter *writer, const CasenessBoard *self, CasenessBoardView view, guint slot,
            const GPtrArray *measures, const CasenessToldFigures *told)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  guint i, k;

  for (i = 0; i < items->len; i++)
    {
      const CasenessBoardItem *item = g_ptr_array_index (items, i);

      for (k = 0; k < item->n_measures; k++)
        {
          CasenessFigure figure = caseness_board_get (self, item->measures[k], get_group (slot));
          guint measure = 0;

          g_ptr_array_find ((GPtrArray *) measures, item->measures[k], &measure);
          caseness_csv_writer_text (writer, slot == EVERYBODY ? CASENESS_GROUP_ALL
                                                              : caseness_board_get_group (self, get_group (slot)));
          caseness_csv_writer_text (writer, item->words);
          caseness_csv_writer_text (writer, item->measures[k]->id);
          caseness_csv_writer_text (writer, item->measures[k]->name);
          caseness_figure_write_csv (writer, &figure, item->measures[k], caseness_told_figures_get (told, measure, slot));
          caseness_csv_writer_end_row (writer);
        }
    }
}

void
caseness_board_write_csv (CasenessCsvWriter *writer, const CasenessBoard *self, CasenessBoardView view,
                               gboolean suppresses)
{
  static const char *const head[] = { "group",     "item",        "measure_id", "measure_name",
                                      "numerator", "denominator", "value",      NULL };
  g_autoptr(GPtrArray) measures = NULL;
  g_autoptr(CasenessToldFigures) told = NULL;
  guint slot;

  g_return_if_fail (writer != NULL && self != NULL);
  measures = list_measures_of_view (view);
  told = suppresses ? hide (self, measures) : NULL;
  caseness_csv_writer_row (writer, head);
  for (slot = 0; slot <= caseness_board_get_n_groups (self); slot++)
    write_slot (writer, self, view, slot, measures, told);
}
