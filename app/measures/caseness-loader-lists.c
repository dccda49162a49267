/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-loader.h"

#include "caseness-period.h"

#include <glib/gi18n.h>

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

static void
read_staff (CasenessLocal *local, CasenessDictionary *dictionary, CasenessStatement *row)
{
  CasenessStaffRow staff = {
    .key = get_key (dictionary, row),
    .name = get_number (dictionary, row, 2),
    .role = get_number (dictionary, row, 3),
    .team = get_number (dictionary, row, 4),
    .supervisor = get_number (dictionary, row, 5),
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

static const struct
{
  const char *statement;
  ReadListRow read;
} lists[] = {
  { "select-local-staff", read_staff },
  { "select-local-referrals", read_referral },
  { "select-local-waiting", read_waiting },
  { "select-local-appointments", read_appointment },
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

/* What one file stands on, gathered from the rows of select-sources. */
typedef struct
{
  guint n_submissions;
  guint n_lists;
  CasenessDate last_period_end;
  GString *lists;
  GArray *receipts; /* gint64, each once */
} Sources;

static void
add_receipt (GArray *receipts, gint64 receipt)
{
  guint i;

  for (i = 0; i < receipts->len && g_array_index (receipts, gint64, i) < receipt; i++)
    ;
  if (i == receipts->len || g_array_index (receipts, gint64, i) != receipt)
    g_array_insert_val (receipts, i, receipt);
}

/* "LOCStaff loaded 3 Jul 2025" */
static void
add_list (GString *text, const char *name, const char *imported_at)
{
  g_autofree char *day = g_strndup (imported_at != NULL ? imported_at : "", 10);
  CasenessDate date = caseness_date_parse (day);
  g_autofree char *words = caseness_date_format_short (date);

  if (text->len > 0)
    g_string_append (text, _(", "));
  if (date == CASENESS_DATE_NONE)
    g_string_append (text, name);
  else
    /* Translators: a local list's file name and the day it was loaded. */
    g_string_append_printf (text, _("%s loaded %s"), name, words);
}

static void
add_source (Sources *sources, CasenessStatement *row)
{
  gboolean is_list = caseness_statement_get_int (row, 0) != 0;

  add_receipt (sources->receipts, caseness_statement_get_int (row, 3));
  if (is_list)
    {
      sources->n_lists++;
      add_list (sources->lists, caseness_statement_get_text (row, 1), caseness_statement_get_text (row, 4));
      return;
    }
  sources->n_submissions++;
  sources->last_period_end = MAX (sources->last_period_end, get_int (row, 2, CASENESS_DATE_NONE));
}

static char *
describe_submissions (const Sources *sources)
{
  CasenessPeriod month;
  g_autofree char *words = NULL;

  if (sources->n_submissions == 0)
    return g_strdup (_("No submissions"));
  month = caseness_period_around (CASENESS_PERIOD_MONTH, sources->last_period_end);
  words = caseness_period_format (&month);
  /* Translators: how many monthly submissions, and the latest month. */
  return g_strdup_printf (ngettext ("%u submission, to %s", "%u submissions, to %s", sources->n_submissions),
                          sources->n_submissions, words);
}

static char *
describe_receipts (GArray *receipts)
{
  GString *numbers = g_string_new (NULL);
  g_autofree char *words = NULL;
  guint i;

  for (i = 0; i < receipts->len; i++)
    g_string_append_printf (numbers, "%s%" G_GINT64_FORMAT, i == 0 ? "" : _(", "),
                            g_array_index (receipts, gint64, i));
  words = g_string_free (numbers, FALSE);
  /* Translators: the numbers of the import receipts, one or several. */
  return g_strdup_printf (ngettext ("receipt %s", "receipts %s", receipts->len), words);
}

static char *
describe (const Sources *sources)
{
  g_autofree char *submissions = describe_submissions (sources);
  g_autofree char *receipts = NULL;

  if (sources->receipts->len == 0)
    return g_steal_pointer (&submissions);
  receipts = describe_receipts (sources->receipts);
  if (sources->n_lists == 0)
    return g_strjoin (_("; "), submissions, receipts, NULL);
  return g_strjoin (_("; "), submissions, sources->lists->str, receipts, NULL);
}

char *
caseness_loader_describe_sources (CasenessStore *store, guint *n_sources, GCancellable *cancellable, GError **error)
{
  g_autoptr(CasenessStatement) statement = NULL;
  g_autoptr(GString) lists_text = g_string_new (NULL);
  g_autoptr(GArray) receipts = g_array_new (FALSE, FALSE, sizeof (gint64));
  Sources sources = { .last_period_end = CASENESS_DATE_NONE, .lists = lists_text, .receipts = receipts };
  CasenessStep step;

  g_return_val_if_fail (store != NULL && n_sources != NULL, NULL);
  statement = caseness_store_prepare (store, "select-sources", error);
  if (statement == NULL)
    return NULL;
  while ((step = caseness_statement_step (statement, cancellable, error)) == CASENESS_STEP_ROW)
    add_source (&sources, statement);
  if (step == CASENESS_STEP_ERROR)
    return NULL;
  *n_sources = sources.n_submissions + sources.n_lists;
  return describe (&sources);
}
