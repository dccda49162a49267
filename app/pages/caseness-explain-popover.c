/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-explain-popover.h"

#include "caseness-early-months.h"
#include "caseness-answer-model.h"
#include "caseness-figure-words.h"
#include "caseness-measure-explain.h"

#include <glib/gi18n-lib.h>

struct _CasenessExplainPopover
{
  GtkPopover parent_instance;
  GtkStack *stack;
  GtkLabel *title_label;
  GtkLabel *id_label;
  GtkLabel *definition_label;
  GtkLabel *place_label;
  GtkBox *rows;
  GtkBox *doubts;
  GtkRevealer *revealer;
  GtkLabel *whole_label;
  GtkWidget *offer_button;  /* shown where there is one thing more to do */
  GtkWidget *people_button;
  GtkToggleButton *definition_button;

  CasenessSession *session;            /* owned */
  CasenessFigureAddress *address;      /* owned */
  CasenessAnswerModel *model;          /* owned: Query to CasenessExplanation */
  CasenessAnswerModel *switched;       /* owned: Query to CasenessFigure, of the doubt at hand */
  GCancellable *cancellable;           /* owned */
  GString *text;                       /* owned: what was said, to be copied */
  guint n_told;                        /* doubts told so far */
  guint n_still;                       /* of those, the ones that make no difference */
};

G_DEFINE_FINAL_TYPE (CasenessExplainPopover, caseness_explain_popover, GTK_TYPE_POPOVER)

enum
{
  SHOW_PEOPLE,
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Query: a figure in a snapshot. */
typedef struct
{
  CasenessFigureAddress *address;
  CasenessSnapshot *snapshot;
} Query;

static Query *
query_new (CasenessFigureAddress *address, CasenessSnapshot *snapshot)
{
  Query query = { caseness_figure_address_ref (address), caseness_snapshot_ref (snapshot) };

  return g_memdup2 (&query, sizeof query);
}

static void
query_free (gpointer data)
{
  Query *query = data;

  caseness_figure_address_unref (query->address);
  caseness_snapshot_unref (query->snapshot);
  g_free (query);
}

/* Explanation: one, or that there is none. */
typedef struct
{
  CasenessExplanation *explanation; /* (nullable) */
} Explained;

static gpointer
explain_in_worker (gconstpointer data, GCancellable *cancellable)
{
  const Query *query = data;
  Explained *explained = g_new0 (Explained, 1);

  explained->explanation = caseness_explanation_new (query->address, query->snapshot, NULL);
  return explained;
}

static void
explained_free (gpointer data)
{
  Explained *explained = data;

  g_clear_pointer (&explained->explanation, caseness_explanation_unref);
  g_free (explained);
}

static gpointer
work_out_in_worker (gconstpointer data, GCancellable *cancellable)
{
  const Query *query = data;
  CasenessFigure figure = caseness_figure_address_work_out (query->address, query->snapshot, NULL);

  return g_memdup2 (&figure, sizeof figure);
}

static gboolean
hides_names (CasenessExplainPopover *self)
{
  return caseness_session_get_meeting_mode (self->session);
}

static GtkWidget *
make_label (const char *text, const char *css_class, int width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), width);
  gtk_label_set_max_width_chars (GTK_LABEL (label), width);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* What is told, how much it is, and what stands behind that. */
static void
tell (CasenessExplainPopover *self, const char *what, const char *amount, const char *words)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  gboolean has_amount = amount != NULL && *amount != '\0';

  gtk_widget_add_css_class (row, "explanation-row");
  gtk_box_append (GTK_BOX (row), make_label (what, "explanation-caption", 11));
  if (has_amount)
    {
      GtkWidget *label = make_label (amount, "heading", *words != '\0' ? 9 : 43);

      gtk_widget_add_css_class (label, "numeric");
      gtk_box_append (GTK_BOX (row), label);
    }
  if (*words != '\0')
    {
      GtkWidget *label = make_label (words, NULL, has_amount ? 33 : 43);

      gtk_widget_set_hexpand (label, TRUE);
      gtk_box_append (GTK_BOX (row), label);
    }
  gtk_box_append (self->rows, row);
  g_string_append_printf (self->text, "%s: %s%s%s\n", what, has_amount ? amount : "",
                          has_amount && *words != '\0' ? ", " : "", words);
}

/* Where the latest row has its figure from: to be copied, and to be read by whoever points at it. */
static void
tell_source (CasenessExplainPopover *self, const char *source)
{
  gtk_widget_set_tooltip_text (gtk_widget_get_last_child (GTK_WIDGET (self->rows)), source);
  g_string_append_printf (self->text, "%s\n", source);
}

static void
tell_parts (CasenessExplainPopover *self, const CasenessExplanation *explanation)
{
  const CasenessFigure *figure = &explanation->figure;
  gboolean is_divided = explanation->denominator->len > 0;
  g_autofree char *numerator = caseness_figure_words_number (figure->numerator);
  g_autofree char *denominator = caseness_figure_words_number (figure->denominator);
  g_autofree char *counted = caseness_figure_words_parts (explanation->numerator);
  g_autofree char *divided_by = caseness_figure_words_parts (explanation->denominator);

  if (is_divided)
    {
      tell (self, _("Numerator"), numerator, counted);
      tell (self, _("Denominator"), denominator, divided_by);
    }
  else if (explanation->address->measure->numerator->len > 0)
    tell (self, _("Made of"), numerator, counted);
  else if (explanation->people->n[CASENESS_FIGURE_COUNTED] > 0 && explanation->address->measure->sum != NULL)
    tell (self, _("Stands on"), denominator, _("whose value is known"));
}

static void
tell_rows (CasenessExplainPopover *self, const CasenessExplanation *explanation)
{
  const CasenessMeasure *measure = explanation->address->measure;
  guint n_benchmarks = explanation->benchmarks->len;
  g_autofree char *interval = caseness_figure_words_interval (measure, &explanation->interval);
  g_autofree char *national = caseness_figure_words_national (explanation);
  g_autofree char *standard = caseness_figure_words_standard_line (explanation);
  g_autofree char *people = caseness_figure_words_people (explanation->people);

  tell_parts (self, explanation);
  tell (self, _("95% interval"), interval,
        *interval != '\0' || explanation->method == CASENESS_INTERVAL_NONE
          ? caseness_figure_words_method (explanation->method)
          : _("Too few to say"));
  tell (self, _("National"), NULL, national);
  if (n_benchmarks > 0)
    tell_source (self, g_array_index (explanation->benchmarks, CasenessBenchmark, n_benchmarks - 1).source);
  tell (self, _("Standard"), NULL, standard);
  tell (self, _("The people"), NULL, people);
}

static GtkWidget *
make_doubt (const CasenessDoubt *doubt, const char *words)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  /* Translators: what is decided, and what it could be instead: "GAD-7, not Specific" */
  g_autofree char *decided = g_strdup_printf (_("%1$s, not %2$s"), g_dgettext (GETTEXT_PACKAGE, doubt->value_words),
                                              g_dgettext (GETTEXT_PACKAGE, doubt->other_words));
  /* Translators: a question that nothing public settles, how it is decided, and what comes of the other way */
  g_autofree char *line = g_strdup_printf (_("Decided: %1$s. %2$s"), decided, words);
  GtkWidget *label = make_label (line, "chart-subtitle", 54);

  gtk_widget_add_css_class (box, "doubt");
  gtk_box_append (GTK_BOX (box), make_label (g_dgettext (GETTEXT_PACKAGE, doubt->question), "heading", 54));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_tooltip_text (box, g_dgettext (GETTEXT_PACKAGE, doubt->source));
  return box;
}

/* The line that counts the doubts below those that matter; @words replaces what it said. */
static void
say_doubts (CasenessExplainPopover *self, const char *words)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->doubts));

  if (last != NULL)
    gtk_label_set_text (GTK_LABEL (last), words);
}

static void
say_progress (CasenessExplainPopover *self, const CasenessExplanation *explanation)
{
  guint n = explanation->doubts->len;
  g_autofree char *words = NULL;

  if (self->n_told < n)
    words = g_strdup_printf (ngettext ("Trying %u rule that nothing public settles: %u done…",
                                       "Trying %u rules that nothing public settles: %u done…", n),
                             n, self->n_told);
  else if (n == 0)
    words = g_strdup (_("No rule in doubt touches this measure."));
  else if (self->n_still == n)
    words = g_strdup_printf (ngettext ("%u rule that nothing public settles touches this measure; it makes no "
                                       "difference here.",
                                       "%u rules that nothing public settles touch this measure; none makes a "
                                       "difference here.",
                                       n),
                             n);
  else
    words = g_strdup_printf (ngettext ("%u other rule in doubt makes no difference here.",
                                       "%u other rules in doubt make no difference here.", self->n_still),
                             self->n_still);
  say_doubts (self, words);
}

static void try_next_doubt (CasenessExplainPopover *self);

static void
turned_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  g_autoptr(CasenessExplainPopover) self = user_data;
  g_autoptr(CasenessSnapshot) snapshot = caseness_session_turn_finish (CASENESS_SESSION (object), result, NULL);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (snapshot != NULL)
    caseness_answer_model_ask (self->switched, query_new (self->address, snapshot));
  else
    say_doubts (self, _("The other rules could not be tried: the file cannot be read just now."));
}

static void
try_next_doubt (CasenessExplainPopover *self)
{
  CasenessExplanation *explanation = caseness_explain_popover_get_explanation (self);

  say_progress (self, explanation);
  if (self->n_told < explanation->doubts->len && caseness_session_get_file (self->session) != NULL
      && caseness_session_get_snapshot (self->session) != NULL)
    caseness_session_turn_async (self->session, g_ptr_array_index (explanation->doubts, self->n_told),
                                 self->address->period.end, self->cancellable, turned_cb, g_object_ref (self));
}

static void
tell_doubt (CasenessExplainPopover *self)
{
  CasenessExplanation *explanation = caseness_explain_popover_get_explanation (self);
  const CasenessMeasure *measure = self->address->measure;
  const CasenessFigure *other = caseness_answer_model_get_answer (self->switched);
  const CasenessDoubt *doubt;
  g_autofree char *words = NULL;
  GtkWidget *last;

  if (other == NULL || explanation == NULL)
    return;
  doubt = g_ptr_array_index (explanation->doubts, self->n_told++);
  words = caseness_figure_words_doubt (doubt, measure, &explanation->figure, other);
  g_string_append_printf (self->text, "%s (%s): %s\n", g_dgettext (GETTEXT_PACKAGE, doubt->question), doubt->name,
                          words);
  last = gtk_widget_get_last_child (GTK_WIDGET (self->doubts));
  if (caseness_explanation_moves (measure, &explanation->figure, other))
    gtk_box_insert_child_after (self->doubts, make_doubt (doubt, words), gtk_widget_get_prev_sibling (last));
  else
    self->n_still++;
  try_next_doubt (self);
}

/* Of whom and when, and what to bear in mind there. */
static char *
dup_place (CasenessExplainPopover *self, const CasenessFigureAddress *address)
{
  g_autofree char *place = caseness_figure_words_place (address, hides_names (self));
  CasenessSnapshot *snapshot = caseness_session_get_snapshot (self->session);
  g_autofree char *warning
    = snapshot != NULL ? caseness_early_months_dup_warning (snapshot, &address->period, address->measure) : NULL;

  return warning != NULL ? g_strdup_printf ("%s\n%s", place, warning) : g_steal_pointer (&place);
}

static void
show_head (CasenessExplainPopover *self, const CasenessExplanation *explanation)
{
  const CasenessMeasure *measure = explanation->address->measure;
  g_autofree char *value = caseness_figure_words_value (measure, &explanation->figure);
  g_autofree char *title = g_strdup_printf ("%s  %s", measure->title, value);
  g_autofree char *place = dup_place (self, explanation->address);
  g_autofree char *whole = caseness_measure_explain (measure);

  gtk_label_set_text (self->title_label, title);
  gtk_label_set_text (self->id_label, measure->id);
  gtk_label_set_text (self->definition_label, measure->definition);
  gtk_label_set_text (self->place_label, place);
  gtk_label_set_text (self->whole_label, whole);
  g_string_append_printf (self->text, "%s (%s)\n%s\n%s\n", title, measure->id, measure->definition, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, measure->definition, -1);
}

static void
show_explanation (CasenessExplainPopover *self)
{
  CasenessExplanation *explanation = caseness_explain_popover_get_explanation (self);

  if (explanation == NULL)
    {
      gtk_stack_set_visible_child_name (self->stack, "failed");
      return;
    }
  show_head (self, explanation);
  tell_rows (self, explanation);
  gtk_box_append (self->doubts, make_label ("", "chart-subtitle", 56));
  gtk_stack_set_visible_child_name (self->stack, "ready");
  gtk_widget_grab_focus (gtk_widget_get_visible (self->offer_button) ? self->offer_button : self->people_button);
  try_next_doubt (self);
}

static void
people_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_signal_emit (widget, signals[SHOW_PEOPLE], 0);
}

static void
copy_cb (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  g_autofree char *text = caseness_explain_popover_dup_text (CASENESS_EXPLAIN_POPOVER (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  g_signal_emit (widget, signals[MESSAGE], 0, _("The explanation is copied"));
}

static void
definition_toggled_cb (CasenessExplainPopover *self)
{
  gtk_revealer_set_reveal_child (self->revealer, gtk_toggle_button_get_active (self->definition_button));
}

static void
caseness_explain_popover_dispose (GObject *object)
{
  CasenessExplainPopover *self = CASENESS_EXPLAIN_POPOVER (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->model);
  g_clear_object (&self->switched);
  g_clear_object (&self->session);
  g_clear_pointer (&self->address, caseness_figure_address_unref);
  G_OBJECT_CLASS (caseness_explain_popover_parent_class)->dispose (object);
}

static void
caseness_explain_popover_finalize (GObject *object)
{
  CasenessExplainPopover *self = CASENESS_EXPLAIN_POPOVER (object);

  g_object_unref (self->cancellable);
  g_string_free (self->text, TRUE);
  G_OBJECT_CLASS (caseness_explain_popover_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (klass, "/io/github/caseness/Caseness/ui/caseness-explain-popover.ui");
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, stack);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, title_label);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, id_label);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, definition_label);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, place_label);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, rows);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, doubts);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, revealer);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, whole_label);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, offer_button);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, people_button);
  gtk_widget_class_bind_template_child (klass, CasenessExplainPopover, definition_button);
  gtk_widget_class_bind_template_callback (klass, definition_toggled_cb);
  gtk_widget_class_bind_template_callback (klass, gtk_popover_popdown);
}

static void
caseness_explain_popover_class_init (CasenessExplainPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = caseness_explain_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = caseness_explain_popover_finalize;
  signals[SHOW_PEOPLE] = g_signal_new ("show-people", CASENESS_TYPE_EXPLAIN_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  signals[MESSAGE] = g_signal_new ("message", CASENESS_TYPE_EXPLAIN_POPOVER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_install_action (widget_class, "explain.people", NULL, people_cb);
  gtk_widget_class_install_action (widget_class, "explain.copy", NULL, copy_cb);
  bind_template (widget_class);
}

static void
caseness_explain_popover_init (CasenessExplainPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  self->text = g_string_new (NULL);
  self->model = caseness_answer_model_new (explain_in_worker, query_free, explained_free);
  self->switched = caseness_answer_model_new (work_out_in_worker, query_free, g_free);
  g_signal_connect_object (self->model, "answered", G_CALLBACK (show_explanation), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->switched, "answered", G_CALLBACK (tell_doubt), self, G_CONNECT_SWAPPED);
}

GtkWidget *
caseness_explain_popover_new (CasenessSession *session, CasenessFigureAddress *address)
{
  CasenessExplainPopover *self;
  CasenessSnapshot *snapshot;

  g_return_val_if_fail (CASENESS_IS_SESSION (session) && address != NULL, NULL);
  snapshot = caseness_session_get_snapshot (session);
  self = g_object_new (CASENESS_TYPE_EXPLAIN_POPOVER, NULL);
  self->session = g_object_ref (session);
  self->address = caseness_figure_address_ref (address);
  if (snapshot != NULL)
    caseness_answer_model_ask (self->model, query_new (address, snapshot));
  return GTK_WIDGET (self);
}

void
caseness_explain_popover_offer (CasenessExplainPopover *self, const char *label, const char *action_name,
                                GVariant *target)
{
  GtkActionable *button;

  g_return_if_fail (CASENESS_IS_EXPLAIN_POPOVER (self) && label != NULL && action_name != NULL);

  button = GTK_ACTIONABLE (self->offer_button);
  gtk_button_set_label (GTK_BUTTON (button), label);
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, action_name);
  gtk_widget_set_visible (self->offer_button, TRUE);
  gtk_widget_remove_css_class (self->people_button, "suggested-action");
}

CasenessExplanation *
caseness_explain_popover_get_explanation (CasenessExplainPopover *self)
{
  Explained *explained;

  g_return_val_if_fail (CASENESS_IS_EXPLAIN_POPOVER (self), NULL);
  explained = self->model != NULL ? caseness_answer_model_get_answer (self->model) : NULL;
  return explained != NULL ? explained->explanation : NULL;
}

char *
caseness_explain_popover_dup_text (CasenessExplainPopover *self)
{
  g_return_val_if_fail (CASENESS_IS_EXPLAIN_POPOVER (self), NULL);
  return g_strdup (self->text->str);
}
