/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-timeline-view.h"

#include "caseness-period.h"

#include <glib/gi18n-lib.h>

struct _CasenessTimelineView
{
  AdwBin parent_instance;
  GtkBox *sentences;
  GtkGrid *grid;
};

G_DEFINE_FINAL_TYPE (CasenessTimelineView, caseness_timeline_view, ADW_TYPE_BIN)

/* Months as whole numbers, so that the next month is the next column. */
static int
number_month (CasenessDate date)
{
  int year, month;

  caseness_date_split (date, &year, &month, NULL);
  return year * 12 + month - 1;
}

static char *
name_month (const CasenessTimelineMonth *month)
{
  CasenessPeriod period = { month->start, month->end };

  return caseness_period_format (&period);
}

static gboolean
has_shrunk (const CasenessTimelineMonth *month)
{
  for (guint i = 0; i < month->tables->len; i++)
    {
      const CasenessTimelineTable *table = g_ptr_array_index (month->tables, i);

      if (table->has_shrunk)
        return TRUE;
    }
  return FALSE;
}

/* "12,345 rows", or "12,345 rows, 12,001 before" where a submission was replaced */
static char *
describe_rows (const CasenessTimelineMonth *month)
{
  gint64 now = 0, before = 0;
  g_autofree char *now_words = NULL;
  g_autofree char *before_words = NULL;

  for (guint i = 0; i < month->tables->len; i++)
    {
      const CasenessTimelineTable *table = g_ptr_array_index (month->tables, i);

      now += table->rows;
      before += table->rows_before;
    }
  now_words = g_strdup_printf ("%'" G_GINT64_FORMAT, now);
  before_words = g_strdup_printf ("%'" G_GINT64_FORMAT, before);
  if (month->has_before)
    /* Translators: rows of a submission, and rows of the one it replaced */
    return g_strdup_printf (_("%s rows, %s before"), now_words, before_words);
  /* Translators: rows of a submission */
  return g_strdup_printf (_("%s rows"), now_words);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
say (GtkWidget *cell, const char *words)
{
  gtk_widget_set_tooltip_text (cell, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
}

static GtkWidget *
make_gap (const CasenessTimelineMonth *month)
{
  GtkWidget *cell = gtk_label_new (caseness_timeline_kind_get_label (month->kind));
  g_autofree char *when = name_month (month);
  /* Translators: a provider and a month without a submission: “XA1, April 2025: no submission is loaded” */
  g_autofree char *words = g_strdup_printf (_("%s, %s: no submission is loaded"), month->provider, when);

  gtk_widget_add_css_class (cell, "timeline-gap");
  say (cell, words);
  return cell;
}

/* What is worth a look, in a word below the kind; NULL for most months. */
static char *
name_mark (const CasenessTimelineMonth *month)
{
  if (has_shrunk (month))
    return g_strdup (C_("a month's submission", "⚠ shrunk"));
  if (month->n_submissions > 1)
    /* Translators: of how many submissions for one month the last is the one that counts */
    return g_strdup_printf (ngettext ("last of %u", "last of %u", month->n_submissions), month->n_submissions);
  return NULL;
}

static GtkWidget *
make_month (const CasenessTimelineMonth *month)
{
  GtkWidget *cell = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  const char *kind = caseness_timeline_kind_get_label (month->kind);
  g_autofree char *mark = name_mark (month);
  g_autofree char *what = g_strjoin (", ", kind, mark, NULL);
  g_autofree char *when = name_month (month);
  g_autofree char *rows = describe_rows (month);
  /* Translators: a provider, a month, what its submission is (primary, refresh …), how many rows, and when it was
   * imported; pressing it shows the receipt */
  g_autofree char *words = g_strdup_printf (_("%s, %s: %s, %s, imported %s. Show the receipt."), month->provider, when,
                                            what, rows, month->imported_at);

  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), gtk_label_new (kind));
  if (mark != NULL)
    {
      GtkWidget *label = gtk_label_new (mark);

      gtk_widget_add_css_class (label, "timeline-mark");
      gtk_box_append (GTK_BOX (box), label);
    }
  gtk_button_set_child (GTK_BUTTON (cell), box);
  gtk_widget_add_css_class (cell, "timeline-month");
  if (month->n_submissions > 1)
    gtk_widget_add_css_class (cell, "timeline-overlap");
  say (cell, words);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (cell), "x", month->import_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cell), "imports.receipt");
  return cell;
}

static void
find_span (GPtrArray *timeline, int *first, int *last)
{
  for (guint i = 0; i < timeline->len; i++)
    {
      const CasenessTimelineMonth *month = g_ptr_array_index (timeline, i);
      int number = number_month (month->start);

      *first = i > 0 ? MIN (*first, number) : number;
      *last = i > 0 ? MAX (*last, number) : number;
    }
}

static void
attach_heading (CasenessTimelineView *self, int first, int last)
{
  for (int number = first; number <= last; number++)
    {
      CasenessDate start = caseness_date_new (number / 12, number % 12 + 1, 1);
      g_autoptr(GDateTime) day = g_date_time_new_from_unix_utc ((gint64) start * 24 * 60 * 60);
      g_autofree char *name = g_date_time_format (day, "%b");
      g_autofree char *year = g_date_time_format (day, "%Y");

      if (number == first || number % 12 == 0)
        gtk_grid_attach (self->grid, make_label (year, "heading"), 1 + number - first, 0, 1, 1);
      gtk_grid_attach (self->grid, make_label (name, "timeline-heading"), 1 + number - first, 1, 1, 1);
    }
}

static void
attach_months (CasenessTimelineView *self, GPtrArray *timeline, int first)
{
  const char *provider = NULL;
  int row = 1;

  for (guint i = 0; i < timeline->len; i++)
    {
      const CasenessTimelineMonth *month = g_ptr_array_index (timeline, i);
      gboolean is_gap = month->kind == CASENESS_TIMELINE_GAP;

      if (g_strcmp0 (provider, month->provider) != 0)
        gtk_grid_attach (self->grid, make_label (month->provider, "heading"), 0, ++row, 1, 1);
      provider = month->provider;
      gtk_grid_attach (self->grid, is_gap ? make_gap (month) : make_month (month),
                       1 + number_month (month->start) - first, row, 1, 1);
    }
}

static void
append_sentence (CasenessTimelineView *self, const char *sentence)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *label = make_label (sentence, NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("dialog-warning-symbolic"));
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->sentences, box);
}

/* Each import tells of the gaps of its providers, so that most sentences come several times. */
static void
append_sentences (CasenessTimelineView *self, GPtrArray *timeline)
{
  g_autoptr(GHashTable) said = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) asked = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < timeline->len; i++)
    {
      CasenessTimelineMonth *month = g_ptr_array_index (timeline, i);
      g_autoptr(GPtrArray) sentences = NULL;

      if (!g_hash_table_add (asked, &month->import_id))
        continue;
      sentences = caseness_timeline_describe (timeline, month->import_id);
      for (guint n = 0; n < sentences->len; n++)
        {
          if (g_hash_table_add (said, g_strdup (g_ptr_array_index (sentences, n))))
            append_sentence (self, g_ptr_array_index (sentences, n));
        }
    }
}

static void
clear (CasenessTimelineView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->sentences))) != NULL)
    gtk_box_remove (self->sentences, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);
}

static void
caseness_timeline_view_class_init (CasenessTimelineViewClass *class)
{
}

static void
caseness_timeline_view_init (CasenessTimelineView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  self->sentences = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 4));
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_column_spacing (self->grid, 4);
  gtk_grid_set_row_spacing (self->grid, 4);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->grid), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Months loaded"), -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), GTK_WIDGET (self->grid));
  gtk_box_append (GTK_BOX (box), scrolled);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->sentences));
  adw_bin_set_child (ADW_BIN (self), box);
}

void
caseness_timeline_view_set_timeline (CasenessTimelineView *self, GPtrArray *timeline)
{
  int first = 0, last = -1;

  g_return_if_fail (CASENESS_IS_TIMELINE_VIEW (self));
  g_return_if_fail (timeline != NULL);

  clear (self);
  find_span (timeline, &first, &last);
  attach_heading (self, first, last);
  attach_months (self, timeline, first);
  append_sentences (self, timeline);
}
