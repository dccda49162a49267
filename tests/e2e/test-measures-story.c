/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-chart-view.h"
#include "caseness-figure-record.h"
#include "caseness-measures-page.h"
#include "caseness-national-page.h"
#include "caseness-own-icb.h"
#include "caseness-overview-page.h"
#include "caseness-window-private.h"
#include "window-hand.h"

#include <glib/gstdio.h>
#include <string.h>

/*
 * What somebody does with one measure: finds it, sees what was published beside its months, says which ICB the service
 * lies in so that its figures stand there too, and takes that back; pins it to the overview and
 * sees it there, breaks it down by two variables at once, and saves that as it is and, in meeting mode, as people from
 * outside may be told it. Any warning ends the program. What was seen stays in e2e-screenshots/.
 */

#define PUBLISHED "quarter_june_2025_final.csv"
#define MEASURE "M192"
#define MEASURE_NAME "Recovery"
#define OUR_ICB "QAA"
#define OUR_ICB_NAME "NHS Demo ICB"
#define BY "Gender"
#define AND_BY "Problem Descriptor"
#define HEAD                                                                                                           \
  "REPORTING_PERIOD_START,REPORTING_PERIOD_END,GROUP_TYPE,ORG_CODE1,ORG_NAME1,ORG_CODE2,ORG_NAME2,MEASURE_ID,"          \
  "MEASURE_NAME,MEASURE_VALUE_SUPPRESSED\n"

static CasenessWindow *window;
static char *folder;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

/* Six months of what England, the ICB and the service are said to have reached. */
static void
publish (void)
{
  static const struct { const char *level, *code, *name; guint first; } organisations[]
    = { { "England", "England", "England", 49 }, { "ICB", OUR_ICB, OUR_ICB_NAME, 46 }, { "ICB", "QBB", "NHS Another ICB", 53 },
        { "Provider", "XD1", "Demo", 44 } };
  g_autoptr(GString) text = g_string_new (HEAD);
  g_autofree char *path = make_path (PUBLISHED);

  for (guint i = 0; i < G_N_ELEMENTS (organisations); i++)
    for (guint month = 1; month <= 6; month++)
      {
        gboolean is_provider = g_str_equal (organisations[i].level, "Provider");
        CasenessDate first = caseness_date_new (2025, (int) month, 1);
        char start[11], end[11];

        caseness_date_write_iso (first, start);
        caseness_date_write_iso (caseness_date_month_end (first), end);
        g_string_append_printf (text, "%s,%s,%s,%s,%s,%s,%s," MEASURE ",Percentage_Recovery,%u\n", start, end,
                                organisations[i].level, is_provider ? "all" : organisations[i].code,
                                is_provider ? "all" : organisations[i].name, is_provider ? organisations[i].code : "all",
                                is_provider ? organisations[i].name : "all", organisations[i].first + month % 3);
      }
  g_assert_true (g_file_set_contents (path, text->str, -1, NULL));
}

static char *
make_service (void)
{
  g_autofree char *service = make_path ("service");
  g_autofree char *published = make_path (PUBLISHED);
  char *store = make_path ("demo.caseness");

  publish ();
  hand_run_cli ("demo", service, "--referrals", "1500", "--months", "6", "--end", "2025-06", NULL);
  hand_run_cli ("import", store, service, published, "--service", "Demo Talking Therapies", NULL);
  return store;
}

/* Looking */

static void
keep_picture (const char *name)
{
  g_autofree char *full = g_strconcat ("measures-", name, NULL);

  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (window), full);
}

/* Doing */

static char *
save_breakdown (void)
{
  g_autofree char *path = make_path ("saved.csv");

  return hand_save (hand_get_page (window), "page.export-detail", path);
}

/* Chooses @words in the list that offers them; of several the one in place @place. */
static void
choose (const char *words, guint place)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (hand_get_page (window));

  for (guint i = 0; i < shown->len; i++)
    {
      GListModel *names = GTK_IS_DROP_DOWN (shown->pdata[i]) ? gtk_drop_down_get_model (shown->pdata[i]) : NULL;

      for (guint k = 0; names != NULL && k < g_list_model_get_n_items (names); k++)
        if (g_str_equal (gtk_string_list_get_string (GTK_STRING_LIST (names), k), words) && place-- == 0)
          {
            gtk_drop_down_set_selected (shown->pdata[i], k);
            return;
          }
    }
  g_error ("nothing offers “%s”", words);
}

static void
open_measure (void)
{
  hand_go_to (window, CASENESS_TYPE_MEASURES_PAGE);
  hand_let_pass (60);
  keep_picture ("list");
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.open-measure", "s", MEASURE));
  hand_wait_for_words (GTK_WINDOW (window), "Lines named at their end are as published");
  keep_picture ("opened");
}

/* What the chart of the measure says to a screen reader and names in its table. */
static gboolean
charts_name (const char *words)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (hand_get_page (window));

  for (guint i = 0; i < shown->len; i++)
    {
      CasenessChart *chart = CASENESS_IS_CHART_VIEW (shown->pdata[i]) ? caseness_chart_view_get_chart (shown->pdata[i]) : NULL;
      g_autoptr(CasenessChartTable) numbers = chart != NULL ? caseness_chart_dup_table (chart) : NULL;
      g_autofree char *table = numbers != NULL ? caseness_chart_table_dup_text (numbers) : NULL;

      if (table != NULL && strstr (table, words) != NULL)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_named (gconstpointer words)
{
  return hand_is_settled (window) && charts_name (words);
}

static gboolean
is_not_named (gconstpointer words)
{
  return hand_is_settled (window) && charts_name ("England") && !charts_name (words);
}

static gboolean
is_chosen (gconstpointer code)
{
  g_autofree char *icb = caseness_own_icb_dup (caseness_session_get_journal (caseness_window_get_session (window)));

  return hand_is_settled (window) && g_str_equal (icb, code);
}

/* The demo's provider is on no list, so that the published file alone does not say which ICB is its own. */
static void
choose_icb (void)
{
  hand_wait_until (is_not_named, OUR_ICB_NAME, "chart without an ICB");
  hand_go_to (window, CASENESS_TYPE_NATIONAL_PAGE);
  hand_wait_for_words (GTK_WINDOW (window), "Our ICB");
  choose (OUR_ICB_NAME, 0);
  hand_wait_until (is_chosen, OUR_ICB, OUR_ICB);
  keep_picture ("icb");
  hand_go_to (window, CASENESS_TYPE_MEASURES_PAGE);
  hand_wait_until (is_named, OUR_ICB_NAME, "chart with the ICB");
  g_assert_false (charts_name ("Another"));
  keep_picture ("beside-icb");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  hand_wait_until (is_not_named, OUR_ICB_NAME, "chart without an ICB once more");
}

static void
pin (void)
{
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.pin", NULL));
  hand_let_pass (100);
  g_assert_nonnull (caseness_journal_get (caseness_session_get_journal (caseness_window_get_session (window)),
                                          CASENESS_RECORD_PIN, MEASURE));
  hand_go_to (window, CASENESS_TYPE_OVERVIEW_PAGE);
  hand_let_pass (60);
  hand_wait_for_words (GTK_WINDOW (window), MEASURE_NAME);
  keep_picture ("pinned");
  hand_go_to (window, CASENESS_TYPE_MEASURES_PAGE);
  hand_let_pass (60);
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.pin", NULL));
  hand_let_pass (100);
  g_assert_null (caseness_journal_get (caseness_session_get_journal (caseness_window_get_session (window)),
                                       CASENESS_RECORD_PIN, MEASURE));
}

/* What is crossed is small: outside, the small groups are stars, and so is what they could be worked out from. */
static void
break_down (void)
{
  g_autofree char *exact = NULL;
  g_autofree char *told = NULL;

  choose (BY, 0);
  hand_let_pass (100);
  choose (AND_BY, 1);
  hand_let_pass (200);
  keep_picture ("crossed");
  exact = save_breakdown ();
  g_assert_nonnull (strstr (exact, ",variable_2,group_2,"));
  g_assert_nonnull (strstr (exact, BY ",Female," AND_BY ","));
  g_assert_null (strstr (exact, ",*"));
  caseness_session_set_meeting_mode (caseness_window_get_session (window), TRUE);
  hand_let_pass (200);
  keep_picture ("crossed-for-a-meeting");
  told = save_breakdown ();
  g_assert_nonnull (strstr (told, BY ",Female," AND_BY ","));
  g_assert_nonnull (strstr (told, ",*"));
}

static void
test_story (void)
{
  g_autofree char *store = NULL;

  folder = g_dir_make_tmp ("caseness-measures-XXXXXX", NULL);
  store = make_service ();
  hand_open (window, store, "Demo Talking Therapies", 1280, 900);
  open_measure ();
  choose_icb ();
  pin ();
  break_down ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  return hand_run_story (argc, argv, "/e2e/measures-story", test_story, &window);
}
