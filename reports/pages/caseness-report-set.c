/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-report-set.h"

#include "caseness-pack-words.h"

#include "caseness-journal-body.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define KINDS "reports"
#define FILTER "filter"
#define AUDIENCE "audience"
#define PERIOD "period"
#define INSIDE "inside"
#define OUTSIDE "outside"
#define PAPER "paper"

static const char *const paper_words[] = {
  [CASENESS_REPORT_LANDSCAPE] = "landscape",
  [CASENESS_REPORT_PORTRAIT] = "portrait",
};

static const char *const period_words[] = {
  [CASENESS_PERIOD_MONTH] = "month",
  [CASENESS_PERIOD_QUARTER] = "quarter",
  [CASENESS_PERIOD_FINANCIAL_YEAR] = "year",
  [CASENESS_PERIOD_ROLLING_YEAR] = "rolling-year",
};

void
caseness_report_set_free (CasenessReportSet *set)
{
  g_free (set->name);
  g_strfreev (set->kinds);
  caseness_filter_unref (set->filter);
  g_free (set);
}

static CasenessPeriodKind
parse_period (const char *word)
{
  guint i;

  for (i = 0; word != NULL && i < G_N_ELEMENTS (period_words); i++)
    if (strcmp (period_words[i], word) == 0)
      return i;
  return CASENESS_PERIOD_QUARTER;
}

static int
parse_paper (const char *word)
{
  guint i;

  for (i = 0; word != NULL && i < G_N_ELEMENTS (paper_words); i++)
    if (strcmp (paper_words[i], word) == 0)
      return (int) i;
  return CASENESS_REPORT_SET_AS_MADE;
}

/* `Team=North`, one a wanted value. */
static CasenessFilter *
parse_filter (char **words)
{
  CasenessFilter *filter = caseness_filter_new ();
  guint i;

  for (i = 0; words != NULL && words[i] != NULL; i++)
    {
      const char *sign = strchr (words[i], '=');
      g_autofree char *name = sign != NULL ? g_strndup (words[i], (gsize) (sign - words[i])) : NULL;
      CasenessDimension dimension;
      CasenessFilter *wider;

      if (name == NULL || !caseness_dimension_parse (name, &dimension))
        continue;
      wider = caseness_filter_with (filter, dimension, sign + 1);
      caseness_filter_unref (filter);
      filter = wider;
    }
  return filter;
}

static char **
write_filter (const CasenessFilter *filter)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();
  guint i, k;

  for (i = 0; i < caseness_dimension_count (); i++)
    {
      const char *const *values = caseness_filter_get_values (filter, i);

      for (k = 0; values[k] != NULL; k++)
        g_ptr_array_add (words, g_strdup_printf ("%s=%s", caseness_dimension_get_name (i), values[k]));
    }
  g_ptr_array_add (words, NULL);
  return (char **) g_ptr_array_steal (words, NULL);
}

static CasenessReportSet *
read_set (const CasenessJournalEntry *entry)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_parse (entry->body);
  g_auto(GStrv) filter = caseness_journal_body_get_list (body, FILTER);
  CasenessReportSet *set = g_new0 (CasenessReportSet, 1);

  set->name = g_strdup (entry->subject);
  set->kinds = caseness_journal_body_get_list (body, KINDS);
  set->filter = parse_filter (filter);
  set->is_for_inside = g_strcmp0 (caseness_journal_body_get_text (body, AUDIENCE), INSIDE) == 0;
  set->period = parse_period (caseness_journal_body_get_text (body, PERIOD));
  set->paper = parse_paper (caseness_journal_body_get_text (body, PAPER));
  return set;
}

GPtrArray *
caseness_report_set_list (CasenessJournal *journal)
{
  GPtrArray *sets = g_ptr_array_new_with_free_func ((GDestroyNotify) caseness_report_set_free);
  g_autoptr(GPtrArray) entries = caseness_journal_list (journal, CASENESS_RECORD_REPORT_SET);
  guint i;

  for (i = 0; i < entries->len; i++)
    g_ptr_array_add (sets, read_set (g_ptr_array_index (entries, i)));
  return sets;
}

CasenessReportSet *
caseness_report_set_find (CasenessJournal *journal, const char *name)
{
  const CasenessJournalEntry *entry = caseness_journal_get (journal, CASENESS_RECORD_REPORT_SET, name);

  return entry != NULL ? read_set (entry) : NULL;
}

char *
caseness_report_set_dup_body (const CasenessReportSet *set)
{
  g_autoptr(CasenessJournalBody) body = caseness_journal_body_new ();
  g_auto(GStrv) filter = write_filter (set->filter);

  caseness_journal_body_set_list (body, KINDS, (const char *const *) set->kinds);
  caseness_journal_body_set_list (body, FILTER, (const char *const *) filter);
  caseness_journal_body_set_text (body, AUDIENCE, set->is_for_inside ? INSIDE : OUTSIDE);
  caseness_journal_body_set_text (body, PERIOD, period_words[MIN (set->period, G_N_ELEMENTS (period_words) - 1)]);
  if (set->paper != CASENESS_REPORT_SET_AS_MADE)
    caseness_journal_body_set_text (body, PAPER, paper_words[set->paper]);
  return caseness_journal_body_to_text (body);
}

const char *
caseness_report_set_get_length (CasenessPeriodKind period)
{
  switch (period)
    {
    case CASENESS_PERIOD_MONTH:
      return _("The latest month");
    case CASENESS_PERIOD_QUARTER:
      return _("The latest quarter");
    case CASENESS_PERIOD_FINANCIAL_YEAR:
      return _("The financial year to date");
    case CASENESS_PERIOD_ROLLING_YEAR:
      return _("The latest twelve months");
    case CASENESS_PERIOD_CUSTOM:
    default:
      return NULL;
    }
}

char *
caseness_report_set_dup_words (const CasenessReportSet *set, gboolean hides_names)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *filter = caseness_pack_dup_filter (set->filter, !hides_names);
  const char *length = caseness_report_set_get_length (set->period);
  guint i;

  for (i = 0; set->kinds != NULL && set->kinds[i] != NULL; i++)
    {
      const CasenessReportKind *kind = caseness_report_kind_find (set->kinds[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", kind != NULL ? _(kind->title) : set->kinds[i]);
    }
  /* Translators: the reports of a set, how long a time, the filter, and for whom they are. */
  return g_strdup_printf (set->is_for_inside
                            ? _("%s. %s. Filter: %s. For the service itself, identifies people")
                            : _("%s. %s. Filter: %s. To be shared, identifies nobody"),
                          text->str, length != NULL ? length : "", filter);
}

static gboolean
find_request (const CasenessReportSet *set, CasenessSnapshot *snapshot, CasenessReportRequest *request, GError **error)
{
  CasenessDate end = caseness_snapshot_get_latest_period_end (snapshot);

  if (end == CASENESS_DATE_NONE)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                           _("No month is loaded. Import a submission, then make the reports."));
      return FALSE;
    }
  request->period = caseness_period_around (set->period, end);
  request->period.end = MIN (request->period.end, end);
  request->as_at = end;
  return TRUE;
}

static gboolean
save_report (const char *name, int paper, CasenessSnapshot *snapshot, const CasenessReportRequest *request, const char *folder,
             GPtrArray *files, GCancellable *cancellable, GError **error)
{
  const CasenessReportKind *kind = caseness_report_kind_find (name);
  g_autoptr(CasenessReport) report = NULL;
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;

  if (kind == NULL || kind->make == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _("This version of Caseness does not make the report “%s”. Take it out of the set."), name);
      return FALSE;
    }
  report = kind->make (snapshot, request, cancellable, error);
  if (report == NULL)
    return FALSE;
  if (paper != CASENESS_REPORT_SET_AS_MADE)
    caseness_report_set_paper (report, (CasenessReportPaper) paper);
  base = g_strdup_printf ("%s.pdf", caseness_report_get_file_name (report));
  path = g_build_filename (folder, base, NULL);
  if (!caseness_report_save (report, path, CASENESS_REPORT_PDF, cancellable, error))
    return FALSE;
  g_ptr_array_add (files, g_steal_pointer (&base));
  return TRUE;
}

GStrv
caseness_report_set_save (const CasenessReportSet *set, CasenessSnapshot *snapshot,
                          const CasenessReportRequest *request, CasenessJournal *journal, const char *folder,
                          CasenessReportSetProgress progress, gpointer user_data, GCancellable *cancellable,
                          GError **error)
{
  g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  CasenessReportRequest asked = { 0 };
  guint n = g_strv_length (set->kinds), i;

  if (request != NULL)
    asked = *request;
  else if (!find_request (set, snapshot, &asked, error))
    return NULL;
  asked.filter = set->filter;
  asked.journal = journal;
  asked.identifies = set->is_for_inside;
  if (g_mkdir_with_parents (folder, 0777) != 0)
    {
      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno), _("The folder “%s” could not be made: %s"), folder,
                   g_strerror (errno));
      return NULL;
    }
  for (i = 0; i < n; i++)
    {
      const CasenessReportKind *kind = caseness_report_kind_find (set->kinds[i]);

      if (progress != NULL)
        progress (i, n, kind != NULL ? _(kind->title) : set->kinds[i], user_data);
      if (!save_report (set->kinds[i], set->paper, snapshot, &asked, folder, files, cancellable, error))
        return NULL;
    }
  g_ptr_array_add (files, NULL);
  return (GStrv) g_ptr_array_steal (files, NULL);
}
