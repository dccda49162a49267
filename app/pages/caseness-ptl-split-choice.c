/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-split-choice.h"

#include "caseness-ptl-words.h"

#include <glib/gi18n-lib.h>

struct _CasenessPtlSplitChoice
{
  GtkBox parent_instance;
  GtkDropDown *split_choice;
  GtkDropDown *only_choice;

  CasenessPtlSplit only_split; /* of @groups */
  GStrv groups;                /* owned, nullable: offered after everybody */
  char *only_group;            /* owned, nullable: NULL for everybody */
  gboolean is_showing;
};

G_DEFINE_FINAL_TYPE (CasenessPtlSplitChoice, caseness_ptl_split_choice, GTK_TYPE_BOX)

static guint changed_signal;

/* Rows people may choose, in the order of the choice. */
static const CasenessPtlSplit splits[] = {
  CASENESS_PTL_SPLIT_APPOINTMENT, CASENESS_PTL_SPLIT_THERAPY,   CASENESS_PTL_SPLIT_STEP,    CASENESS_PTL_SPLIT_LOCALITY,
  CASENESS_PTL_SPLIT_TEAM,        CASENESS_PTL_SPLIT_CLINICIAN, CASENESS_PTL_SPLIT_PRIORITY,
};

/* Which of them is chosen to begin with. */
#define FIRST_CHOSEN 1

static CasenessPtlSplit
get_split (CasenessPtlSplitChoice *self)
{
  guint index = gtk_drop_down_get_selected (self->split_choice);

  return splits[MIN (index, G_N_ELEMENTS (splits) - 1)];
}

/* The second split: one therapy, unless the rows are therapies already. */
static CasenessPtlSplit
get_only_split (CasenessPtlSplitChoice *self)
{
  return get_split (self) == CASENESS_PTL_SPLIT_THERAPY ? CASENESS_PTL_SPLIT_LOCALITY : CASENESS_PTL_SPLIT_THERAPY;
}

static void
split_changed_cb (CasenessPtlSplitChoice *self)
{
  if (self->only_split != get_only_split (self))
    g_clear_pointer (&self->only_group, g_free);
  g_signal_emit (self, changed_signal, 0);
}

static void
only_changed_cb (CasenessPtlSplitChoice *self)
{
  guint index = gtk_drop_down_get_selected (self->only_choice);

  if (self->is_showing || self->groups == NULL || index == GTK_INVALID_LIST_POSITION)
    return;
  g_free (self->only_group);
  self->only_group = index == 0 ? NULL : g_strdup (self->groups[index - 1]);
  g_signal_emit (self, changed_signal, 0);
}

static void
caseness_ptl_split_choice_finalize (GObject *object)
{
  g_strfreev (CASENESS_PTL_SPLIT_CHOICE (object)->groups);
  g_free (CASENESS_PTL_SPLIT_CHOICE (object)->only_group);
  G_OBJECT_CLASS (caseness_ptl_split_choice_parent_class)->finalize (object);
}

static void
caseness_ptl_split_choice_class_init (CasenessPtlSplitChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = caseness_ptl_split_choice_finalize;
  changed_signal = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/caseness/Caseness/ui/caseness-ptl-split-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlSplitChoice, split_choice);
  gtk_widget_class_bind_template_child (widget_class, CasenessPtlSplitChoice, only_choice);
  gtk_widget_class_bind_template_callback (widget_class, split_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, only_changed_cb);
}

static void
caseness_ptl_split_choice_init (CasenessPtlSplitChoice *self)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    gtk_string_list_append (words, _(caseness_ptl_split_get_title (splits[i])));
  gtk_drop_down_set_model (self->split_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->split_choice, FIRST_CHOSEN);
}

GtkWidget *
caseness_ptl_split_choice_new (void)
{
  return g_object_new (CASENESS_TYPE_PTL_SPLIT_CHOICE, NULL);
}

void
caseness_ptl_split_choice_show (CasenessPtlSplitChoice *self, const CasenessPtlAnswer *answer)
{
  g_autoptr(GtkStringList) words = gtk_string_list_new (NULL);
  guint selected = 0;

  g_return_if_fail (CASENESS_IS_PTL_SPLIT_CHOICE (self));
  g_return_if_fail (answer != NULL);

  if (answer->query->only_group == NULL)
    g_clear_pointer (&self->only_group, g_free);
  self->only_split = answer->query->only_split;
  g_strfreev (self->groups);
  self->groups = g_strdupv (answer->only_groups);
  gtk_string_list_append (words, caseness_ptl_words_everybody (self->only_split));
  for (guint i = 0; self->groups[i] != NULL; i++)
    {
      g_autofree char *group = caseness_ptl_words_group (answer, self->only_split, self->groups[i], FALSE);

      gtk_string_list_append (words, group);
      if (g_strcmp0 (self->groups[i], answer->query->only_group) == 0)
        selected = i + 1;
    }
  self->is_showing = TRUE;
  gtk_drop_down_set_model (self->only_choice, G_LIST_MODEL (words));
  gtk_drop_down_set_selected (self->only_choice, selected);
  self->is_showing = FALSE;
}

void
caseness_ptl_split_choice_clear (CasenessPtlSplitChoice *self)
{
  g_return_if_fail (CASENESS_IS_PTL_SPLIT_CHOICE (self));

  g_clear_pointer (&self->only_group, g_free);
}

void
caseness_ptl_split_choice_read (CasenessPtlSplitChoice *self, CasenessPtlQuery *query)
{
  g_return_if_fail (CASENESS_IS_PTL_SPLIT_CHOICE (self));
  g_return_if_fail (query != NULL);

  query->split = get_split (self);
  query->only_split = get_only_split (self);
  query->only_group = self->only_group;
}
