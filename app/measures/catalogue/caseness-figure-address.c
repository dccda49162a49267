/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-figure-address.h"

#include <math.h>

static void
add_other (CasenessWhere *where, const char *value)
{
  guint n = where->others != NULL ? g_strv_length ((GStrv) where->others) : 0;
  GStrv others = g_renew (char *, (GStrv) where->others, n + 2);

  others[n] = g_strdup (value);
  others[n + 1] = NULL;
  where->others = (const char *const *) others;
}

/* FALSE when a variable is none. */
static gboolean
take_groups (CasenessFigureAddress *address, const char *const *groups)
{
  guint n = groups != NULL ? g_strv_length ((char **) groups) / 2 : 0, i;

  address->where = g_new0 (CasenessWhere, MAX (n, 1));
  for (i = 0; i < n; i++)
    {
      const CasenessVariable *variable = caseness_variable_find (groups[2 * i]);

      if (variable == NULL)
        return FALSE;
      if (address->n_where > 0 && address->where[address->n_where - 1].variable == variable)
        add_other (&address->where[address->n_where - 1], groups[2 * i + 1]);
      else
        address->where[address->n_where++] = (CasenessWhere){ variable, g_strdup (groups[2 * i + 1]) };
    }
  return TRUE;
}

CasenessFigureAddress *
caseness_figure_address_new (const char *measure_id, const CasenessPeriod *period, const char *const *groups,
                             CasenessFilter *filter)
{
  g_autoptr(CasenessFigureAddress) address = NULL;

  g_return_val_if_fail (measure_id != NULL && period != NULL, NULL);
  address = g_atomic_rc_box_new0 (CasenessFigureAddress);
  address->measure = caseness_measure_find (measure_id);
  address->period = *period;
  address->filter = filter != NULL ? caseness_filter_ref (filter) : caseness_filter_new ();
  if (!take_groups (address, groups) || address->measure == NULL)
    return NULL;
  return g_steal_pointer (&address);
}

CasenessFigureAddress *
caseness_figure_address_with_measure (const CasenessFigureAddress *address, const CasenessMeasure *measure)
{
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) groups = NULL;
  guint i, k;

  g_return_val_if_fail (address != NULL && measure != NULL, NULL);
  for (i = 0; i < address->n_where; i++)
    {
      const CasenessWhere *where = &address->where[i];

      g_strv_builder_add_many (builder, caseness_variable_get_name (where->variable), where->value, NULL);
      for (k = 0; where->others != NULL && where->others[k] != NULL; k++)
        g_strv_builder_add_many (builder, caseness_variable_get_name (where->variable), where->others[k], NULL);
    }
  groups = g_strv_builder_end (builder);
  return caseness_figure_address_new (measure->id, &address->period, (const char *const *) groups, address->filter);
}

CasenessFigureAddress *
caseness_figure_address_ref (CasenessFigureAddress *address)
{
  return g_atomic_rc_box_acquire (address);
}

static void
clear_address (CasenessFigureAddress *address)
{
  guint i;

  for (i = 0; i < address->n_where; i++)
    {
      g_free ((char *) address->where[i].value);
      g_strfreev ((GStrv) address->where[i].others);
    }
  g_free (address->where);
  caseness_filter_unref (address->filter);
}

void
caseness_figure_address_unref (CasenessFigureAddress *address)
{
  g_atomic_rc_box_release_full (address, (GDestroyNotify) clear_address);
}

CasenessQuestion
caseness_figure_address_ask (const CasenessFigureAddress *address)
{
  return (CasenessQuestion){
    .periods = &address->period,
    .n_periods = 1,
    .measures = &address->measure,
    .n_measures = 1,
    .where = address->where,
    .n_where = address->n_where,
    .filter = address->filter,
  };
}

CasenessFigure
caseness_figure_address_work_out (const CasenessFigureAddress *address, CasenessSnapshot *snapshot, GError **error)
{
  CasenessQuestion question;
  g_autoptr(CasenessAnswer) answer = NULL;

  g_return_val_if_fail (address != NULL && snapshot != NULL, ((CasenessFigure){ NAN, NAN, NAN }));
  question = caseness_figure_address_ask (address);
  answer = caseness_evaluate (snapshot, &question, NULL, error);
  return answer != NULL ? caseness_answer_get (answer, 0, 0, 0, 0) : (CasenessFigure){ NAN, NAN, NAN };
}
