/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-plan-view.h"

#include "caseness-figure-record.h"
#include "caseness-overview.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MONTHS 12
#define MOST 100000

/* What contracts set numbers for. */
static const char *const planned[] = { "M031", "M076", "M001", "M023", "M184" };

struct _CasenessPlanView
{
  AdwBin parent_instance;
  GtkDropDown *measure_choice;
  GtkGrid *grid;
  GtkSpinButton *month[MONTHS];

  CasenessPage *page; /* not owned: outlives the view */
  CasenessDate april;
  guint measure;      /* whose numbers are shown */
};

G_DEFINE_FINAL_TYPE (CasenessPlanView, caseness_plan_view, ADW_TYPE_BIN)

static CasenessSession *
get_session (CasenessPlanView *self)
{
  return self->page != NULL ? caseness_page_get_session (self->page) : NULL;
}

static void
recorded_cb (GObject *session, GAsyncResult *result, gpointer data)
{
  g_autoptr(CasenessPage) page = data;
  g_autoptr(GError) error = NULL;

  if (!caseness_session_write_journal_finish (CASENESS_SESSION (session), result, &error))
    caseness_page_toast (page, error->message);
}

static CasenessPeriod
get_month (CasenessPlanView *self, guint month)
{
  CasenessPeriod period = { caseness_date_add_months (self->april, (int) month), 0 };

  period.end = caseness_date_month_end (period.start);
  return period;
}

static double
get_held (CasenessPlanView *self, guint month)
{
  CasenessPeriod period = get_month (self, month);

  return caseness_plan_get (caseness_session_get_journal (get_session (self)), planned[self->measure], &period);
}

static double
get_typed (CasenessPlanView *self, guint month)
{
  double value = gtk_spin_button_get_value (self->month[month]);

  return value > 0 ? value : NAN;
}

static gboolean
is_changed (CasenessPlanView *self)
{
  guint i;

  for (i = 0; i < MONTHS; i++)
    {
      double held = get_held (self, i), typed = get_typed (self, i);

      if (isnan (held) != isnan (typed) || (!isnan (held) && held != typed))
        return TRUE;
    }
  return FALSE;
}

/* The years before and after stay as they are. */
static char *
dup_body (CasenessPlanView *self)
{
  CasenessDate months[3 * MONTHS];
  double values[3 * MONTHS];
  CasenessJournal *journal = caseness_session_get_journal (get_session (self));
  guint i;

  for (i = 0; i < 3 * MONTHS; i++)
    {
      CasenessPeriod period = { caseness_date_add_months (self->april, (int) i - MONTHS), 0 };

      period.end = caseness_date_month_end (period.start);
      months[i] = period.start;
      values[i] = i / MONTHS == 1 ? get_typed (self, i % MONTHS)
                                  : caseness_plan_get (journal, planned[self->measure], &period);
    }
  return caseness_plan_dup_body (months, values, G_N_ELEMENTS (months));
}

void
caseness_plan_view_keep (CasenessPlanView *self)
{
  g_autofree char *body = NULL;
  CasenessJournalChange change = { CASENESS_RECORD_PLAN, planned[self->measure], NULL };
  guint i;

  g_return_if_fail (CASENESS_IS_PLAN_VIEW (self));

  if (get_session (self) == NULL)
    return;
  for (i = 0; i < MONTHS; i++)
    gtk_spin_button_update (self->month[i]);
  if (!is_changed (self))
    return;
  body = dup_body (self);
  change.body = body;
  caseness_session_write_journal_async (get_session (self), &change, 1, _("Contract numbers"), recorded_cb,
                                        g_object_ref (self->page));
}

static void
show_months (CasenessPlanView *self)
{
  guint i;

  for (i = 0; i < MONTHS; i++)
    {
      double held = get_held (self, i);

      gtk_spin_button_set_value (self->month[i], isnan (held) ? 0 : held);
    }
}

static void
measure_changed_cb (CasenessPlanView *self)
{
  guint measure = gtk_drop_down_get_selected (self->measure_choice);

  if (self->page == NULL || measure == self->measure || measure >= G_N_ELEMENTS (planned))
    return;
  caseness_plan_view_keep (self);
  self->measure = measure;
  show_months (self);
}

static void
add_month (CasenessPlanView *self, guint month)
{
  CasenessPeriod period = get_month (self, month);
  g_autofree char *name = caseness_period_format (&period);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *entry = gtk_spin_button_new_with_range (0, MOST, 1);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_spin_button_set_numeric (GTK_SPIN_BUTTON (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  self->month[month] = GTK_SPIN_BUTTON (entry);
  gtk_grid_attach (self->grid, label, 2 * ((int) month / 6), (int) month % 6, 1, 1);
  gtk_grid_attach (self->grid, entry, 2 * ((int) month / 6) + 1, (int) month % 6, 1, 1);
}

void
caseness_plan_view_show (CasenessPlanView *self, CasenessPage *page, const CasenessPeriod *period)
{
  guint i;

  g_return_if_fail (CASENESS_IS_PLAN_VIEW (self));

  self->page = page;
  self->april = caseness_period_around (CASENESS_PERIOD_FINANCIAL_YEAR, period->end).start;
  for (i = 0; i < MONTHS; i++)
    add_month (self, i);
  show_months (self);
}

void
caseness_plan_view_set_month (CasenessPlanView *self, guint month, double value)
{
  g_return_if_fail (CASENESS_IS_PLAN_VIEW (self) && month < MONTHS);
  gtk_spin_button_set_value (self->month[month], value);
}

static void
caseness_plan_view_class_init (CasenessPlanViewClass *klass)
{
}

static void
caseness_plan_view_init (CasenessPlanView *self)
{
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *hint = gtk_label_new (_("What the contract plans for each month; 0 for none. Charts and packs hold the figure "
                                     "against it."));
  guint i;

  for (i = 0; i < G_N_ELEMENTS (planned); i++)
    {
      CasenessOverviewStandard standard;

      caseness_overview_describe_measure (caseness_measure_find (planned[i]), &standard);
      gtk_string_list_append (names, standard.name);
    }
  self->measure_choice = GTK_DROP_DOWN (gtk_drop_down_new (g_object_ref (G_LIST_MODEL (names)), NULL));
  gtk_widget_set_halign (GTK_WIDGET (self->measure_choice), GTK_ALIGN_START);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->measure_choice), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Measure that is planned"), -1);
  g_signal_connect_object (self->measure_choice, "notify::selected", G_CALLBACK (measure_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->grid = GTK_GRID (gtk_grid_new ());
  gtk_grid_set_row_spacing (self->grid, 6);
  gtk_grid_set_column_spacing (self->grid, 12);
  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_xalign (GTK_LABEL (hint), 0);
  gtk_box_append (GTK_BOX (box), hint);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->measure_choice));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->grid));
  adw_bin_set_child (ADW_BIN (self), box);
}
