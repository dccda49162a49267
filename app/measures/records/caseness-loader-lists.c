/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader.h"

#include <math.h>

typedef void (*ReadListRow) (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row);

static guint32
get_number (CasenessDictionary *dictionary, CasenessStatement *row, int column)
{
  return caseness_dictionary_add (dictionary, caseness_statement_get_text (row, column));
}

static gint32
get_int (CasenessStatement *row, int column, gint32 fallback)
{
  return caseness_statement_is_null (row, column) ? fallback : (gint32) caseness_statement_get_int (row, column);
}

static CasenessLocalKey
get_key (CasenessDictionary *dictionary, CasenessStatement *row)
{
  return (CasenessLocalKey){ get_number (dictionary, row, 0), get_number (dictionary, row, 1) };
}

/* "0.8" is 80; somebody of whom the list does not say is there whole. */
static gint32
get_hundredths (CasenessStatement *row, int column)
{
  const char *text = caseness_statement_get_text (row, column);

  return text != NULL && *text != '\0' ? (gint32) (g_ascii_strtod (text, NULL) * 100 + 0.5) : 100;
}

static void
read_staff (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row)
{
  CasenessStaffRow staff = {
    .key = get_key (dictionary, row),
    .name = get_number (dictionary, row, 2),
    .role = get_number (dictionary, row, 3),
    .team = get_number (dictionary, row, 4),
    .supervisor = get_number (dictionary, row, 5),
    .wte = get_hundredths (row, 6),
    .started = get_int (row, 7, CASENESS_DATE_NONE),
    .ended = get_int (row, 8, CASENESS_DATE_NONE),
  };

  g_array_append_val (local->staff, staff);
}

static void
read_referral (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row)
{
  CasenessLocalReferralRow referral = {
    .key = get_key (dictionary, row),
    .locality = get_number (dictionary, row, 2),
    .team = get_number (dictionary, row, 3),
    .site = get_number (dictionary, row, 4),
    .priority = get_number (dictionary, row, 5),
    .deprivation = get_number (dictionary, row, 6),
    .interpreter = get_number (dictionary, row, 7),
  };

  g_array_append_val (local->referrals, referral);
}

static void
read_waiting (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row)
{
  CasenessWaitingRow waiting = {
    .key = get_key (dictionary, row),
    .stage = get_number (dictionary, row, 2),
    .added = get_int (row, 3, CASENESS_DATE_NONE),
    .removed = get_int (row, 4, CASENESS_DATE_NONE),
    .therapy = get_number (dictionary, row, 5),
    .step = get_number (dictionary, row, 6),
    .locality = get_number (dictionary, row, 7),
    .team = get_number (dictionary, row, 8),
    .staff = get_number (dictionary, row, 9),
  };

  g_array_append_val (local->waiting, waiting);
}

static void
read_appointment (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row)
{
  const char *app_type = caseness_statement_get_text (row, 5);
  CasenessAppointmentRow appointment = {
    .key = get_key (dictionary, row),
    .id = get_number (dictionary, row, 2),
    .date = get_int (row, 3, CASENESS_DATE_NONE),
    .time = get_int (row, 4, CASENESS_TIME_NONE),
    .app_type = app_type != NULL ? g_ascii_strtoull (app_type, NULL, 10) : 0,
    .therapy = get_number (dictionary, row, 6),
    .staff = get_number (dictionary, row, 7),
  };

  g_array_append_val (local->appointments, appointment);
}

static void
read_population (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row)
{
  const char *prevalence = caseness_statement_get_text (row, 4);
  char *end = NULL;
  CasenessPopulationRow population = {
    .area = get_number (dictionary, row, 0),
    .type = get_number (dictionary, row, 1),
    .group = get_number (dictionary, row, 2),
    .population = (double) caseness_statement_get_int (row, 3),
    .prevalence = prevalence != NULL ? g_ascii_strtod (prevalence, &end) : NAN,
    .population_source = get_number (dictionary, row, 5),
    .prevalence_source = get_number (dictionary, row, 6),
  };

  if (end != NULL && *end != '\0')
    population.prevalence = NAN;
  g_array_append_val (local->population, population);
}

static const struct
{
  const char *statement;
  ReadListRow read;
} lists[] = {
  { "select-local-staff", read_staff },
  { "select-local-referrals", read_referral },
  { "select-local-waiting", read_waiting },
  { "select-local-appointments", read_appointment },
  { "select-local-population", read_population },
};

static gboolean
read_list (CasenessLocal *local, CasenessStore *store, CasenessDictionary *dictionary, guint list,
           GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStatement) statement = caseness_store_prepare (store, lists[list].statement, error);
  CasenessStep step;

  if (statement == NULL)
    return FALSE;
  while ((step = caseness_statement_step (statement, cancellable, error)) == CASENESS_STEP_ROW)
    lists[list].read (local, dictionary, statement);
  return step == CASENESS_STEP_DONE;
}

CasenessLocal *
caseness_loader_read_lists (CasenessStore *store, CasenessDictionary *dictionary, GCancellable *cancellable,
                            GError **error)
{
  g_autoptr(CasenessLocal) local = caseness_local_new ();
  guint i;

  g_return_val_if_fail (store != NULL && dictionary != NULL, NULL);
  for (i = 0; i < G_N_ELEMENTS (lists); i++)
    if (!read_list (local, store, dictionary, i, cancellable, error))
      return NULL;
  return g_steal_pointer (&local);
}
