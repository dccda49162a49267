/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-standards-window.h"

#include "caseness-csv-writer.h"
#include "caseness-data-table.h"
#include "caseness-figure-words.h"
#include "caseness-say.h"
#include "caseness-standard-dialog.h"
#include "caseness-table-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DECIMALS 6

struct _CasenessStandardsWindow
{
  AdwWindow parent_instance;
  GtkLabel *title_label;
  GtkLabel *message_label;
  CasenessDataTable *table;

  CasenessSession *session;      /* owned */
  CasenessStandards *standards;  /* owned, nullable: what is shown */
  guint opened;                  /* the one that is being changed */
};

G_DEFINE_FINAL_TYPE (CasenessStandardsWindow, caseness_standards_window, ADW_TYPE_WINDOW)

static const char *
say_kind (const CasenessStandard *standard)
{
  guint n, i;
  const CasenessStandardKind *kinds = caseness_standard_get_kinds (&n);

  for (i = 0; i < n; i++)
    if (strcmp (kinds[i].word, standard->kind) == 0)
      return g_dgettext (GETTEXT_PACKAGE, kinds[i].name);
  return standard->kind;
}

static const char *
say_figure (const CasenessStandard *standard)
{
  const CasenessMeasure *measure = caseness_measure_find (standard->measure_id);

  return measure != NULL ? measure->title : _("Access, of people in need");
}

static char *
say_value (const CasenessStandard *standard)
{
  const CasenessMeasure *measure = caseness_measure_find (standard->measure_id);

  if (measure != NULL)
    return caseness_figure_words_standard (measure, standard);
  return g_strdup_printf (standard->is_at_most ? _("at most %g%%") : _("at least %g%%"), standard->value);
}

static char *
say_days (const CasenessStandard *standard)
{
  gboolean has_from = standard->in_force.start != CASENESS_DATE_NONE;
  gboolean has_to = standard->in_force.end != CASENESS_DATE_NONE;
  g_autofree char *from = has_from ? caseness_date_format_short (standard->in_force.start) : NULL;
  g_autofree char *to = has_to ? caseness_date_format_short (standard->in_force.end) : NULL;

  if (!has_from && !has_to)
    return g_strdup (_("always"));
  if (!has_from)
    return g_strdup_printf (_("until %s"), to);
  if (!has_to)
    return g_strdup_printf (_("from %s"), from);
  /* Translators: the days between which a standard is in force. */
  return g_strdup_printf (_("%1$s to %2$s"), from, to);
}

/* Where a standard is from, and whether people of this service had a hand in it. */
static char *
say_source (const CasenessStandards *standards, guint i)
{
  const CasenessStandard *standard = caseness_standards_get (standards, i);
  g_autofree char *source = strcmp (standard->certainty, "stated") == 0
                              ? g_strdup (standard->source)
                              : g_strdup_printf ("%s (%s)", standard->source, standard->certainty);

  switch (caseness_standards_get_origin (standards, i))
    {
    case CASENESS_STANDARD_CHANGED:
      return g_strdup_printf (_("%s; changed in this service file"), source);
    case CASENESS_STANDARD_ADDED:
      return g_strdup_printf (_("%s; added in this service file"), source);
    case CASENESS_STANDARD_BUILT_IN:
    default:
      return g_steal_pointer (&source);
    }
}

static gboolean
holds_now (CasenessStandardsWindow *self, const CasenessStandard *standard)
{
  const CasenessStandard *found = caseness_standards_find (self->standards, standard->measure_id,
                                                           caseness_session_get_period (self->session)->end);

  return found == standard;
}

static CasenessDataRow *
make_row (CasenessStandardsWindow *self, guint i)
{
  const CasenessStandard *standard = caseness_standards_get (self->standards, i);
  CasenessDataRow *row = caseness_data_row_new (i, 4);
  const char *figure = say_figure (standard);
  g_autofree char *value = say_value (standard);
  g_autofree char *days = say_days (standard);
  g_autofree char *source = say_source (self->standards, i);
  /* Translators: the id of a measure, and what sort of standard it has. */
  g_autofree char *about = g_strdup_printf (
    _("%1$s, %2$s"), caseness_measure_find (standard->measure_id) != NULL ? standard->measure_id : _("Equity"),
    say_kind (standard));

  caseness_data_row_set_text (row, 0, figure);
  caseness_data_row_set_detail (row, 0, about);
  caseness_data_row_set_number (row, 1, value, standard->value);
  caseness_data_row_set_detail (row, 1, days);
  caseness_data_row_set_text (row, 2, holds_now (self, standard) ? _("in force") : _("not in force"));
  caseness_data_row_set_text (row, 3, source);
  return row;
}

static void
show_standards (CasenessStandardsWindow *self)
{
  const CasenessDataColumn columns[] = {
    { _("Figure"), CASENESS_DATA_TITLE },
    { _("Standard"), CASENESS_DATA_PAIR },
    { _("Now"), CASENESS_DATA_TEXT },
    { _("Source"), CASENESS_DATA_PROSE },
  };
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *day = caseness_date_format_short (caseness_session_get_period (self->session)->end);
  g_autofree char *title = NULL;
  guint n, n_now = 0, i;

  g_clear_pointer (&self->standards, caseness_standards_unref);
  self->standards = caseness_standards_new (caseness_session_get_journal (self->session));
  n = caseness_standards_get_n (self->standards);
  for (i = 0; i < n; i++)
    {
      g_ptr_array_add (rows, make_row (self, i));
      n_now += holds_now (self, caseness_standards_get (self->standards, i));
    }
  /* Translators: how many standards there are, how many of them are in force, and the day. */
  title = g_strdup_printf (ngettext ("%1$'u standard, %2$'u in force on %3$s", "%1$'u standards, %2$'u in force on %3$s",
                                     n), n, n_now, day);
  gtk_label_set_text (self->title_label, title);
  caseness_data_table_set_name (self->table, _("Standards"), title);
  caseness_data_table_show (self->table, columns, G_N_ELEMENTS (columns), rows);
}

static void
say (CasenessStandardsWindow *self, const char *message)
{
  gtk_label_set_text (self->message_label, message);
  gtk_widget_set_visible (GTK_WIDGET (self->message_label), *message != '\0');
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessStandardsWindow) self = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    say (self, error->message);
}

static CasenessStandardOrigin
find_origin (const CasenessStandards *standards, const char *subject)
{
  guint i;

  for (i = 0; i < caseness_standards_get_n (standards); i++)
    {
      g_autofree char *other = caseness_standard_dup_subject (caseness_standards_get (standards, i));

      if (strcmp (other, subject) == 0)
        return caseness_standards_get_origin (standards, i);
    }
  return CASENESS_STANDARD_ADDED;
}

void
caseness_standards_window_write (CasenessStandardsWindow *self, const CasenessStandard *old,
                                 const CasenessStandard *standard)
{
  g_autofree char *subject = caseness_standard_dup_subject (standard);
  g_autofree char *body = caseness_standard_dup_body (standard);
  g_autofree char *old_subject = old != NULL ? caseness_standard_dup_subject (old) : NULL;
  g_autofree char *removal = NULL;
  CasenessJournalChange changes[2] = { { CASENESS_RECORD_STANDARD, subject, body } };
  guint n_changes = 1;

  g_return_if_fail (CASENESS_IS_STANDARDS_WINDOW (self));
  /* Another first day is another standard to the journal. */
  if (old_subject != NULL && strcmp (old_subject, subject) != 0)
    {
      removal = caseness_standard_dup_removal (find_origin (self->standards, old_subject));
      changes[n_changes++] = (CasenessJournalChange){ CASENESS_RECORD_STANDARD, old_subject, removal };
    }
  caseness_session_write_journal_async (self->session, changes, n_changes,
                                        old != NULL ? _("Standard changed") : _("Standard added"), recorded_cb,
                                        g_object_ref (self));
}

void
caseness_standards_window_remove (CasenessStandardsWindow *self, guint position)
{
  g_autofree char *subject = NULL;
  g_autofree char *removal = NULL;
  CasenessJournalChange change = { CASENESS_RECORD_STANDARD };

  g_return_if_fail (CASENESS_IS_STANDARDS_WINDOW (self));
  g_return_if_fail (position < caseness_standards_get_n (self->standards));
  subject = caseness_standard_dup_subject (caseness_standards_get (self->standards, position));
  removal = caseness_standard_dup_removal (caseness_standards_get_origin (self->standards, position));
  change.subject = subject;
  change.body = removal;
  caseness_session_write_journal_async (self->session, &change, 1, _("Standard taken out"), recorded_cb,
                                        g_object_ref (self));
}

static void
written_cb (CasenessStandardsWindow *self, const CasenessStandard *standard)
{
  caseness_standards_window_write (
    self, self->opened < caseness_standards_get_n (self->standards) ? caseness_standards_get (self->standards, self->opened)
                                                                    : NULL,
    standard);
}

static void
removed_cb (CasenessStandardsWindow *self)
{
  caseness_standards_window_remove (self, self->opened);
}

static void
open_dialog (CasenessStandardsWindow *self, const CasenessStandard *standard)
{
  GtkWidget *dialog = caseness_standard_dialog_new (GTK_WINDOW (self), standard,
                                                    caseness_session_get_period (self->session)->end);

  g_signal_connect_object (dialog, "written", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_opened_cb (CasenessStandardsWindow *self, guint id)
{
  self->opened = id;
  open_dialog (self, caseness_standards_get (self->standards, id));
}

static void
add_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessStandardsWindow *self = CASENESS_STANDARDS_WINDOW (widget);

  self->opened = G_MAXUINT;
  open_dialog (self, NULL);
}

static void
say_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  say (CASENESS_STANDARDS_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
write_csv (CasenessCsvWriter *writer, const CasenessStandards *standards)
{
  const char *const head[] = { "measure", "comparator", "value", "from", "to", "kind", "certainty", "source", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < caseness_standards_get_n (standards); i++)
    {
      const CasenessStandard *standard = caseness_standards_get (standards, i);

      caseness_csv_writer_text (writer, standard->measure_id);
      caseness_csv_writer_text (writer, standard->is_at_most ? "<=" : ">=");
      caseness_csv_writer_number (writer, standard->value, DECIMALS);
      caseness_csv_writer_date (writer, standard->in_force.start);
      caseness_csv_writer_date (writer, standard->in_force.end);
      caseness_csv_writer_text (writer, standard->kind);
      caseness_csv_writer_text (writer, standard->certainty);
      caseness_csv_writer_text (writer, standard->source);
      caseness_csv_writer_end_row (writer);
    }
}

static void
export_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  CasenessStandardsWindow *self = CASENESS_STANDARDS_WINDOW (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  write_csv (writer, self->standards);
  caseness_table_export_save (widget, _("Export the Standards"), "standards.csv", writer);
}

static void
caseness_standards_window_dispose (GObject *object)
{
  CasenessStandardsWindow *self = CASENESS_STANDARDS_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_pointer (&self->standards, caseness_standards_unref);
  G_OBJECT_CLASS (caseness_standards_window_parent_class)->dispose (object);
}

static void
caseness_standards_window_class_init (CasenessStandardsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_standards_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-standards-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessStandardsWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessStandardsWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, CasenessStandardsWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, row_opened_cb);
  gtk_widget_class_install_action (widget_class, "standards.add", NULL, add_cb);
  gtk_widget_class_install_action (widget_class, "standards.export", NULL, export_cb);
  gtk_widget_class_install_action (widget_class, CASENESS_SAY_ACTION, "s", say_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
caseness_standards_window_init (CasenessStandardsWindow *self)
{
  g_type_ensure (CASENESS_TYPE_DATA_TABLE);
  gtk_widget_init_template (GTK_WIDGET (self));
  self->opened = G_MAXUINT;
}

GtkWindow *
caseness_standards_window_new (GtkWindow *parent, CasenessSession *session)
{
  CasenessStandardsWindow *self;

  g_return_val_if_fail (CASENESS_IS_SESSION (session), NULL);
  self = g_object_new (CASENESS_TYPE_STANDARDS_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::journal", G_CALLBACK (show_standards), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::period", G_CALLBACK (show_standards), self, G_CONNECT_SWAPPED);
  show_standards (self);
  return GTK_WINDOW (self);
}
