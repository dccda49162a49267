/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-stages.h"

#include "caseness-ptl-report-words.h"
#include "caseness-ptl-words.h"

struct _CasenessPtlStages
{
  GtkBox parent_instance;
  GtkWidget *buttons[CASENESS_N_STAGES]; /* children */
  GtkLabel *counts[CASENESS_N_STAGES];   /* children of the buttons */
};

G_DEFINE_FINAL_TYPE (CasenessPtlStages, caseness_ptl_stages, GTK_TYPE_BOX)

static void
caseness_ptl_stages_class_init (CasenessPtlStagesClass *klass)
{
}

static void
add_button (CasenessPtlStages *self, CasenessStage stage)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  g_autofree char *name = caseness_ptl_report_dup_stage_title (stage);
  GtkWidget *count = gtk_label_new (NULL);

  gtk_widget_add_css_class (count, "stage-count");
  gtk_widget_add_css_class (count, "numeric");
  gtk_box_append (GTK_BOX (box), gtk_label_new (name));
  gtk_box_append (GTK_BOX (box), count);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.stage");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "i", (int) stage);
  gtk_box_append (GTK_BOX (self), button);
  self->buttons[stage] = button;
  self->counts[stage] = GTK_LABEL (count);
}

static void
caseness_ptl_stages_init (CasenessPtlStages *self)
{
  guint stage;

  gtk_widget_add_css_class (GTK_WIDGET (self), "linked");
  for (stage = 0; stage < CASENESS_N_STAGES; stage++)
    add_button (self, stage);
}

GtkWidget *
caseness_ptl_stages_new (void)
{
  return g_object_new (CASENESS_TYPE_PTL_STAGES, NULL);
}

void
caseness_ptl_stages_show (CasenessPtlStages *self, const CasenessPtlAnswer *answer)
{
  guint stage;

  g_return_if_fail (CASENESS_IS_PTL_STAGES (self));
  g_return_if_fail (answer != NULL);

  for (stage = 0; stage < CASENESS_N_STAGES; stage++)
    {
      g_autofree char *count = g_strdup_printf ("%u", answer->n_waiting[stage]);
      g_autofree char *name = caseness_ptl_words_stage_count (stage, answer->n_waiting[stage]);

      gtk_label_set_text (self->counts[stage], count);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[stage]), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}
