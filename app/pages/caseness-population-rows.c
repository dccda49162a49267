/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-population-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define POPULATION "population"
#define PREVALENCE "prevalence"
#define MOST_PERCENT 100.0

static char *
dup_text (const CasenessDictionary *dictionary, guint32 number)
{
  const char *text = caseness_dictionary_get (dictionary, number);

  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

GPtrArray *
caseness_population_rows_list_loaded (const CasenessSnapshot *snapshot)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (snapshot);
  g_autoptr(GPtrArray) lines = caseness_population_lines_new ();
  guint n, i;
  const CasenessPopulationRow *rows = caseness_snapshot_get_population (snapshot, &n);

  for (i = 0; i < n; i++)
    {
      CasenessPopulationLine *line = g_new0 (CasenessPopulationLine, 1);

      line->area = dup_text (dictionary, rows[i].area);
      line->type = dup_text (dictionary, rows[i].type);
      line->group = dup_text (dictionary, rows[i].group);
      line->population = (gint64) rows[i].population;
      line->prevalence = rows[i].prevalence;
      line->population_source = dup_text (dictionary, rows[i].population_source);
      line->prevalence_source = dup_text (dictionary, rows[i].prevalence_source);
      g_ptr_array_add (lines, line);
    }
  return n > 0 ? g_steal_pointer (&lines) : NULL;
}

static char *
print_prevalence (const CasenessPopulationLine *line)
{
  return isnan (line->prevalence) ? g_strdup ("") : g_strdup_printf ("%.1f", line->prevalence);
}

static GtkWidget *
add_entry (GtkWidget *box, GtkWidget *row, const char *key, const char *text, const char *name, int width)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), width);
  gtk_editable_set_alignment (GTK_EDITABLE (entry), 1);
  gtk_widget_set_valign (entry, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (box), entry);
  g_object_set_data (G_OBJECT (row), key, entry);
  return entry;
}

static GtkWidget *
make_label (const CasenessPopulationLine *line)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", line->type, line->group);
  const char *const sources[] = { line->population_source != NULL ? line->population_source : _("Source not given"),
                                  line->prevalence_source, NULL };
  g_autofree char *source = g_strjoinv ("\n", (GStrv) sources);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *title = gtk_label_new (text);
  GtkWidget *detail = gtk_label_new (source);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_label_set_wrap (GTK_LABEL (detail), TRUE);
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static GtkWidget *
make_row (const CasenessPopulationLine *line)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  g_autofree char *people = g_strdup_printf ("%" G_GINT64_FORMAT, line->population);
  g_autofree char *prevalence = print_prevalence (line);
  /* Translators: %s is a group of people */
  g_autofree char *people_name = g_strdup_printf (_("People, %s"), line->group);
  g_autofree char *need_name = g_strdup_printf (_("In need, percent, %s"), line->group);

  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_set_margin_start (box, 10);
  gtk_widget_set_margin_end (box, 10);
  gtk_box_append (GTK_BOX (box), make_label (line));
  add_entry (box, row, POPULATION, people, people_name, 10);
  add_entry (box, row, PREVALENCE, prevalence, need_name, 6);
  gtk_box_append (GTK_BOX (box), gtk_label_new ("%"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

void
caseness_population_rows_fill (GtkListBox *rows, const GPtrArray *lines)
{
  GtkWidget *row;
  guint i;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (rows))) != NULL)
    gtk_list_box_remove (rows, row);
  for (i = 0; lines != NULL && i < lines->len; i++)
    gtk_list_box_append (rows, make_row (g_ptr_array_index (lines, i)));
}

/* Says that a figure is no longer the source's. */
static void
mark_changed (char **source)
{
  char *marked = *source != NULL ? g_strdup_printf ("%s; changed by hand", *source) : g_strdup ("entered by hand");

  g_free (*source);
  *source = marked;
}

static gboolean
refuse (GtkWidget *entry)
{
  gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return FALSE;
}

static void
accept (GtkWidget *entry)
{
  gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_reset_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID);
}

static gboolean
read_population (GtkWidget *entry, CasenessPopulationLine *line)
{
  guint64 population;

  if (!g_ascii_string_to_unsigned (gtk_editable_get_text (GTK_EDITABLE (entry)), 10, 0, G_MAXUINT32, &population, NULL))
    return refuse (entry);
  accept (entry);
  if ((gint64) population != line->population)
    mark_changed (&line->population_source);
  line->population = (gint64) population;
  return TRUE;
}

static gboolean
read_prevalence (GtkWidget *entry, CasenessPopulationLine *line)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *before = print_prevalence (line);
  char *end = NULL;
  double prevalence = *text != '\0' ? g_ascii_strtod (text, &end) : NAN;

  if (*text != '\0' && (end == text || *end != '\0' || !(prevalence >= 0 && prevalence <= MOST_PERCENT)))
    return refuse (entry);
  accept (entry);
  if (strcmp (text, before) == 0)
    return TRUE;
  mark_changed (&line->prevalence_source);
  if (isnan (prevalence))
    g_clear_pointer (&line->prevalence_source, g_free);
  line->prevalence = prevalence;
  return TRUE;
}

gboolean
caseness_population_rows_read (GtkListBox *rows, GPtrArray *lines)
{
  GtkWidget *first = NULL;
  guint i;

  for (i = 0; i < lines->len; i++)
    {
      GObject *row = G_OBJECT (gtk_list_box_get_row_at_index (rows, (int) i));
      GtkWidget *population = g_object_get_data (row, POPULATION), *prevalence = g_object_get_data (row, PREVALENCE);

      if (!read_population (population, g_ptr_array_index (lines, i)) && first == NULL)
        first = population;
      if (!read_prevalence (prevalence, g_ptr_array_index (lines, i)) && first == NULL)
        first = prevalence;
    }
  if (first != NULL)
    gtk_widget_grab_focus (first);
  return first == NULL;
}
