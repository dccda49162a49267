/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-sources.h"

#include "caseness-import.h"
#include "caseness-period.h"

#include <glib/gi18n.h>

/* What one file stands on. */
typedef struct
{
  guint n_submissions;
  CasenessDate last_period_end;
  GArray *receipts; /* gint64, each once */
} Sources;

static CasenessDate
get_day (const CasenessSource *source)
{
  g_autofree char *day = g_strndup (source->imported_at != NULL ? source->imported_at : "", 10);

  return caseness_date_parse (day);
}

static void
add_receipt (GArray *receipts, gint64 receipt)
{
  guint i;

  for (i = 0; i < receipts->len && g_array_index (receipts, gint64, i) < receipt; i++)
    ;
  if (i == receipts->len || g_array_index (receipts, gint64, i) != receipt)
    g_array_insert_val (receipts, i, receipt);
}

/* More lists than this are counted, so that the foot of a page stays one line; the receipt names them. */
#define MOST_NAMED 2

/* Lists loaded on one day stand together: "LOCReferral, LOCStaff loaded 3 Jul 2025". */
static void
describe_day (const GPtrArray *list, CasenessDate day, GString *text)
{
  g_autofree char *date = NULL;
  g_autoptr(GString) names = g_string_new (NULL);
  guint n_lists = 0;
  guint i;

  for (i = 0; i < list->len; i++)
    {
      const CasenessSource *source = g_ptr_array_index (list, i);

      if (!source->is_list || get_day (source) != day)
        continue;
      n_lists++;
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", source->name);
    }
  if (n_lists > MOST_NAMED)
    g_string_printf (names, ngettext ("%u local list", "%u local lists", n_lists), n_lists);
  if (text->len > 0)
    g_string_append (text, _("; "));
  if (day == CASENESS_DATE_NONE)
    {
      g_string_append (text, names->str);
      return;
    }
  date = caseness_date_format_short (day);
  /* Translators: local lists, named or counted, and the day they were loaded. */
  g_string_append_printf (text, _("%s loaded %s"), names->str, date);
}

static gboolean
is_first_of_day (const GPtrArray *list, guint index)
{
  guint i;

  for (i = 0; i < index; i++)
    {
      const CasenessSource *source = g_ptr_array_index (list, i);

      if (source->is_list && get_day (source) == get_day (g_ptr_array_index (list, index)))
        return FALSE;
    }
  return TRUE;
}

static char *
describe_lists (const GPtrArray *list)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < list->len; i++)
    {
      const CasenessSource *source = g_ptr_array_index (list, i);

      if (source->is_list && is_first_of_day (list, i))
        describe_day (list, get_day (source), text);
    }
  return g_string_free (text, FALSE);
}

static void
add_source (Sources *sources, const CasenessSource *source)
{
  add_receipt (sources->receipts, source->import_id);
  if (source->is_list)
    return;
  sources->n_submissions++;
  sources->last_period_end = MAX (sources->last_period_end, source->period_end);
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
  return g_strdup_printf (ngettext ("%u submission to %s", "%u submissions to %s", sources->n_submissions),
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

char *
caseness_sources_describe (const GPtrArray *list)
{
  g_autoptr(GArray) receipts = g_array_new (FALSE, FALSE, sizeof (gint64));
  Sources sources = { .last_period_end = CASENESS_DATE_NONE, .receipts = receipts };
  g_autofree char *submissions = NULL, *lists = NULL, *numbers = NULL;
  guint i;

  g_return_val_if_fail (list != NULL, NULL);
  for (i = 0; i < list->len; i++)
    add_source (&sources, g_ptr_array_index (list, i));
  submissions = describe_submissions (&sources);
  if (list->len == 0)
    return g_steal_pointer (&submissions);
  lists = describe_lists (list);
  numbers = describe_receipts (receipts);
  if (*lists == '\0')
    return g_strjoin (_("; "), submissions, numbers, NULL);
  return g_strjoin (_("; "), submissions, lists, numbers, NULL);
}
