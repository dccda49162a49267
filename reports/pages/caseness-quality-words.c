/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-words.h"

#include "caseness-interval.h"
#include "caseness-staff-words.h"
#include "caseness-submission-calendar.h"

#include <glib/gi18n.h>
#include <string.h>

#define TREND_MONTHS 6
#define NOT_RECORDED "Not recorded"

static const struct
{
  const char *name;
  const char *meaning;
} lists[CASENESS_N_QUALITY_LISTS] = {
  [CASENESS_QUALITY_BROKEN_PATHWAYS]
  = { N_("Broken pathways"), N_("A new number starts a new pathway without history: the wait and the first scores are "
                                "lost, and the course may never count.") },
  [CASENESS_QUALITY_LATE_DISCHARGES]
  = { N_("Late discharge dates"), N_("A discharge sent in a later month without a follow-up is left out nationally, "
                                     "and so is the course.") },
  [CASENESS_QUALITY_NOT_SENT] = { N_("Open referrals no longer sent"),
                                  N_("Open here, missing from the latest month: nationally nobody waits.") },
  [CASENESS_QUALITY_NEGATIVE_WAITS]
  = { N_("Negative waits and dates in the wrong order"), N_("Something ends before it begins; such referrals have no "
                                                            "wait and no outcome.") },
  [CASENESS_QUALITY_SCORES] = { N_("Scores out of range"),
                                N_("A score that its questionnaire cannot give; it counts as no score at all.") },
};

const char *
caseness_quality_words_level (CasenessFindingLevel level)
{
  switch (level)
    {
    case CASENESS_FINDING_FILE:
      return _("File refused");
    case CASENESS_FINDING_RECORD:
      return _("Row refused");
    case CASENESS_FINDING_WARNING:
    default:
      return _("Warning");
    }
}

const char *
caseness_quality_words_list (CasenessQualityList list)
{
  g_return_val_if_fail (list < CASENESS_N_QUALITY_LISTS, NULL);
  return _(lists[list].name);
}

const char *
caseness_quality_words_list_meaning (CasenessQualityList list)
{
  g_return_val_if_fail (list < CASENESS_N_QUALITY_LISTS, NULL);
  return _(lists[list].meaning);
}

const char *
caseness_quality_words_item (guint item)
{
  guint n_items;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  g_return_val_if_fail (item < n_items, NULL);
  return g_dgettext (GETTEXT_PACKAGE, items[item].name);
}

char *
caseness_quality_words_share (CasenessQualityShare share)
{
  if (share.denominator < CASENESS_QUALITY_FEWEST)
    return g_strdup ("–");
  return g_strdup_printf ("%.1f%%", 100.0 * share.numerator / share.denominator);
}

char *
caseness_quality_words_counts (CasenessQualityShare share)
{
  /* Translators: how many have something recorded, of how many */
  return g_strdup_printf (_("%1$'u of %2$'u"), share.numerator, share.denominator);
}

char *
caseness_quality_words_interval (CasenessQualityShare share)
{
  CasenessInterval interval = caseness_interval_wilson (share.numerator, share.denominator, 0.95);

  if (share.denominator < CASENESS_QUALITY_FEWEST)
    return g_strdup ("");
  /* Translators: lower and upper limit of a share */
  return g_strdup_printf (_("%1$.1f%% to %2$.1f%%"), 100 * interval.lower, 100 * interval.upper);
}

char *
caseness_quality_words_standard (guint item, CasenessQualityShare share)
{
  guint n_items;
  const CasenessCompletenessItem *items = caseness_completeness_get_items (&n_items);

  g_return_val_if_fail (item < n_items, NULL);
  if (!(items[item].standard > 0))
    return g_strdup ("");
  if (caseness_quality_is_short (item, share))
    /* Translators: a standard that a share does not meet */
    return g_strdup_printf (_("%.0f%%, short"), 100 * items[item].standard);
  return g_strdup_printf ("%.0f%%", 100 * items[item].standard);
}

char *
caseness_quality_words_month (CasenessDate period_end)
{
  CasenessPeriod month;

  if (period_end == CASENESS_DATE_NONE)
    return g_strdup ("");
  month = (CasenessPeriod){ caseness_date_month_start (period_end), period_end };
  return caseness_period_format (&month);
}

char *
caseness_quality_words_refused (const CasenessQuality *quality)
{
  CasenessQualityHeadline headline;

  caseness_quality_get_headline (quality, &headline);
  if (quality->submissions->len == 0)
    return g_strdup (_("No month of this period is loaded"));
  if (headline.n_file > 0)
    return g_strdup_printf (ngettext ("The national system would refuse the whole file for %u fault",
                                      "The national system would refuse the whole file for %u faults",
                                      headline.n_file),
                            headline.n_file);
  if (headline.n_refused > 0)
    return g_strdup_printf (ngettext ("The national system would not take %u row of the latest month",
                                      "The national system would not take %u rows of the latest month",
                                      headline.n_refused),
                            headline.n_refused);
  return g_strdup (_("Nothing in the latest month would be refused, as far as can be judged here"));
}

char *
caseness_quality_words_windows (const CasenessQuality *quality)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint i;

  for (i = 0; i < quality->submissions->len; i++)
    {
      const CasenessQualitySubmission *row = &g_array_index (quality->submissions, CasenessQualitySubmission, i);
      g_autofree char *window = caseness_submission_calendar_describe (&row->month, quality->as_at);

      if (words->len > 0)
        g_string_append_c (words, ' ');
      if (quality->submissions->len > 1)
        g_string_append_printf (words, "%s: ", row->provider);
      g_string_append (words, window);
    }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
caseness_quality_words_rules (const CasenessQuality *quality)
{
  CasenessQualityHeadline headline;
  g_autofree char *rules = NULL;

  caseness_quality_get_headline (quality, &headline);
  if (headline.n_rules == 0)
    return g_strdup (_("No rule that can be judged here was broken"));
  rules = g_strdup_printf (ngettext ("%u rule was broken", "%u rules were broken", headline.n_rules),
                           headline.n_rules);
  /* Translators: %1$s is “3 rules were broken” */
  return g_strdup_printf (ngettext ("%1$s, %2$'u time in all", "%1$s, %2$'u times in all", headline.n_findings),
                          rules, headline.n_findings);
}

char *
caseness_quality_words_completeness (const CasenessQuality *quality)
{
  CasenessQualityHeadline headline;

  caseness_quality_get_headline (quality, &headline);
  if (headline.n_standards == 0)
    return g_strdup (_("Too few courses ended in this period for a standard to apply"));
  if (headline.n_short == 0)
    return g_strdup (_("Every item with a standard meets it"));
  return g_strdup_printf (ngettext ("%u of %u item with a standard is short of it",
                                    "%u of %u items with a standard are short of it", headline.n_standards),
                          headline.n_short, headline.n_standards);
}

char *
caseness_quality_words_lists (const CasenessQuality *quality)
{
  CasenessQualityHeadline headline;

  caseness_quality_get_headline (quality, &headline);
  if (headline.n_to_put_right == 0)
    return g_strdup (_("There is nothing to put right in these lists"));
  return g_strdup_printf (ngettext ("%'u row to put right in the source system",
                                    "%'u rows to put right in the source system", headline.n_to_put_right),
                          headline.n_to_put_right);
}

char *
caseness_quality_words_trend (const CasenessQuality *quality, const CasenessQualityRule *rule)
{
  g_autoptr(GString) words = g_string_new (NULL);
  guint n = quality->months->len, i;

  for (i = n > TREND_MONTHS ? n - TREND_MONTHS : 0; i < n; i++)
    g_string_append_printf (words, "%s%u", words->len > 0 ? " · " : "", rule->by_month[i]);
  return g_string_free (g_steal_pointer (&words), FALSE);
}

char *
caseness_quality_words_unread (const CasenessQuality *quality)
{
  if (quality->n_unread == 0)
    return NULL;
  /* Translators: %1$u people, %2$s a questionnaire */
  return g_strdup_printf (ngettext ("%1$u person has a problem measured by the %2$s, whose code no source gives: its "
                                    "scores cannot be read here and GAD-7 stands in.",
                                    "%1$u people have a problem measured by the %2$s, whose code no source gives: its "
                                    "scores cannot be read here and GAD-7 stands in.",
                                    quality->n_unread),
                          quality->n_unread, quality->unread);
}

static char *
dup_row (const CasenessQuality *quality, const CasenessFindingRow *finding)
{
  const char *file = caseness_dictionary_get (caseness_snapshot_get_dictionary (quality->snapshot), finding->file);

  if (finding->line == 0)
    return g_strdup (file);
  /* Translators: %1$s is a file, %2$u the line in it */
  return g_strdup_printf (_("%1$s, row %2$u"), file, finding->line);
}

char *
caseness_quality_words_where (const CasenessQuality *quality, const CasenessQualityFault *fault, guint number,
                              gboolean hides_names)
{
  if (fault->finding != NULL)
    return dup_row (quality, fault->finding);
  if (hides_names)
    /* Translators: stands for a reference in meeting mode */
    return g_strdup_printf (_("Person %u"), number);
  return g_strdup (caseness_snapshot_get_text (quality->snapshot, fault->pathway,
                                               CASENESS_PATHWAY_SERVICE_REQUEST_ID));
}

const char *
caseness_quality_words_split (CasenessQualitySplit split)
{
  static const char *const words[CASENESS_N_QUALITY_SPLITS] = {
    [CASENESS_QUALITY_BY_ITEM] = N_("Everybody"),     [CASENESS_QUALITY_BY_MONTH] = N_("Month"),
    [CASENESS_QUALITY_BY_PROVIDER] = N_("Provider"),  [CASENESS_QUALITY_BY_TEAM] = N_("Team"),
    [CASENESS_QUALITY_BY_CLINICIAN] = N_("Clinician"),
  };

  g_return_val_if_fail (split < CASENESS_N_QUALITY_SPLITS, NULL);
  return _(words[split]);
}

char *
caseness_quality_words_group (const CasenessQuality *quality, CasenessQualitySplit split, const char *label,
                              gboolean hides_names)
{
  if (*label == '\0' || strcmp (label, NOT_RECORDED) == 0)
    return g_strdup (split == CASENESS_QUALITY_BY_TEAM        ? _("No team recorded")
                     : split == CASENESS_QUALITY_BY_CLINICIAN ? _("No clinician recorded")
                                                              : _(NOT_RECORDED));
  if (split == CASENESS_QUALITY_BY_CLINICIAN)
    return caseness_staff_words_name (quality->snapshot, label, hides_names);
  if (split == CASENESS_QUALITY_BY_MONTH)
    {
      g_autofree char *day = g_strconcat (label, "-01", NULL);

      return caseness_quality_words_month (caseness_date_month_end (caseness_date_parse (day)));
    }
  return g_strdup (label);
}
