/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-data-table.h"

#include "caseness-miniature-view.h"
#include "caseness-sorted-column.h"

#include <math.h>

#define NAME_WIDTH 18 /* in characters: names are no narrower, longer ones wrap where room is short */
#define TITLE_WIDTH 14
#define PROSE_WIDTH 22

struct _CasenessDataTable
{
  GtkWidget parent_instance;
  GtkColumnView *view;
  GListStore *store;
  GtkSortListModel *sorted;
  char *shape; /* owned, nullable: the columns shown, in words */
};

G_DEFINE_FINAL_TYPE (CasenessDataTable, caseness_data_table, GTK_TYPE_WIDGET)

enum
{
  ROW_OPENED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* A column's index and kind travel with its factory's callbacks in one pointer. */
#define PACK(index, kind) GUINT_TO_POINTER (((index) << 8) | (kind))
#define GET_INDEX(packed) (GPOINTER_TO_UINT (packed) >> 8)
#define GET_KIND(packed) ((CasenessDataKind) (GPOINTER_TO_UINT (packed) & 0xff))

static gboolean
is_number (CasenessDataKind kind)
{
  return kind == CASENESS_DATA_NUMBER || kind == CASENESS_DATA_SHARE || kind == CASENESS_DATA_FIGURE
         || kind == CASENESS_DATA_PAIR;
}

static gboolean
has_detail (CasenessDataKind kind)
{
  return kind == CASENESS_DATA_TITLE || kind == CASENESS_DATA_FIGURE || kind == CASENESS_DATA_PAIR;
}

/* In characters, 0 for what does not wrap. */
static int
get_least_width (CasenessDataKind kind)
{
  switch (kind)
    {
    case CASENESS_DATA_NAME:
      return NAME_WIDTH;
    case CASENESS_DATA_TITLE:
      return TITLE_WIDTH;
    case CASENESS_DATA_PROSE:
      return PROSE_WIDTH;
    default:
      return 0;
    }
}

static GtkWidget *
make_label (CasenessDataKind kind)
{
  GtkWidget *label = gtk_label_new (NULL);
  int width = get_least_width (kind);

  gtk_label_set_xalign (GTK_LABEL (label), is_number (kind) ? 1 : 0);
  gtk_widget_set_halign (label, is_number (kind) ? GTK_ALIGN_END : GTK_ALIGN_FILL);
  gtk_widget_add_css_class (label, "numeric");
  if (kind == CASENESS_DATA_NAME)
    gtk_widget_add_css_class (label, "heading");
  if (width > 0)
    {
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_width_chars (GTK_LABEL (label), width);
    }
  return label;
}

/* A bar says nothing that the number beside it does not. */
static GtkWidget *
make_share (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *bar = gtk_progress_bar_new ();
  GtkWidget *label = make_label (CASENESS_DATA_SHARE);

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 90, -1);
  gtk_widget_add_css_class (bar, "share");
  gtk_accessible_update_state (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  return box;
}

/* A name or figure with something smaller below it. */
static GtkWidget *
make_pair (CasenessDataKind kind)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *label = make_label (kind);
  GtkWidget *detail = make_label (kind);

  if (kind != CASENESS_DATA_PAIR)
    gtk_widget_add_css_class (label, kind == CASENESS_DATA_FIGURE ? "title-4" : "heading");
  gtk_widget_add_css_class (detail, "caption");
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), detail);
  return box;
}

static GtkWidget *
make_cell (CasenessDataKind kind)
{
  GtkWidget *view;

  if (kind == CASENESS_DATA_SHARE)
    return make_share ();
  if (has_detail (kind))
    return make_pair (kind);
  if (kind != CASENESS_DATA_DRAWN)
    return make_label (kind);
  view = caseness_miniature_view_new ();
  gtk_widget_set_halign (view, GTK_ALIGN_START);
  gtk_widget_set_valign (view, GTK_ALIGN_CENTER);
  return view;
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer packed)
{
  gtk_list_item_set_child (item, make_cell (GET_KIND (packed)));
}

static void
bind_detail (GtkWidget *detail, const char *text)
{
  gtk_label_set_text (GTK_LABEL (detail), text);
  gtk_widget_set_visible (detail, *text != '\0');
}

/* Short titles, as a referral's number, keep no more room than they need. */
static void
set_text (GtkLabel *label, CasenessDataKind kind, const char *text)
{
  gtk_label_set_text (label, text);
  if (kind == CASENESS_DATA_TITLE)
    gtk_label_set_width_chars (label, (int) MIN (g_utf8_strlen (text, -1), TITLE_WIDTH));
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer packed)
{
  CasenessDataRow *row = gtk_list_item_get_item (item);
  GtkWidget *child = gtk_list_item_get_child (item);
  double value = caseness_data_row_get_value (row, GET_INDEX (packed));
  GtkWidget *label = child;

  if (GET_KIND (packed) == CASENESS_DATA_DRAWN)
    {
      caseness_miniature_view_set (CASENESS_MINIATURE_VIEW (child),
                                   caseness_data_row_get_drawing (row, GET_INDEX (packed)));
      return;
    }
  if (has_detail (GET_KIND (packed)))
    {
      label = gtk_widget_get_first_child (child);
      bind_detail (gtk_widget_get_last_child (child), caseness_data_row_get_detail (row, GET_INDEX (packed)));
    }
  if (GET_KIND (packed) == CASENESS_DATA_SHARE)
    {
      GtkWidget *bar = gtk_widget_get_first_child (child);

      label = gtk_widget_get_last_child (child);
      gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (bar), isnan (value) ? 0 : value);
      gtk_widget_set_visible (bar, !isnan (value));
    }
  set_text (GTK_LABEL (label), GET_KIND (packed), caseness_data_row_get_text (row, GET_INDEX (packed)));
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer packed)
{
  return caseness_data_row_compare ((gpointer) a, (gpointer) b, GET_INDEX (packed));
}

static void
add_column (CasenessDataTable *self, guint index, const CasenessDataColumn *description, gboolean takes_room)
{
  const CasenessSortedColumn column = {
    .title = description->title,
    .set_up = G_CALLBACK (setup_cell_cb),
    .bind = G_CALLBACK (bind_cell_cb),
    .compare = compare_rows,
    .data = PACK (index, description->kind),
    .takes_room = takes_room,
  };

  caseness_sorted_column_append (self->view, &column);
}

/* Sentences take the room that is left; where there are none the last column does, so that rows reach the edge, or the
 * first when the last are numbers, which would stand far from their heading. */
static gboolean
takes_room (const CasenessDataColumn *columns, guint n_columns, guint index)
{
  guint i;

  for (i = 0; i < n_columns; i++)
    if (columns[i].kind == CASENESS_DATA_PROSE)
      return columns[index].kind == CASENESS_DATA_PROSE;
  return index == (is_number (columns[n_columns - 1].kind) ? 0 : n_columns - 1);
}

static char *
describe_columns (const CasenessDataColumn *columns, guint n_columns)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint i;

  for (i = 0; i < n_columns; i++)
    g_string_append_printf (words, "%s\n%d\n", columns[i].title, columns[i].kind);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

/* The rows go first, because cells of other columns cannot be bound to them. */
static void
replace_columns (CasenessDataTable *self, const CasenessDataColumn *columns, guint n_columns)
{
  g_autofree char *shape = describe_columns (columns, n_columns);
  GListModel *present = gtk_column_view_get_columns (self->view);
  guint i;

  if (g_strcmp0 (self->shape, shape) == 0)
    return;
  g_list_store_remove_all (self->store);
  gtk_column_view_sort_by_column (self->view, NULL, GTK_SORT_ASCENDING);
  while (g_list_model_get_n_items (present) > 0)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (present, 0);

      gtk_column_view_remove_column (self->view, column);
    }
  for (i = 0; i < n_columns; i++)
    add_column (self, i, &columns[i], takes_room (columns, n_columns, i));
  g_free (self->shape);
  self->shape = g_steal_pointer (&shape);
}

static void
activate_cb (CasenessDataTable *self, guint position)
{
  caseness_data_table_open (self, position);
}

static void
caseness_data_table_dispose (GObject *object)
{
  CasenessDataTable *self = CASENESS_DATA_TABLE (object);
  GtkWidget *child;

  g_clear_object (&self->sorted);
  g_clear_object (&self->store);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;
  G_OBJECT_CLASS (caseness_data_table_parent_class)->dispose (object);
}

static void
caseness_data_table_finalize (GObject *object)
{
  g_free (CASENESS_DATA_TABLE (object)->shape);
  G_OBJECT_CLASS (caseness_data_table_parent_class)->finalize (object);
}

static gboolean
caseness_data_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (CASENESS_DATA_TABLE (widget)->view));
}

static void
caseness_data_table_class_init (CasenessDataTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = caseness_data_table_dispose;
  object_class->finalize = caseness_data_table_finalize;
  widget_class->grab_focus = caseness_data_table_grab_focus;
  signals[ROW_OPENED] = g_signal_new ("row-opened", CASENESS_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "datatable");
}

static void
caseness_data_table_init (CasenessDataTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "people");
  g_signal_connect_object (self->view, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_widget_add_css_class (scroller, "plain-scrollbar");
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  self->store = g_list_store_new (CASENESS_TYPE_DATA_ROW);
  self->sorted = caseness_sorted_column_sort (self->view, G_LIST_MODEL (self->store));
}

GtkWidget *
caseness_data_table_new (void)
{
  return g_object_new (CASENESS_TYPE_DATA_TABLE, NULL);
}

void
caseness_data_table_set_name (CasenessDataTable *self, const char *name, const char *description)
{
  g_return_if_fail (CASENESS_IS_DATA_TABLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

void
caseness_data_table_show (CasenessDataTable *self, const CasenessDataColumn *columns, guint n_columns, GPtrArray *rows)
{
  g_return_if_fail (CASENESS_IS_DATA_TABLE (self));
  g_return_if_fail (rows != NULL);

  replace_columns (self, columns, n_columns);
  g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), rows->pdata, rows->len);
}

GListModel *
caseness_data_table_get_rows (CasenessDataTable *self)
{
  g_return_val_if_fail (CASENESS_IS_DATA_TABLE (self), NULL);
  return G_LIST_MODEL (self->sorted);
}

void
caseness_data_table_sort_by (CasenessDataTable *self, guint column, GtkSortType order)
{
  g_autoptr(GtkColumnViewColumn) chosen = NULL;

  g_return_if_fail (CASENESS_IS_DATA_TABLE (self));

  chosen = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_sort_by_column (self->view, chosen, order);
}

void
caseness_data_table_open (CasenessDataTable *self, guint position)
{
  g_autoptr(CasenessDataRow) row = NULL;

  g_return_if_fail (CASENESS_IS_DATA_TABLE (self));

  row = g_list_model_get_item (G_LIST_MODEL (self->sorted), position);
  if (row != NULL)
    g_signal_emit (self, signals[ROW_OPENED], 0, caseness_data_row_get_id (row));
}
