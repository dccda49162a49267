/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-words.h"

#include "caseness-percent.h"
#include "caseness-suppression.h"

#include <glib/gi18n.h>
#include <math.h>

#define NOTHING "–"
#define N_ANSWERS 5

/* How a view is called, what its figures are, what its rows tell of, and which item heads it. */
static const struct
{
  const char *name;
  const char *columns[CASENESS_MAX_BOARD_FIGURES];
  const char *subtitle;
  guint headline;
} views[CASENESS_N_BOARD_VIEWS] = {
  [CASENESS_FLOW_WAY]
  = { N_("How far people come"), { N_("Share of those referred") },
      N_("Referrals received in the period, and how far they had come by the last month loaded; of recent ones many are still "
         "on the way."),
      1 },
  [CASENESS_FLOW_ENDINGS]
  = { N_("Endings"), { N_("Share of those ended") },
      N_("Referrals that ended in the period: how far they had come, and the reason recorded."), 2 },
  [CASENESS_FLOW_WAITS]
  = { N_("Waits"), { N_("Share") },
      N_("First assessments and first and second treatments of the period by how long they were waited for, and the step up "
         "of courses finished in it."),
      0 },
  [CASENESS_FLOW_SOURCES]
  = { N_("Who refers"), { N_("Share of those referred") }, N_("Referrals received in the period, by who made them."), 0 },
  [CASENESS_FLOW_APPOINTMENTS]
  = { N_("Appointments"), { N_("Share") },
      N_("Appointments of the period, of any kind, by whether the person came."), 2 },
  [CASENESS_FLOW_SESSIONS]
  = { N_("Sessions, days"), { N_("Figure") },
      N_("Treatment sessions of courses finished in the period; days of those first treated, or stepped up, in it."), 0 },
  [CASENESS_FLOW_STEPS]
  = { N_("Steps"), { N_("Share of courses") },
      N_("Courses finished in the period by the intensity of their therapy."), 2 },
  [CASENESS_FLOW_IDLE]
  = { N_("Open, not seen"), { N_("Share") },
      N_("Referrals open at the end of the period that were treated before, by how long ago the latest treatment was."), 3 },
  [CASENESS_EXPERIENCE_TREATMENT]
  = { N_("After treatment"), { N_("Most or all of the time") },
      N_("Answers of the period to the questionnaire after treatment: the share of the two best of five. The first row is "
         "the share of finished courses with any answer."),
      4 },
  [CASENESS_EXPERIENCE_ASSESSMENT]
  = { N_("Choice, assessment"), { N_("Yes, or mostly satisfied") },
      N_("Answers of the period to the questionnaire after assessment, those to whom a question did not apply aside. The "
         "first row is the share of people first assessed with any answer."),
      1 },
  [CASENESS_EXPERIENCE_STATUS]
  = { N_("Employment"), { N_("at the start"), N_("at the end") },
      N_("Courses finished in the period, by the first and the last employment status of the referral."), 0 },
  [CASENESS_EXPERIENCE_BENEFITS]
  = { N_("Sick pay, benefits"), { N_("Share") },
      N_("Sick pay and work of courses finished in the period, where known; benefits of employment rows of the period that "
         "say yes or no."),
      2 },
  [CASENESS_EXPERIENCE_SUPPORT]
  = { N_("Employment support"), { N_("Figure") },
      N_("Who has employment support, how soon and how much of it, as the national measures count."), 2 },
  [CASENESS_EXPERIENCE_OUTCOMES]
  = { N_("Outcomes with support"), { N_("With employment support"), N_("Without") },
      N_("Courses finished in the period. They differ in more than the support, so read the two side by side, not as "
         "cause and effect."),
      2 },
  [CASENESS_EXPERIENCE_WSAS]
  = { N_("Work and social adjustment"),
      { N_("Pairs"), N_("First, mean"), N_("Last, mean"), N_("First, median"), N_("Last, median") },
      N_("First and last score of each domain, 0 to 8, lower is better; courses finished in the period that have both. Those "
         "to whom work did not apply are left out of its mean."),
      0 },
};

const char *
caseness_board_words_view (CasenessBoardView view)
{
  g_return_val_if_fail (view < CASENESS_N_BOARD_VIEWS, "");
  return _(views[view].name);
}

const char *
caseness_board_words_item (const CasenessBoardItem *item)
{
  return g_dgettext (GETTEXT_PACKAGE, item->words);
}

const char *
caseness_board_words_column (CasenessBoardView view, guint column)
{
  g_return_val_if_fail (view < CASENESS_N_BOARD_VIEWS && column < CASENESS_MAX_BOARD_FIGURES, "");
  return _(views[view].columns[column]);
}

const char *
caseness_board_words_subtitle (CasenessBoardView view)
{
  g_return_val_if_fail (view < CASENESS_N_BOARD_VIEWS, "");
  return _(views[view].subtitle);
}

gboolean
caseness_board_words_is_share (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_PERCENTAGE;
}

static gboolean
is_small (double part)
{
  return !isnan (part) && caseness_suppress_is_small (llround (part));
}

char *
caseness_board_words_part (double part, gboolean suppresses)
{
  if (isnan (part))
    return g_strdup (NOTHING);
  if (suppresses)
    return caseness_suppress_count (llround (part));
  return g_strdup_printf ("%'.0f", part);
}

static gboolean
is_count (const CasenessMeasure *measure)
{
  return measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM;
}

char *
caseness_board_words_figure (const CasenessFigure *figure, const CasenessMeasure *measure, gboolean suppresses)
{
  g_return_val_if_fail (figure != NULL && measure != NULL, NULL);
  if (isnan (figure->value))
    return g_strdup (NOTHING);
  if (is_count (measure))
    return caseness_board_words_part (figure->value, suppresses);
  if (suppresses
      && (is_small (figure->denominator) || (caseness_board_words_is_share (measure) && is_small (figure->numerator))))
    return g_strdup (CASENESS_SUPPRESSED);
  if (caseness_board_words_is_share (measure))
    return g_strdup_printf (_("%.1f%%"),
                            caseness_percent_round (llround (figure->numerator), llround (figure->denominator), 1));
  return g_strdup_printf ("%.1f", figure->value);
}

char *
caseness_board_words_interval (const CasenessBoard *board, const CasenessMeasure *measure, guint group,
                                    gboolean suppresses)
{
  CasenessFigure figure = caseness_board_get (board, measure, group);
  CasenessInterval interval = caseness_board_get_interval (board, measure, group);

  if (isnan (interval.value) || !caseness_board_words_is_share (measure))
    return g_strdup (NOTHING);
  if (suppresses && (is_small (figure.numerator) || is_small (figure.denominator)))
    return g_strdup (CASENESS_SUPPRESSED);
  /* Translators: the limits of an interval */
  return g_strdup_printf (_("%.0f%% to %.0f%%"), interval.lower * 100, interval.upper * 100);
}

static const CasenessBoardItem *
find_headline (CasenessBoardView view)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);

  return g_ptr_array_index (items, views[view].headline);
}

static char *
dup_headline (const CasenessBoard *board, CasenessBoardView view, guint column, gboolean suppresses)
{
  const CasenessMeasure *measure = find_headline (view)->measures[column];
  CasenessFigure figure = caseness_board_get (board, measure, CASENESS_BOARD_EVERYBODY);

  return caseness_board_words_figure (&figure, measure, suppresses);
}

/* Which two figures of the item that heads a view are told together, the one that people look for second. */
static gboolean
find_pair (CasenessBoardView view, guint *first, guint *second)
{
  *first = view == CASENESS_EXPERIENCE_WSAS ? 1 : view == CASENESS_EXPERIENCE_OUTCOMES ? 1 : 0;
  *second = view == CASENESS_EXPERIENCE_WSAS ? 2 : view == CASENESS_EXPERIENCE_STATUS ? 1 : 0;
  return *first != *second;
}

/* On a tile, where a number alone would not say what it is. */
char *
caseness_board_words_headline (const CasenessBoard *board, CasenessBoardView view,
                                    gboolean suppresses)
{
  g_autofree char *value = NULL;
  guint first, second;

  find_pair (view, &first, &second);
  value = dup_headline (board, view, second, suppresses);
  if (view == CASENESS_EXPERIENCE_STATUS)
    /* Translators: a number of people on a tile */
    return g_strdup_printf (_("%s in work"), value);
  if (view == CASENESS_EXPERIENCE_SUPPORT)
    /* Translators: a number of people on a tile, whose employment support began */
    return g_strdup_printf (_("%s began"), value);
  if (view == CASENESS_EXPERIENCE_WSAS)
    /* Translators: a mean score on a tile */
    return g_strdup_printf (_("%s of 8"), value);
  return g_steal_pointer (&value);
}

/* @other is what the figure stands beside: at the start, or without support. */
static char *
say_headline (CasenessBoardView view, const char *value, const char *other)
{
  switch (view)
    {
    case CASENESS_FLOW_WAY:
      return g_strdup_printf (_("%s of those referred in the period have been treated by now"), value);
    case CASENESS_FLOW_ENDINGS:
      return g_strdup_printf (_("%s of the referrals that ended did so after one treatment"), value);
    case CASENESS_FLOW_WAITS:
      return g_strdup_printf (_("%s of first treatments began within 6 weeks"), value);
    case CASENESS_FLOW_SOURCES:
      return g_strdup_printf (_("%s of referrals were made by the person"), value);
    case CASENESS_FLOW_APPOINTMENTS:
      return g_strdup_printf (_("%s of appointments were missed without notice"), value);
    case CASENESS_FLOW_SESSIONS:
      return g_strdup_printf (_("%s treatment sessions in a finished course, on average"), value);
    case CASENESS_FLOW_STEPS:
      return g_strdup_printf (_("%s of finished courses had both intensities"), value);
    case CASENESS_FLOW_IDLE:
      return g_strdup_printf (_("%s of those open and treated before have had no treatment for over 120 days"), value);
    case CASENESS_EXPERIENCE_TREATMENT:
      return g_strdup_printf (_("%s got the help that mattered, most or all of the time"), value);
    case CASENESS_EXPERIENCE_ASSESSMENT:
      return g_strdup_printf (_("%s were mostly or completely satisfied with the assessment"), value);
    case CASENESS_EXPERIENCE_STATUS:
      return g_strdup_printf (_("With employment support, %s were in work at the start and %s at the end"), other, value);
    case CASENESS_EXPERIENCE_BENEFITS:
      return g_strdup_printf (_("%s were in work at the end of their course"), value);
    case CASENESS_EXPERIENCE_SUPPORT:
      return g_strdup_printf (_("First contacts with employment support: %s"), value);
    case CASENESS_EXPERIENCE_OUTCOMES:
      return g_strdup_printf (_("%s recovered reliably with employment support, %s without"), value, other);
    case CASENESS_EXPERIENCE_WSAS:
      /* Translators: means of a score from 0 to 8 */
      return g_strdup_printf (_("Difficulty at work: %s of 8 at the start, %s at the end, on average"), other, value);
    default:
      g_assert_not_reached ();
    }
}

char *
caseness_board_words_title (const CasenessBoard *board, CasenessBoardView view, gboolean suppresses)
{
  guint first, second;
  gboolean is_pair = find_pair (view, &first, &second);
  g_autofree char *value = dup_headline (board, view, second, suppresses);
  g_autofree char *other = is_pair ? dup_headline (board, view, first, suppresses) : NULL;

  if (g_str_equal (value, NOTHING))
    return g_strdup_printf (_("%s: nothing is recorded in this period"), caseness_board_words_view (view));
  return say_headline (view, value, other);
}

char *
caseness_board_words_advisers (CasenessSnapshot *snapshot, CasenessDate as_at)
{
  CasenessAdviserRatio ratio = caseness_board_get_advisers (snapshot, as_at);

  if (ratio.advisers <= 0 || ratio.therapists <= 0)
    return g_strdup (_("The staff list names no employment adviser, or no therapist, on this day."));
  return g_strdup_printf (_("Whole-time equivalents in the staff list: %.1f employment advisers and %.1f therapists, one "
                            "adviser to %.1f therapists."),
                          ratio.advisers, ratio.therapists, ratio.therapists / ratio.advisers);
}

/* Beside a table of rounded numbers no exact ones may stand. */
static void
set_count (CasenessStackChart *chart, guint row, guint segment, double count, gboolean suppresses)
{
  gint64 whole = llround (count);

  caseness_stack_chart_set_count (chart, row, segment, (guint) (suppresses ? caseness_suppress_round (whole) : whole));
}

static void
add_answers (CasenessStackChart *chart, const CasenessBoard *board, const CasenessBoardItem *item,
             gboolean suppresses)
{
  guint row = caseness_stack_chart_add_row (chart, caseness_board_words_item (item)), i;
  double total = 0;
  gboolean hides = FALSE;

  for (i = 0; i < N_ANSWERS; i++)
    {
      CasenessFigure figure = caseness_board_get (board, caseness_board_get_answer (item, N_ANSWERS - 1 - i),
                                                       CASENESS_BOARD_EVERYBODY);

      set_count (chart, row, i, figure.value, suppresses);
      total += figure.value;
      hides |= is_small (figure.value);
    }
  if (total <= 0)
    caseness_stack_chart_set_note (chart, row, _("Nobody answered"));
  else if (suppresses && hides)
    caseness_stack_chart_set_suppressed (chart, row);
}

/* The questions on a scale of five. */
static CasenessStackChart *
draw_answers (const CasenessBoard *board, gboolean suppresses)
{
  static const struct { const char *heading; CasenessStackLook look; } answers[N_ANSWERS] = {
    { N_("Always"), CASENESS_STACK_SOLID },   { N_("Mostly"), CASENESS_STACK_RISING }, { N_("Sometimes"), CASENESS_STACK_PALE },
    { N_("Rarely"), CASENESS_STACK_FALLING }, { N_("Never"), CASENESS_STACK_NOTABLE },
  };
  g_autoptr(GPtrArray) items = caseness_board_list_items (CASENESS_EXPERIENCE_TREATMENT);
  CasenessStackChart *chart = caseness_stack_chart_new (_("Question"), _("Share of the answers"));
  guint i;

  for (i = 0; i < N_ANSWERS; i++)
    caseness_stack_chart_add_segment (chart, _(answers[i].heading), _(answers[i].heading), answers[i].look);
  for (i = 0; i < items->len; i++)
    if (caseness_board_get_answer (g_ptr_array_index (items, i), N_ANSWERS - 1) != NULL)
      add_answers (chart, board, g_ptr_array_index (items, i), suppresses);
  return chart;
}

/* A count that is told, or not. */
typedef struct
{
  CasenessBoardCountFunc get;
  gconstpointer data;
  gboolean suppresses;
} Counts;

/* Gives a row its counts; a whole bar would tell by its length what is hidden of it. */
static void
fill_row (CasenessStackChart *chart, guint row, const CasenessMeasure *const *measures, guint n, const Counts *counts,
          gboolean tells_some, const char *nobody)
{
  gboolean hides = FALSE;
  double total = 0;

  for (guint i = 0; i < n; i++)
    {
      gboolean is_hidden = FALSE;
      double count = counts->get (measures[i], &is_hidden, counts->data);

      count = isnan (count) ? 0 : count;
      is_hidden |= is_small (count);
      set_count (chart, row, i, count, counts->suppresses);
      if (tells_some && !is_hidden)
        caseness_stack_chart_tell_count (chart, row, i);
      total += count;
      hides |= is_hidden;
    }
  if (total <= 0)
    caseness_stack_chart_set_note (chart, row, nobody);
  else if (counts->suppresses && hides)
    caseness_stack_chart_set_suppressed (chart, row);
}

/* Half the items are of courses with employment support, the other half without; a count is told where the table tells it. */
static void
add_status (CasenessStackChart *chart, const GPtrArray *items, guint half, guint column, const Counts *counts)
{
  static const char *const labels[2][2] = {
    { N_("With support, at the start"), N_("With support, at the end") },
    { N_("Without support, at the start"), N_("Without support, at the end") },
  };
  const CasenessMeasure *measures[CASENESS_MAX_BOARD_FIGURES];
  guint n = items->len / 2, i;

  for (i = 0; i < n; i++)
    measures[i] = ((const CasenessBoardItem *) g_ptr_array_index (items, half * n + i))->measures[column];
  fill_row (chart, caseness_stack_chart_add_row (chart, _(labels[half][column])), measures, n, counts, TRUE,
            _("No finished course"));
}

static CasenessStackChart *
draw_status (const Counts *counts)
{
  static const struct { const char *heading; CasenessStackLook look; } statuses[] = {
    { N_("In work"), CASENESS_STACK_SOLID },
    { N_("Off sick"), CASENESS_STACK_RISING },
    { N_("Not employed"), CASENESS_STACK_PALE },
    { N_("Not known"), CASENESS_STACK_DOTS },
  };
  g_autoptr(GPtrArray) items = caseness_board_list_items (CASENESS_EXPERIENCE_STATUS);
  CasenessStackChart *chart = caseness_stack_chart_new (_("Courses"), _("Share of the courses"));
  guint i;

  g_assert (items->len == 2 * G_N_ELEMENTS (statuses));
  for (i = 0; i < G_N_ELEMENTS (statuses); i++)
    caseness_stack_chart_add_segment (chart, _(statuses[i].heading), _(statuses[i].heading), statuses[i].look);
  for (i = 0; i < 4; i++)
    add_status (chart, items, i / 2, i % 2, counts);
  return chart;
}

/* The segments of the drawings whose rows are in `board-drawings.csv`, in the order of their counts. */
static const struct
{
  CasenessBoardView view;
  const char *rows;
  const char *share;
  struct { const char *heading; CasenessStackLook look; } segments[CASENESS_MAX_BOARD_FIGURES];
} drawings[] = {
  { CASENESS_FLOW_WAY, N_("How far"), N_("Share of those referred"),
    { { N_("Came so far"), CASENESS_STACK_SOLID }, { N_("Still open"), CASENESS_STACK_PALE }, { N_("Left"), CASENESS_STACK_NOTABLE } } },
  { CASENESS_FLOW_ENDINGS, N_("What"), N_("Share of those ended"),
    { { N_("Before being seen"), CASENESS_STACK_NOTABLE }, { N_("Seen, not treated"), CASENESS_STACK_FALLING },
      { N_("After one treatment"), CASENESS_STACK_PALE }, { N_("As a finished course"), CASENESS_STACK_SOLID } } },
  { CASENESS_FLOW_WAITS, N_("Wait"), N_("Share of those whose wait ended, by days waited"),
    { { N_("0 to 28"), CASENESS_STACK_SOLID }, { N_("29 to 56"), CASENESS_STACK_RISING },
      { N_("57 to 90"), CASENESS_STACK_PALE }, { N_("Over 90"), CASENESS_STACK_NOTABLE } } },
  { CASENESS_FLOW_APPOINTMENTS, N_("What"), N_("Share of the appointments"),
    { { N_("On time"), CASENESS_STACK_SOLID }, { N_("Late, seen"), CASENESS_STACK_RISING },
      { N_("Did not attend"), CASENESS_STACK_NOTABLE }, { N_("Too late"), CASENESS_STACK_FALLING },
      { N_("Cancelled by the person"), CASENESS_STACK_PALE }, { N_("By the service"), CASENESS_STACK_DOTS } } },
  { CASENESS_FLOW_STEPS, N_("What"), N_("Share of the courses"),
    { { N_("Low only"), CASENESS_STACK_PALE }, { N_("High only"), CASENESS_STACK_RISING }, { N_("Both"), CASENESS_STACK_SOLID },
      { N_("Neither"), CASENESS_STACK_DOTS } } },
  { CASENESS_FLOW_IDLE, N_("What"), N_("Share of those open and treated before, by days since"),
    { { N_("0 to 60"), CASENESS_STACK_SOLID }, { N_("61 to 90"), CASENESS_STACK_RISING },
      { N_("91 to 120"), CASENESS_STACK_PALE }, { N_("Over 120"), CASENESS_STACK_NOTABLE } } },
};

/* Whoever has no figures of a row at all does not draw it. */
static gboolean
has_counts (const CasenessBoardItem *item, const Counts *counts)
{
  for (guint i = 0; i < item->n_measures; i++)
    {
      gboolean is_hidden = FALSE;

      if (isnan (counts->get (item->measures[i], &is_hidden, counts->data)))
        return FALSE;
    }
  return TRUE;
}

static CasenessStackChart *
draw_counts (CasenessBoardView view, const Counts *counts)
{
  g_autoptr(GPtrArray) rows = caseness_board_list_drawn (view);
  CasenessStackChart *chart = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (drawings); i++)
    if (drawings[i].view == view)
      {
        chart = caseness_stack_chart_new (_(drawings[i].rows), _(drawings[i].share));
        for (guint k = 0; k < ((const CasenessBoardItem *) rows->pdata[0])->n_measures; k++)
          caseness_stack_chart_add_segment (chart, _(drawings[i].segments[k].heading), _(drawings[i].segments[k].heading),
                                            drawings[i].segments[k].look);
      }
  for (guint i = 0; i < rows->len && chart != NULL; i++)
    {
      const CasenessBoardItem *item = rows->pdata[i];

      if (has_counts (item, counts))
        fill_row (chart, caseness_stack_chart_add_row (chart, caseness_board_words_item (item)), item->measures,
                  item->n_measures, counts, FALSE, _("Nobody in this period"));
    }
  return chart;
}

CasenessStackChart *
caseness_board_words_draw_counts (CasenessBoardView view, CasenessBoardCountFunc get, gconstpointer data,
                                  gboolean suppresses)
{
  const Counts counts = { get, data, suppresses };

  return view == CASENESS_EXPERIENCE_STATUS ? draw_status (&counts) : draw_counts (view, &counts);
}

static double
get_of_everybody (const CasenessMeasure *measure, gboolean *is_hidden, gconstpointer board)
{
  return caseness_board_get (board, measure, CASENESS_BOARD_EVERYBODY).value;
}

CasenessStackChart *
caseness_board_words_draw (const CasenessBoard *board, CasenessBoardView view, gboolean suppresses)
{
  g_autofree char *title = NULL;
  CasenessStackChart *chart = NULL;

  if (view == CASENESS_EXPERIENCE_TREATMENT)
    chart = draw_answers (board, suppresses);
  else
    chart = caseness_board_words_draw_counts (view, get_of_everybody, board, suppresses);
  if (chart == NULL)
    return NULL;
  title = caseness_board_words_title (board, view, suppresses);
  caseness_chart_set_titles (caseness_stack_chart_as_chart (chart), title, caseness_board_words_subtitle (view), NULL);
  return chart;
}

const CasenessMeasure *
caseness_board_words_find_drawn (CasenessBoardView view, int row, int segment)
{
  g_autoptr(GPtrArray) items = caseness_board_list_items (view);
  g_autoptr(GPtrArray) drawn = caseness_board_list_drawn (view);
  guint half = items->len / 2;

  if (row < 0 || segment < 0)
    return NULL;
  if (row < (int) drawn->len && segment < (int) ((CasenessBoardItem *) drawn->pdata[row])->n_measures)
    return ((CasenessBoardItem *) drawn->pdata[row])->measures[segment];
  if (view == CASENESS_EXPERIENCE_TREATMENT && row + 1 < (int) items->len && segment < N_ANSWERS)
    return caseness_board_get_answer (g_ptr_array_index (items, row + 1), N_ANSWERS - 1 - segment);
  if (view == CASENESS_EXPERIENCE_STATUS && row < 4 && segment < (int) half)
    return ((CasenessBoardItem *) g_ptr_array_index (items, row / 2 * half + segment))->measures[row % 2];
  return NULL;
}
