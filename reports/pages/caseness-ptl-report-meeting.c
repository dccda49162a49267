/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-meeting-words.h"
#include "caseness-ptl-report-private.h"
#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>

static void
add_since (CasenessReportBuilder *builder, const CasenessPtlSince *since)
{
  CasenessReportTable *table = caseness_report_table_new ();
  g_autofree char *title = caseness_ptl_meeting_dup_since (since);
  g_autofree char *basis = caseness_ptl_meeting_dup_basis (since);
  guint move;

  for (move = 0; move < CASENESS_N_PTL_MOVES; move++)
    if (caseness_ptl_meeting_tells (since, move))
      caseness_report_table_add_column (table, caseness_ptl_move_get_label (move), CASENESS_REPORT_END, 1);
  for (move = 0; move < CASENESS_N_PTL_MOVES; move++)
    {
      g_autofree char *figure = caseness_ptl_meeting_dup_figure (since, move);

      if (caseness_ptl_meeting_tells (since, move))
        caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, figure);
    }
  caseness_report_builder_add_heading (builder, 2, title, _("Since the last meeting"), NULL);
  caseness_report_builder_add_note (builder, basis);
  caseness_report_builder_add_table (builder, table);
}

static void
add_queue_row (CasenessReportTable *table, const CasenessPtlQueue *queue)
{
  g_autofree char *waiting = g_strdup_printf ("%'.0f", queue->queue.waiting);
  g_autofree char *join = caseness_ptl_clearance_dup_rate (queue->queue.new_per_week);
  g_autofree char *seen = caseness_ptl_clearance_dup_rate (queue->queue.seen_per_week);
  g_autofree char *weeks = caseness_ptl_clearance_dup_weeks (&queue->clearance);
  g_autofree char *backlog = caseness_ptl_clearance_dup_backlog (&queue->clearance);
  g_autofree char *outlook = caseness_ptl_clearance_dup_outlook (&queue->clearance);

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD,
                                  queue->group != NULL ? caseness_ptl_report_get_label (queue->group) : _("All"));
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, waiting);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, join);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, seen);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, weeks);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, backlog);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, outlook);
}

static void
add_queues (CasenessReportBuilder *builder, const CasenessPtl *ptl)
{
  static const char *const numbers[] = {
    N_("Waiting"), N_("Join a week"), N_("Seen a week"), N_("Weeks to clear"), N_("Backlog"),
  };
  g_autoptr(CasenessPtlGrid) grid
      = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_ALL, NULL);
  g_autoptr(GArray) queues = caseness_ptl_list_queues (ptl, grid);
  const CasenessPtlQueue *all = &g_array_index (queues, CasenessPtlQueue, 0);
  CasenessReportTable *table = caseness_report_table_new ();
  g_autofree char *title = caseness_ptl_clearance_dup_title (&all->queue, &all->clearance);
  g_autofree char *basis = caseness_ptl_clearance_dup_basis (caseness_ptl_get_standard (ptl));
  gsize i;

  caseness_report_table_add_column (table, _("Queue"), CASENESS_REPORT_START, 1);
  for (i = 0; i < G_N_ELEMENTS (numbers); i++)
    caseness_report_table_add_column (table, _(numbers[i]), CASENESS_REPORT_END, 1);
  caseness_report_table_add_column (table, _("Outlook"), CASENESS_REPORT_START, 1);
  for (i = 0; i < queues->len; i++)
    add_queue_row (table, &g_array_index (queues, CasenessPtlQueue, i));
  caseness_report_builder_add_heading (builder, 2, title, _("Backlog and clearance"), NULL);
  caseness_report_builder_add_note (builder, basis);
  caseness_report_builder_add_table (builder, table);
}

void
caseness_ptl_report_add_meeting (CasenessReportBuilder *builder, const CasenessPtlReportQueue *queue)
{
  add_since (builder, queue->since);
  add_queues (builder, queue->ptl);
}

static void
add_day (CasenessReportTable *table, CasenessDate day, CasenessDate as_at)
{
  g_autofree char *text = day != CASENESS_DATE_NONE ? caseness_ptl_report_dup_short_day (day, as_at) : g_strdup ("");

  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text);
}

static void
add_action_row (CasenessReportTable *table, const CasenessPtlReportQueue *queue, const CasenessPtlPerson *person)
{
  CasenessDate as_at = caseness_ptl_get_as_at (queue->ptl);
  const CasenessPtlAction *action = caseness_ptl_actions_find (queue->actions, person);
  g_auto(CasenessPtlActionText) text = { NULL };
  g_autofree char *name = caseness_ptl_report_dup_person (queue, person);

  caseness_ptl_action_text_init (&text, queue->since, person, action, !queue->identifies);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_BOLD, name);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text.what);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT, text.owner);
  add_day (table, action->made, as_at);
  caseness_report_table_add_cell (table,
                                  caseness_ptl_action_is_late (action, as_at) ? CASENESS_REPORT_CELL_BOLD
                                                                              : CASENESS_REPORT_CELL_TEXT,
                                  text.when);
  caseness_report_table_add_cell (table, CASENESS_REPORT_CELL_TEXT,
                                  g_ptr_array_find (queue->since->gone, person, NULL) ? _("off the list")
                                                                                      : _("waiting"));
}

static void
add_action_rows (CasenessReportTable *table, const CasenessPtlReportQueue *queue, CasenessPtlMove move)
{
  const GPtrArray *people = queue->since->moves[move];
  guint i;

  for (i = 0; i < people->len; i++)
    {
      const CasenessPtlPerson *person = g_ptr_array_index (people, i);
      const CasenessPtlAction *action = caseness_ptl_actions_find (queue->actions, person);

      /* Who has something new to be done is listed with that. */
      if (move == CASENESS_PTL_MOVE_ACTION_OPEN
          || !caseness_ptl_action_is_open (action, caseness_ptl_get_as_at (queue->ptl)))
        add_action_row (table, queue, person);
    }
}

static char *
dup_actions_title (const CasenessPtlSince *since)
{
  guint n_open = caseness_ptl_since_count (since, CASENESS_PTL_MOVE_ACTION_OPEN);
  g_autofree char *done = caseness_ptl_meeting_dup_figure (since, CASENESS_PTL_MOVE_ACTION_DONE);
  g_autofree char *open
      = g_strdup_printf (ngettext ("%u action outstanding", "%u actions outstanding", n_open), n_open);
  g_autofree char *day = caseness_date_format_short (since->day);

  if (caseness_ptl_since_count (since, CASENESS_PTL_MOVE_ACTION_REVIEWED) == 0)
    return g_steal_pointer (&open);
  /* Translators: "12 actions outstanding; 9 of 12 done since 23 June" */
  return g_strdup_printf (_("%s; %s done since %s"), open, done, day);
}

void
caseness_ptl_report_add_actions (CasenessReportBuilder *builder, const CasenessPtlReportQueue *queue)
{
  CasenessReportTable *table;
  g_autofree char *title = NULL;

  if (caseness_ptl_since_count (queue->since, CASENESS_PTL_MOVE_ACTION_OPEN) == 0
      && caseness_ptl_since_count (queue->since, CASENESS_PTL_MOVE_ACTION_DONE) == 0)
    return;
  table = caseness_report_table_new ();
  title = dup_actions_title (queue->since);
  caseness_report_table_add_column (table, queue->identifies ? _("Referral") : C_("running number", "No."),
                                    CASENESS_REPORT_START, 0);
  caseness_report_table_add_column (table, _("Action agreed"), CASENESS_REPORT_START, 3);
  caseness_report_table_add_column (table, _("Owner"), CASENESS_REPORT_START, 1.5);
  caseness_report_table_add_column (table, _("Agreed"), CASENESS_REPORT_END, 0);
  caseness_report_table_add_column (table, _("Due"), CASENESS_REPORT_START, 1);
  caseness_report_table_add_column (table, _("Person"), CASENESS_REPORT_START, 0);
  add_action_rows (table, queue, CASENESS_PTL_MOVE_ACTION_OPEN);
  add_action_rows (table, queue, CASENESS_PTL_MOVE_ACTION_DONE);
  caseness_report_builder_add_heading (builder, 2, title, _("Actions"), NULL);
  caseness_report_builder_add_note (builder, _("What is outstanding, then what is done, each in waiting order."));
  caseness_report_builder_add_table (builder, table);
}
