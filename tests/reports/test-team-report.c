/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-board-report.h"
#include "caseness-measures-report.h"
#include "fixture.h"
#include "report-text.h"

#include <string.h>

/* Reports that tell of teams: what is told of some must not give away those of whom it may not be told. */

#define HELPED "747931000000101"

static const struct
{
  const char *name;
  guint n;
} teams[] = { { "North", 40 }, { "South", 35 }, { "West", 30 }, { "East", 3 } };

/* Finished courses of each team, all of which answered that they got the help that mattered, half of them never. */
static CasenessSnapshot *
make_service (void)
{
  g_autoptr(GString) script = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (teams); i++)
    for (guint k = 0; k < teams[i].n; k++)
      g_string_append_printf (script,
                              "R %s%u 2025-01-01 2025-03-31;Q - %s -;C %s%ua 2025-01-10 03 5;C %s%ub 2025-02-10 03 5;"
                              "A 2025-03-31 " HELPED " %u;",
                              teams[i].name, k, teams[i].name, teams[i].name, k, teams[i].name, k, k % 2 * 4);
  return fixture_snapshot_new (script->str, NULL);
}

static CasenessReport *
report_board (CasenessBoardKind kind, CasenessSnapshot *snapshot, gboolean is_outside, GError **error)
{
  const CasenessBoardReportOptions options = {
    .kind = kind,
    .period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) },
    .as_at = caseness_date_new (2025, 3, 31),
    .suppresses = is_outside,
  };

  return caseness_board_report_new (snapshot, &options, NULL, error);
}

static CasenessReport *
report_experience (CasenessSnapshot *snapshot, gboolean is_outside, GError **error)
{
  return report_board (CASENESS_BOARD_EXPERIENCE, snapshot, is_outside, error);
}

static CasenessReport *
report_flow (CasenessSnapshot *snapshot, gboolean is_outside, GError **error)
{
  return report_board (CASENESS_BOARD_FLOW, snapshot, is_outside, error);
}

static CasenessReport *
report_measures (CasenessSnapshot *snapshot, gboolean is_outside, GError **error)
{
  g_autoptr(GPtrArray) measures = g_ptr_array_new ();
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  const CasenessMeasuresReportOptions options = {
    .period = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) },
    .identifies = !is_outside,
    .measures = measures,
    .variables = variables,
  };

  g_ptr_array_add (measures, (gpointer) caseness_measure_find ("M076"));
  g_ptr_array_add (variables, (gpointer) caseness_variable_find ("Team"));
  return caseness_measures_report_new (snapshot, &options, NULL, error);
}

/* Of four teams, of which one has three people, two at least are left out for others, so that the three are not what is
 * left of everybody; inside the service all four stand. */
static void
test_teams (void)
{
  static const struct
  {
    CasenessReport *(*make) (CasenessSnapshot *snapshot, gboolean is_outside, GError **error);
    const char *heading;
  } reports[] = {
    { report_flow, "Treated, by team" },
    { report_experience, "Got the help that mattered, by team" },
    { report_measures, "By Team" },
  };
  g_autoptr(CasenessSnapshot) snapshot = make_service ();

  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    for (guint is_outside = 0; is_outside < 2; is_outside++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(CasenessReport) report = reports[i].make (snapshot, is_outside, &error);
        g_autofree char *text = NULL;
        const char *part;
        guint n = 0;

        g_assert_no_error (error);
        text = report_text_dup (report);
        part = g_strrstr (text, reports[i].heading);
        g_assert_nonnull (part);
        for (gsize k = 0; k < G_N_ELEMENTS (teams); k++)
          n += strstr (part, teams[k].name) != NULL;
        g_test_message ("%s, %s", reports[i].heading, is_outside ? "for others" : "inside");
        g_assert_cmpint (strstr (part, "East") != NULL, ==, !is_outside);
        if (is_outside)
          g_assert_cmpuint (n, <=, 2);
        else
          g_assert_cmpuint (n, ==, 4);
        g_assert_cmpuint (n, >, 0);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/team", test_teams);
  return g_test_run ();
}
