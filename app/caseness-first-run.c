/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-first-run.h"

struct _CasenessFirstRun
{
  AdwBin parent_instance;
};

G_DEFINE_FINAL_TYPE (CasenessFirstRun, caseness_first_run, ADW_TYPE_BIN)

static void
caseness_first_run_dispose (GObject *object)
{
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), CASENESS_TYPE_FIRST_RUN);
  G_OBJECT_CLASS (caseness_first_run_parent_class)->dispose (object);
}

static void
caseness_first_run_class_init (CasenessFirstRunClass *class)
{
  G_OBJECT_CLASS (class)->dispose = caseness_first_run_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (class),
                                               "/io/github/caseness/Caseness/ui/caseness-first-run.ui");
}

static void
caseness_first_run_init (CasenessFirstRun *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
