/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-mapping-field.h"

#include "caseness-mapping-value.h"

#include <glib/gi18n-lib.h>

/* What stands before the columns in the choice of where a field comes from. */
enum
{
  FROM_NOWHERE,
  FROM_TEXT,
  N_BEFORE_COLUMNS
};

struct _CasenessMappingField
{
  AdwActionRow parent_instance;
  CasenessMappingFeed *feed; /* the dialog's */
  guint field;
  GStrv headers;      /* owned */
  GPtrArray *unknown; /* owned (element-type utf8): words seen that were no code when they were seen */
  GtkDropDown *from;
  GtkDropDown *format;
  GtkWidget *text;
  GtkWidget *codes;
};

G_DEFINE_FINAL_TYPE (CasenessMappingField, caseness_mapping_field, ADW_TYPE_ACTION_ROW)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const CasenessFieldSpec *
get_spec (CasenessMappingField *self)
{
  return &self->feed->table->fields[self->field];
}

static const CasenessMappingSource *
get_source (CasenessMappingField *self)
{
  return &self->feed->sources[self->field];
}

static gboolean
has_days (CasenessMappingField *self)
{
  CasenessFieldType type = get_spec (self)->type;

  return type == CASENESS_FIELD_DATE || type == CASENESS_FIELD_DATE_TIME || type == CASENESS_FIELD_TIME;
}

static void
show_controls (CasenessMappingField *self)
{
  guint chosen = gtk_drop_down_get_selected (self->from);

  gtk_widget_set_visible (self->text, chosen == FROM_TEXT);
  gtk_widget_set_visible (GTK_WIDGET (self->format), chosen >= N_BEFORE_COLUMNS && has_days (self));
}

static void
from_chosen_cb (CasenessMappingField *self)
{
  guint chosen = gtk_drop_down_get_selected (self->from);

  if (chosen == FROM_TEXT)
    caseness_mapping_feed_set_constant (self->feed, self->field, gtk_editable_get_text (GTK_EDITABLE (self->text)));
  else
    caseness_mapping_feed_set_column (self->feed, self->field,
                                      chosen >= N_BEFORE_COLUMNS ? self->headers[chosen - N_BEFORE_COLUMNS] : NULL);
  show_controls (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
format_chosen_cb (CasenessMappingField *self)
{
  guint chosen = gtk_drop_down_get_selected (self->format);

  caseness_mapping_feed_set_format (self->feed, self->field,
                                    chosen > 0 ? caseness_mapping_get_formats ()[chosen - 1] : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
text_changed_cb (CasenessMappingField *self)
{
  caseness_mapping_feed_set_constant (self->feed, self->field, gtk_editable_get_text (GTK_EDITABLE (self->text)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
name_control (CasenessMappingField *self, GtkWidget *control, const char *words)
{
  /* Translators: the name of a field, then what the control beside it chooses */
  g_autofree char *label = g_strdup_printf (_("%s: %s"), get_spec (self)->name, words);

  gtk_widget_set_valign (control, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (control, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static GtkDropDown *
make_from (CasenessMappingField *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  const CasenessMappingSource *source = get_source (self);
  guint chosen = source->constant != NULL ? FROM_TEXT : FROM_NOWHERE;
  GtkWidget *drop_down;

  gtk_string_list_append (choices, _("Nothing"));
  gtk_string_list_append (choices, _("The same text in every row"));
  for (guint i = 0; self->headers[i] != NULL; i++)
    {
      gtk_string_list_append (choices, self->headers[i]);
      if (g_strcmp0 (source->column, self->headers[i]) == 0)
        chosen = N_BEFORE_COLUMNS + i;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  name_control (self, drop_down, _("Column it comes from"));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (from_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop_down);
}

static GtkDropDown *
make_format (CasenessMappingField *self)
{
  g_autoptr(GtkStringList) choices = gtk_string_list_new (NULL);
  const char *const *formats = caseness_mapping_get_formats ();
  guint chosen = 0;
  GtkWidget *drop_down;

  gtk_string_list_append (choices, _("As in the data set"));
  for (guint i = 0; formats[i] != NULL; i++)
    {
      gtk_string_list_append (choices, formats[i]);
      if (g_strcmp0 (get_source (self)->format, formats[i]) == 0)
        chosen = i + 1;
    }
  drop_down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&choices)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), chosen);
  name_control (self, drop_down, _("How days are written"));
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (format_chosen_cb), self, G_CONNECT_SWAPPED);
  return GTK_DROP_DOWN (drop_down);
}

/* Codes */

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

static GtkStringList *
list_codes (CasenessMappingField *self)
{
  GHashTable *list = caseness_mapping_get_list (self->feed->table, self->field);
  g_autofree gpointer *codes = g_hash_table_get_keys_as_array (list, NULL);
  GtkStringList *choices = gtk_string_list_new (NULL);

  qsort (codes, g_hash_table_size (list), sizeof *codes, compare_codes);
  gtk_string_list_append (choices, _("As it is"));
  for (guint i = 0; codes[i] != NULL; i++)
    gtk_string_list_append (choices, codes[i]);
  return choices;
}

static void
code_chosen_cb (CasenessMappingField *self, GParamSpec *pspec, GtkDropDown *drop_down)
{
  const char *word = g_object_get_data (G_OBJECT (drop_down), "word");
  GtkStringObject *code = gtk_drop_down_get_selected_item (drop_down);

  caseness_mapping_feed_set_code (self->feed, self->field, word,
                                  gtk_drop_down_get_selected (drop_down) > 0 ? gtk_string_object_get_string (code)
                                                                             : NULL);
  g_signal_emit (self, signals[CHANGED], 0);
}

static const char *
find_code (CasenessMappingField *self, const char *word)
{
  GHashTable *codes = get_source (self)->codes;
  g_autofree char *key = caseness_mapping_normalize (word);

  return codes != NULL ? g_hash_table_lookup (codes, key) : NULL;
}

static GtkWidget *
make_word_row (CasenessMappingField *self, const char *word)
{
  GtkWidget *row = adw_action_row_new ();
  GtkStringList *choices = list_codes (self);
  GtkWidget *drop_down = gtk_drop_down_new (G_LIST_MODEL (choices), NULL);
  const char *code = find_code (self, word);
  /* Translators: %s is a word of the export that is to be read as a code */
  g_autofree char *label = g_strdup_printf (_("Code of “%s”"), word);

  for (guint i = 1; code != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (choices)); i++)
    {
      if (g_str_equal (gtk_string_list_get_string (choices, i), code))
        gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), i);
    }
  gtk_widget_set_valign (drop_down, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (drop_down), "word", g_strdup (word), g_free);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (code_chosen_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), word);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), drop_down);
  return row;
}

static void
codes_clicked_cb (CasenessMappingField *self)
{
  GtkWidget *window = adw_preferences_window_new ();
  GtkWidget *page = adw_preferences_page_new ();
  GtkWidget *group = adw_preferences_group_new ();

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_window_set_modal (GTK_WINDOW (window), TRUE);
  gtk_window_set_destroy_with_parent (GTK_WINDOW (window), TRUE);
  gtk_window_set_title (GTK_WINDOW (window), get_spec (self)->name);
  adw_preferences_window_set_search_enabled (ADW_PREFERENCES_WINDOW (window), FALSE);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _("Words of the export that are no code of this field, and the code each is "
                                           "read as."));
  for (guint i = 0; i < self->unknown->len; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                               make_word_row (self, g_ptr_array_index (self->unknown, i)));
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), ADW_PREFERENCES_PAGE (page));
  gtk_window_present (GTK_WINDOW (window));
}

/* Words that have a code by now stay on the list, so that a slip can be mended. */
static void
remember_words (CasenessMappingField *self, GPtrArray *words)
{
  for (guint i = 0; i < words->len; i++)
    {
      const char *word = g_ptr_array_index (words, i);

      if (!g_ptr_array_find_with_equal_func (self->unknown, word, g_str_equal, NULL))
        g_ptr_array_add (self->unknown, g_strdup (word));
    }
}

/* "14/06/2025 becomes 2025-06-14 · 12 rows filled · 3 empty · 1 that is no day" */
static char *
describe (const CasenessMappingCells *cells)
{
  /* Translators: the first value of a column, and what is made of it */
  g_autofree char *example = g_strdup_printf (_("“%s” becomes “%s”"), cells->from != NULL ? cells->from : "",
                                              cells->to != NULL ? cells->to : "");
  g_autofree char *filled
    = g_strdup_printf (ngettext ("%u row filled", "%u rows filled", cells->n_filled), cells->n_filled);
  g_autofree char *empty = g_strdup_printf (ngettext ("%u empty", "%u empty", cells->n_empty), cells->n_empty);
  g_autofree char *unreadable = g_strdup_printf (
    ngettext ("%u is no day or time", "%u are no day or time", cells->n_unreadable), cells->n_unreadable);
  g_autofree char *unmapped
    = g_strdup_printf (ngettext ("%u has no code", "%u have no code", cells->n_unmapped), cells->n_unmapped);
  const char *parts[6] = { NULL };
  guint n = 0;

  if (cells->from != NULL)
    parts[n++] = example;
  parts[n++] = filled;
  if (cells->n_empty > 0)
    parts[n++] = empty;
  if (cells->n_unreadable > 0)
    parts[n++] = unreadable;
  if (cells->n_unmapped > 0)
    parts[n++] = unmapped;
  return g_strjoinv (" · ", (char **) parts);
}

static void
caseness_mapping_field_finalize (GObject *object)
{
  CasenessMappingField *self = CASENESS_MAPPING_FIELD (object);

  g_strfreev (self->headers);
  g_ptr_array_unref (self->unknown);
  G_OBJECT_CLASS (caseness_mapping_field_parent_class)->finalize (object);
}

static void
caseness_mapping_field_class_init (CasenessMappingFieldClass *class)
{
  G_OBJECT_CLASS (class)->finalize = caseness_mapping_field_finalize;
  signals[CHANGED] = g_signal_new ("changed", CASENESS_TYPE_MAPPING_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
caseness_mapping_field_init (CasenessMappingField *self)
{
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}

static void
add_controls (CasenessMappingField *self)
{
  const char *constant = get_source (self)->constant;

  self->text = gtk_entry_new ();
  gtk_editable_set_text (GTK_EDITABLE (self->text), constant != NULL ? constant : "");
  name_control (self, self->text, _("Text in every row"));
  g_signal_connect_object (self->text, "changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  self->codes = gtk_button_new_with_label (_("Codes…"));
  name_control (self, self->codes, _("Which word is which code"));
  g_signal_connect_object (self->codes, "clicked", G_CALLBACK (codes_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->codes, FALSE);
  self->format = make_format (self);
  self->from = make_from (self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->codes);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->format));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->text);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->from));
  show_controls (self);
}

GtkWidget *
caseness_mapping_field_new (CasenessMappingFeed *feed, guint field, const char *const *headers)
{
  CasenessMappingField *self;

  g_return_val_if_fail (feed != NULL && field < feed->table->n_fields, NULL);
  g_return_val_if_fail (headers != NULL, NULL);

  self = g_object_new (CASENESS_TYPE_MAPPING_FIELD, NULL);
  self->feed = feed;
  self->field = field;
  self->headers = g_strdupv ((char **) headers);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), get_spec (self)->name);
  add_controls (self);
  return GTK_WIDGET (self);
}

gboolean
caseness_mapping_field_is_for (CasenessMappingField *self, const CasenessMappingFeed *feed, guint field)
{
  g_return_val_if_fail (CASENESS_IS_MAPPING_FIELD (self), FALSE);

  return self->feed == feed && self->field == field;
}

void
caseness_mapping_field_show (CasenessMappingField *self, const CasenessMappingCells *cells)
{
  g_autofree char *words = NULL;

  g_return_if_fail (CASENESS_IS_MAPPING_FIELD (self));

  if (cells != NULL)
    {
      words = describe (cells);
      remember_words (self, cells->unmapped);
    }
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), words != NULL ? words : "");
  gtk_widget_set_visible (self->codes, self->unknown->len > 0 && get_source (self)->column != NULL);
}
