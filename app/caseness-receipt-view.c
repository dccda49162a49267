/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-receipt-view.h"

#include "caseness-finding-csv.h"
#include "caseness-receipt-rules.h"
#include "caseness-say.h"
#include "caseness-table-export.h"
#include "caseness-text-row.h"
#include "caseness-text-table.h"

#include <glib/gi18n-lib.h>

struct _CasenessReceiptView
{
  AdwBin parent_instance;
  CasenessReceipt *receipt; /* owned, nullable */
  GtkLabel *headline;
  GtkLabel *details;
  GtkWidget *notes_area;
  GtkBox *notes;
  GtkWidget *area;
  GtkStack *tables;
};

G_DEFINE_FINAL_TYPE (CasenessReceiptView, caseness_receipt_view, ADW_TYPE_BIN)

enum
{
  TOAST,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CasenessTextColumn line_columns[] = {
  { N_("Table"), FALSE, FALSE },  { N_("File"), FALSE, TRUE },     { N_("Read"), TRUE, FALSE },
  { N_("Kept"), TRUE, FALSE },    { N_("Rejected"), TRUE, FALSE }, { N_("Warnings"), TRUE, FALSE },
  { N_("Size"), TRUE, FALSE },    { N_("SHA-256"), FALSE, FALSE, 8 },
};

static const CasenessTextColumn rule_columns[] = {
  { N_("Rule"), FALSE, FALSE },  { N_("What happened"), FALSE, FALSE }, { N_("Times"), TRUE, FALSE },
  { N_("Table"), FALSE, FALSE, 6 }, { N_("Field"), FALSE, FALSE },
  { N_("What is wrong and how to put it right"), FALSE, TRUE },
};

static const CasenessTextColumn finding_columns[] = {
  { N_("Rule"), FALSE, FALSE },  { N_("What happened"), FALSE, FALSE }, { N_("File"), FALSE, FALSE },
  { N_("Line"), TRUE, FALSE },   { N_("Field"), FALSE, FALSE },         { N_("What is wrong"), FALSE, TRUE },
};

static const char *const level_words[] = {
  [CASENESS_FINDING_FILE] = N_("Nationally refused"),
  [CASENESS_FINDING_RECORD] = N_("Row set aside"),
  [CASENESS_FINDING_WARNING] = N_("Row kept"),
};

static char *
write_number (guint64 number)
{
  return g_strdup_printf ("%'" G_GUINT64_FORMAT, number);
}

static void
take_row (GListStore *rows, GStrvBuilder *cells)
{
  g_autoptr(CasenessTextRow) row = caseness_text_row_new (g_strv_builder_end (cells));

  g_list_store_append (rows, row);
}

static void
add_number (GStrvBuilder *cells, guint64 number)
{
  g_autofree char *words = write_number (number);

  g_strv_builder_add (cells, words);
}

static GListModel *
list_lines (const CasenessReceipt *receipt)
{
  GListStore *rows = g_list_store_new (CASENESS_TYPE_TEXT_ROW);

  for (guint i = 0; i < receipt->lines->len; i++)
    {
      const CasenessReceiptLine *line = g_ptr_array_index (receipt->lines, i);
      g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();
      g_autofree char *size = g_format_size (line->bytes);

      g_strv_builder_add_many (cells, line->table, line->file != NULL ? line->file : "", NULL);
      add_number (cells, line->read);
      add_number (cells, line->kept);
      add_number (cells, line->rejected);
      add_number (cells, line->warnings);
      g_strv_builder_add_many (cells, size, line->sha256, NULL);
      take_row (rows, cells);
    }
  return G_LIST_MODEL (rows);
}

static GListModel *
list_rules (const GPtrArray *rules)
{
  GListStore *rows = g_list_store_new (CASENESS_TYPE_TEXT_ROW);

  for (guint i = 0; i < rules->len; i++)
    {
      const CasenessReceiptRule *rule = g_ptr_array_index (rules, i);
      g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add_many (cells, rule->first->rule, caseness_receipt_rule_get_outcome (rule), NULL);
      add_number (cells, rule->n);
      g_strv_builder_add_many (cells, rule->first->table, rule->first->field, rule->words, NULL);
      take_row (rows, cells);
    }
  return G_LIST_MODEL (rows);
}

static GListModel *
list_findings (const CasenessReceipt *receipt)
{
  GListStore *rows = g_list_store_new (CASENESS_TYPE_TEXT_ROW);

  for (guint i = 0; i < receipt->findings->len; i++)
    {
      const CasenessFinding *finding = g_ptr_array_index (receipt->findings, i);
      g_autoptr(GStrvBuilder) cells = g_strv_builder_new ();

      g_strv_builder_add_many (cells, finding->rule, gettext (level_words[finding->level]),
                               finding->file != NULL ? finding->file : "", NULL);
      if (finding->line > 0)
        add_number (cells, finding->line);
      else
        g_strv_builder_add (cells, "");
      g_strv_builder_add_many (cells, finding->field != NULL ? finding->field : "",
                               finding->message != NULL ? finding->message : "", NULL);
      take_row (rows, cells);
    }
  return G_LIST_MODEL (rows);
}

static char *
describe_rows (const CasenessReceipt *receipt)
{
  guint64 read = 0, kept = 0, rejected = 0;
  g_autofree char *read_words = NULL;
  g_autofree char *kept_words = NULL;
  g_autofree char *rejected_words = NULL;

  for (guint i = 0; i < receipt->lines->len; i++)
    {
      const CasenessReceiptLine *line = g_ptr_array_index (receipt->lines, i);

      read += line->read;
      kept += line->kept;
      rejected += line->rejected;
    }
  read_words = write_number (read);
  kept_words = write_number (kept);
  rejected_words = write_number (rejected);
  if (rejected == 0)
    /* Translators: %s is a number of rows */
    return g_strdup_printf (_("All %s rows were kept"), read_words);
  /* Translators: each %s is a number of rows; the last is the number the plural goes by */
  return g_strdup_printf (ngettext ("%s of %s rows were kept, %s was set aside",
                                    "%s of %s rows were kept, %s were set aside", rejected),
                          kept_words, read_words, rejected_words);
}

static void
show_headline (CasenessReceiptView *self)
{
  const CasenessReceipt *receipt = self->receipt;
  g_autofree char *rows = describe_rows (receipt);
  g_autofree char *details = NULL;

  gtk_label_set_text (self->headline, receipt->was_held ? _("Already imported: nothing changed") : rows);
  /* Translators: a date and time, who imported, and how long it took: “2025-07-01 09:30:00 by jo, 3.1 seconds” */
  details = g_strdup_printf (_("%s by %s, %.1f seconds"), receipt->imported_at != NULL ? receipt->imported_at : "",
                             receipt->imported_by != NULL ? receipt->imported_by : "", receipt->seconds);
  gtk_label_set_text (self->details, details);
}

static void
show_notes (CasenessReceiptView *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->notes))) != NULL)
    gtk_box_remove (self->notes, child);
  for (guint i = 0; i < self->receipt->notes->len; i++)
    {
      GtkWidget *label = gtk_label_new (g_ptr_array_index (self->receipt->notes, i));

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_box_append (self->notes, label);
    }
  gtk_widget_set_visible (self->notes_area, self->receipt->notes->len > 0);
}

static void
replace_page (CasenessReceiptView *self, const char *name, const char *title, GtkWidget *page)
{
  GtkWidget *old = gtk_stack_get_child_by_name (self->tables, name);

  if (old != NULL)
    gtk_stack_remove (self->tables, old);
  gtk_stack_add_titled (self->tables, page, name, title);
}

static void
show_tables (CasenessReceiptView *self)
{
  guint n_findings = self->receipt->findings->len;
  g_autoptr(GPtrArray) known = caseness_receipt_rules_list (self->receipt->findings);
  g_autoptr(GListModel) rules = list_rules (known);
  g_autoptr(GListModel) lines = list_lines (self->receipt);
  g_autoptr(GListModel) findings = list_findings (self->receipt);
  g_autofree char *number = write_number (n_findings);
  g_autofree char *n_rules = write_number (known->len);
  /* Translators: heads the list of rules that were broken; %s is how many there are */
  g_autofree char *rules_title = g_strdup_printf (ngettext ("%s rule broken", "%s rules broken", known->len), n_rules);
  /* Translators: heads the list of findings; %s is how many there are */
  g_autofree char *title = g_strdup_printf (ngettext ("%s finding", "%s findings", n_findings), number);

  replace_page (self, "lines", _("Rows by table"),
                caseness_text_table_new (_("Rows by table"), line_columns, G_N_ELEMENTS (line_columns), lines));
  replace_page (self, "rules", rules_title,
                caseness_text_table_new (_("Rules broken"), rule_columns, G_N_ELEMENTS (rule_columns), rules));
  replace_page (self, "findings", title,
                caseness_text_table_new (_("Findings"), finding_columns, G_N_ELEMENTS (finding_columns), findings));
}

static void
say_cb (GtkWidget *widget, const char *action, GVariant *message)
{
  g_signal_emit (widget, signals[TOAST], 0, g_variant_get_string (message, NULL));
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CasenessReceiptView *self = CASENESS_RECEIPT_VIEW (widget);
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (TRUE);

  caseness_finding_csv_write (writer, self->receipt->findings);
  caseness_table_export_save (widget, _("Save the Findings"), "findings.csv", writer);
}

static void
caseness_receipt_view_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CASENESS_TYPE_RECEIPT_VIEW);
  G_OBJECT_CLASS (caseness_receipt_view_parent_class)->dispose (object);
}

static void
caseness_receipt_view_finalize (GObject *object)
{
  g_clear_pointer (&CASENESS_RECEIPT_VIEW (object)->receipt, caseness_receipt_free);
  G_OBJECT_CLASS (caseness_receipt_view_parent_class)->finalize (object);
}

static void
caseness_receipt_view_class_init (CasenessReceiptViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->dispose = caseness_receipt_view_dispose;
  G_OBJECT_CLASS (class)->finalize = caseness_receipt_view_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-receipt-view.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessReceiptView, headline);
  gtk_widget_class_bind_template_child (widget_class, CasenessReceiptView, details);
  gtk_widget_class_bind_template_child (widget_class, CasenessReceiptView, notes_area);
  gtk_widget_class_bind_template_child (widget_class, CasenessReceiptView, notes);
  gtk_widget_class_bind_template_child (widget_class, CasenessReceiptView, area);
  gtk_widget_class_bind_template_child (widget_class, CasenessReceiptView, tables);
  gtk_widget_class_install_action (widget_class, CASENESS_SAY_ACTION, "s", say_cb);
  gtk_widget_class_install_action (widget_class, "receipt.export", NULL, export_cb);
  signals[TOAST] = g_signal_new ("toast", CASENESS_TYPE_RECEIPT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
caseness_receipt_view_init (CasenessReceiptView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipt.export", FALSE);
}

void
caseness_receipt_view_set_receipt (CasenessReceiptView *self, CasenessReceipt *receipt)
{
  g_return_if_fail (CASENESS_IS_RECEIPT_VIEW (self));
  g_return_if_fail (receipt != NULL);

  g_clear_pointer (&self->receipt, caseness_receipt_free);
  self->receipt = receipt;
  show_headline (self);
  show_notes (self);
  show_tables (self);
  gtk_widget_set_visible (self->area, receipt->lines->len > 0 || receipt->findings->len > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "receipt.export", receipt->findings->len > 0);
}

const CasenessReceipt *
caseness_receipt_view_get_receipt (CasenessReceiptView *self)
{
  g_return_val_if_fail (CASENESS_IS_RECEIPT_VIEW (self), NULL);

  return self->receipt;
}
