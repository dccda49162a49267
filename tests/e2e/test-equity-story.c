/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-equity-page.h"
#include "caseness-equity-words.h"
#include "caseness-imports-dialog.h"
#include "caseness-population-dialog.h"
#include "caseness-window-private.h"
#include "window-hand.h"

#include <string.h>

/*
 * What a service is asked by its commissioner: are older Bangladeshi women reached, and do they recover? The group is picked,
 * seen as it is, and printed so that nobody is revealed; every view is exported; then another local population is put together,
 * with a figure of our own, loaded, stated on page and print, and taken back. Any warning ends the program. What was seen
 * stays in e2e-screenshots/.
 */

static CasenessWindow *window;
static char *folder;

static char *
make_path (const char *name)
{
  return g_build_filename (folder, name, NULL);
}

static char *
make_service (void)
{
  g_autofree char *service = make_path ("service");
  char *store = make_path ("demo.caseness");

  hand_run_cli ("demo", service, "--referrals", "2400", "--months", "12", "--end", "2025-06", NULL);
  hand_run_cli ("import", store, service, "--service", "Demo Talking Therapies", NULL);
  return store;
}

/* Looking */

static GtkWidget *
part (const char *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (hand_get_page (window), CASENESS_TYPE_EQUITY_PAGE, name));
}

/* How far what is in the table of the page goes beyond its right edge. */
static double
measure_overhang (void)
{
  g_autoptr(GPtrArray) shown = hand_list_shown (part ("table"));

  for (guint i = 0; i < shown->len; i++)
    if (GTK_IS_COLUMN_VIEW (shown->pdata[i]))
      {
        GtkAdjustment *across = gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (shown->pdata[i]));

        return gtk_adjustment_get_upper (across) - gtk_adjustment_get_page_size (across);
      }
  g_assert_not_reached ();
}

/* On a small laptop nothing is to be scrolled sideways. */
static void
keep_picture (const char *name)
{
  g_autofree char *full = g_strdup_printf ("equity-%s", name);

  hand_let_pass (60);
  hand_keep_picture (GTK_WIDGET (window), full);
  g_assert_cmpfloat (measure_overhang (), <=, 0);
}

/* What the view in sight says as a table that leaves. */
static char *
export_table (const char *name)
{
  g_autofree char *path = make_path (name);

  return hand_save (hand_get_page (window), "page.export-table", path);
}

/* Doing */

static void
open_window (const char *store)
{
  hand_open (window, store, "Demo Talking Therapies", 1024, 768);
  hand_go_to (window, CASENESS_TYPE_EQUITY_PAGE);
  hand_wait_for_words (GTK_WINDOW (window), "seen of expected at each step");
}

static void
choose_view (CasenessEquityView view)
{
  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.view", "i", view));
  hand_wait_until (hand_is_settled, window, "view");
  hand_let_pass (20);
}

static void
choose (const char *name, const char *word)
{
  GtkDropDown *choice = GTK_DROP_DOWN (part (name));
  GListModel *words = gtk_drop_down_get_model (choice);

  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    if (strstr (gtk_string_list_get_string (GTK_STRING_LIST (words), i), word) != NULL)
      gtk_drop_down_set_selected (choice, i);
}

/* Every view, seen and exported. */
static void
export_views (void)
{
  static const struct
  {
    CasenessEquityView view;
    const char *name;
    const char *head;
  } cases[] = {
    { CASENESS_EQUITY_VIEW_RATIOS, "ratios", "People,\"Need, %\",In need,Referred: seen,Referred: expected,Referred: ratio" },
    { CASENESS_EQUITY_VIEW_SHARES, "shares", "Of people,Of need,Of referred,Of treated,Of completed,Of recovered" },
    { CASENESS_EQUITY_VIEW_OUTCOMES, "outcomes", "Courses,At caseness,Recovery" },
    { CASENESS_EQUITY_VIEW_CARE, "care", "In 6 weeks,In 18 weeks,Second in 28 d,After 90 d,Missed,Sessions,Low only,High only,Both" },
    { CASENESS_EQUITY_VIEW_ROUTES, "sources", "Referrals,Self,GP" },
    { CASENESS_EQUITY_VIEW_DEPRIVATION, "deprivation", "Courses,Of them" },
    { CASENESS_EQUITY_VIEW_TREND, "trend", "Month,Seen,Expected,Ratio,95% interval" },
    { CASENESS_EQUITY_VIEW_CHECKLIST, "checklist", "Group,Recorded,Treated,Expected,Ratio" },
    { CASENESS_EQUITY_VIEW_TESTS, "aspirations", "Test,Found,95% interval,Held against,Answer,Clearly below" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *file = g_strdup_printf ("%s.csv", cases[i].name);
      g_autofree char *text = NULL;

      choose_view (cases[i].view);
      keep_picture (cases[i].name);
      text = export_table (file);
      g_assert_nonnull (strstr (text, cases[i].head));
    }
}

/* What the page prints names the group and says of the wider ones what may be told, and nothing of those picked. */
static void
assert_told_on_paper (void)
{
  g_autoptr(CasenessReport) report = caseness_page_make_report (CASENESS_PAGE (hand_get_page (window)));
  g_autofree char *path = make_path ("one-group.pdf"), *text = NULL;
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autoptr(GError) error = NULL;
  const char *part;

  g_assert_true (caseness_report_save (report, path, CASENESS_REPORT_PDF, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  part = strstr (text, "Asked about");
  g_assert_nonnull (part);
  g_assert_nonnull (strstr (part, "65 and over / Asian or Asian British: Bangladeshi / Female"));
  g_assert_nonnull (strstr (part, "too few to tell of"));
  g_assert_nonnull (strstr (part, "people to the nearest 5"));
}

/* In the dark, too, what is shown fits. */
static void
look_in_the_dark (void)
{
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_FORCE_DARK);
  for (guint view = 0; view < CASENESS_N_EQUITY_VIEWS; view++)
    {
      g_autofree char *name = g_strdup_printf ("dark-%s", caseness_equity_words_get_name (view));

      choose_view (view);
      keep_picture (name);
    }
  adw_style_manager_set_color_scheme (adw_style_manager_get_default (), ADW_COLOR_SCHEME_DEFAULT);
}

static void
ask_of_one_group (void)
{
  g_autofree char *text = NULL;

  choose_view (CASENESS_EQUITY_VIEW_ONE);
  choose ("age_choice", "65 and over");
  choose ("ethnicity_choice", "Bangladeshi");
  choose ("gender_choice", "Female");
  hand_wait_for_words (GTK_WINDOW (window), "65 and over / Asian or Asian British: Bangladeshi / Female");
  keep_picture ("one-group");
  text = export_table ("one-group.csv");
  g_assert_nonnull (strstr (text, "Step,People,Expected,Ratio,95% interval,People to parity\n\"Live here, estimated\","));
  g_assert_nonnull (strstr (text, "\nReferred,*,"));
  assert_told_on_paper ();
  g_assert_false (hand_shows (GTK_WINDOW (window), "*"));
}

/* Who lives here */

static GtkWindow *
open_population (void)
{
  GtkWindow *dialog;

  g_assert_true (gtk_widget_activate_action (hand_get_page (window), "page.population", NULL));
  dialog = hand_wait_for_window (CASENESS_TYPE_POPULATION_DIALOG);
  hand_let_pass (60);
  return dialog;
}

static GtkListBoxRow *
get_row (GtkWindow *dialog, const char *list, int position)
{
  return gtk_list_box_get_row_at_index (
    GTK_LIST_BOX (gtk_widget_get_template_child (GTK_WIDGET (dialog), CASENESS_TYPE_POPULATION_DIALOG, list)), position);
}

static void
tick_area (GtkWindow *dialog, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = get_row (dialog, "area_list", i)) != NULL; i++)
    if (g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), name) == 0)
      gtk_check_button_set_active (GTK_CHECK_BUTTON (adw_action_row_get_activatable_widget (ADW_ACTION_ROW (row))), TRUE);
}

/* The first row whose name begins so is given another number of people. */
static void
change_people (GtkWindow *dialog, const char *name, const char *people)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = get_row (dialog, "rows", i)) != NULL; i++)
    {
      GtkWidget *words = gtk_widget_get_first_child (gtk_list_box_row_get_child (row));
      GtkEditable *entry = GTK_EDITABLE (gtk_widget_get_next_sibling (words));

      if (!g_str_has_prefix (gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (words))), name))
        continue;
      gtk_editable_set_text (entry, people);
      return;
    }
  g_error ("no group “%s”", name);
}

static void
load (GtkWindow *dialog, const char *outcome)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "population.load", NULL));
  hand_wait_for_words (GTK_WINDOW (window), outcome);
}

/* Stated on paper too. */
static void
assert_printed (const char *store, const char *words)
{
  g_autofree char *path = make_path ("equity.pdf");
  const char *const argv[] = { "pdftotext", "-layout", path, "-", NULL };
  g_autofree char *text = NULL;

  hand_run_cli ("report", store, "--kind", "equity", "--from", "2025-04-01", "--to", "2025-06-30", "--output", path, NULL);
  g_assert_true (g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL));
  g_assert_nonnull (strstr (text, words));
}

static AdwComboRow *
get_choice (GtkWindow *dialog, const char *name)
{
  return ADW_COMBO_ROW (gtk_widget_get_template_child (GTK_WIDGET (dialog), CASENESS_TYPE_POPULATION_DIALOG, name));
}

/* Another survey, as somebody would choose it who wants to know what it has. */
static void
choose_word (GtkWindow *dialog, const char *name, const char *word)
{
  GListModel *words = adw_combo_row_get_model (get_choice (dialog, name));

  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    {
      g_autoptr(GtkStringObject) item = g_list_model_get_item (words, i);

      if (strcmp (gtk_string_object_get_string (item), word) == 0)
        {
          adw_combo_row_set_selected (get_choice (dialog, name), i);
          hand_let_pass (60);
          return;
        }
    }
  g_error ("no “%s” to choose", word);
}

/* Two areas are added up, and need is what another survey, or the same of another condition, found. */
static void
try_choices (GtkWindow *dialog)
{
  tick_area (dialog, "Sheffield");
  hand_let_pass (60);
  hand_assert_shows (dialog, "Leeds + Sheffield: census of 2021, people aged 16 and over; need from");
  choose_word (dialog, "survey", "APMS 2023/4");
  hand_assert_shows (dialog, "APMS 2023/4");
  choose_word (dialog, "survey", "APMS 2014");
  choose_word (dialog, "condition", "Depressive episode");
  hand_assert_shows (dialog, "need from “Depressive episode” in APMS 2014");
  hand_keep_picture (GTK_WIDGET (dialog), "equity-population-choices");
}

/* Two areas and a condition; then another area; then the same with a figure of our own, which is a version by itself. */
static void
load_populations (const char *store)
{
  GtkWindow *dialog;

  choose_view (CASENESS_EQUITY_VIEW_RATIOS);
  hand_wait_for_words (GTK_WINDOW (window), "Population of Q00");
  dialog = open_population ();
  hand_assert_shows (dialog, "Q00: the list in use");
  hand_keep_picture (GTK_WIDGET (dialog), "equity-population-in-use");
  tick_area (dialog, "Leeds");
  hand_let_pass (60);
  hand_assert_shows (dialog, "Leeds: census of 2021, people aged 16 and over; need from");
  hand_keep_picture (GTK_WIDGET (dialog), "equity-population");
  try_choices (dialog);
  load (dialog, "Population of Leeds + Sheffield");
  assert_printed (store, "Population of Leeds + Sheffield");
  assert_printed (store, "epressive episode");
  dialog = open_population ();
  tick_area (dialog, "Leeds");
  choose_word (dialog, "condition", "Any common mental disorder");
  load (dialog, "Population of Leeds,");
  keep_picture ("leeds");
  assert_printed (store, "Population of Leeds");
  dialog = open_population ();
  hand_assert_shows (dialog, "Leeds: the list in use");
  change_people (dialog, "Ethnic Group: Black or Black British: African", "not a number");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "population.load", NULL));
  g_assert_true (hand_find_window (CASENESS_TYPE_POPULATION_DIALOG) == dialog);
  change_people (dialog, "Ethnic Group: Black or Black British: African", "30000");
  load (dialog, "changed by hand");
  keep_picture ("changed");
  assert_printed (store, "changed by hand");
}

static gboolean
is_listed (gconstpointer dialog)
{
  return hand_is_settled (window) && hand_shows ((GtkWindow *) dialog, "LOCPopulation");
}

static gboolean
is_unchanged (gconstpointer words)
{
  return hand_is_settled (window) && hand_shows (GTK_WINDOW (window), words) && !hand_shows (GTK_WINDOW (window), "changed by hand");
}

/* Each version goes back to the one before it. */
static void
undo_populations (void)
{
  GtkWindow *dialog, *question;

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.imports", NULL));
  dialog = hand_wait_for_window (CASENESS_TYPE_IMPORTS_DIALOG);
  for (gint64 import = 4; import > 1; import--)
    {
      hand_wait_until (is_listed, dialog, "list of imports");
      hand_let_pass (60);
      hand_keep_picture (GTK_WIDGET (dialog), "equity-versions");
      g_assert_true (gtk_widget_activate_action (GTK_WIDGET (dialog), "imports.undo", "x", import));
      question = hand_wait_for_window (ADW_TYPE_MESSAGE_DIALOG);
      adw_message_dialog_response (ADW_MESSAGE_DIALOG (question), "undo");
      gtk_window_destroy (question);
      hand_let_pass (60);
      hand_wait_until (is_unchanged, import == 4   ? "Population of Leeds,"
                                     : import == 3 ? "Population of Leeds + Sheffield"
                                                   : "Population of Q00", "population before");
    }
  gtk_window_destroy (dialog);
}

static void
test_story (void)
{
  g_autofree char *store = NULL;
  gint64 begun;

  folder = g_dir_make_tmp ("caseness-equity-XXXXXX", NULL);
  store = make_service ();
  begun = g_get_monotonic_time ();
  open_window (store);
  ask_of_one_group ();
  /* People take their own time; what the program takes of their minute is said, and held to nothing. */
  g_test_message ("opened, asked, seen, exported and printed after %.1f s",
                  (double) (g_get_monotonic_time () - begun) / G_USEC_PER_SEC);
  export_views ();
  look_in_the_dark ();
  load_populations (store);
  undo_populations ();
  gtk_window_destroy (GTK_WINDOW (window));
  hand_let_pass (50);
  g_free (folder);
}

int
main (int argc, char *argv[])
{
  return hand_run_story (argc, argv, "/e2e/equity-story", test_story, &window);
}
