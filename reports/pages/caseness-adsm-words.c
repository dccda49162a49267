/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-words.h"

#include "caseness-group-words.h"
#include "caseness-staff-words.h"
#include "caseness-therapy.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define SECONDS_OF_MINUTE 60
#define MINUTES_OF_HOUR 60

static const char *const split_words[CASENESS_N_ADSM_SPLITS] = {
  [CASENESS_ADSM_BY_PROBLEM] = N_("Problem descriptor"),
  [CASENESS_ADSM_BY_CLINICIAN] = N_("Clinician"),
  [CASENESS_ADSM_BY_TEAM] = N_("Team"),
  [CASENESS_ADSM_BY_THERAPY] = N_("Therapy"),
  [CASENESS_ADSM_BY_MONTH] = N_("Month"),
};

static const char *const lack_words[CASENESS_N_ADSM_LACKS] = {
  [CASENESS_ADSM_NEVER] = N_("never had it"),
  [CASENESS_ADSM_OTHER] = N_("another one instead"),
  [CASENESS_ADSM_NOT_LAST] = N_("not at the last session"),
};

const char *
caseness_adsm_words_split (CasenessAdsmFamily family, CasenessAdsmSplit split)
{
  g_return_val_if_fail (split < CASENESS_N_ADSM_SPLITS, NULL);

  if (family == CASENESS_ADSM_CONDITIONS && split == CASENESS_ADSM_BY_PROBLEM)
    return _("Measure of a long-term condition");
  return _(split_words[split]);
}

const char *
caseness_adsm_words_lack (CasenessAdsmLack lack)
{
  g_return_val_if_fail (lack < CASENESS_N_ADSM_LACKS, NULL);

  return _(lack_words[lack]);
}

char *
caseness_adsm_words_percent (double percent)
{
  return isnan (percent) ? g_strdup ("–") : caseness_chart_format_value (CASENESS_CHART_PERCENT, percent);
}

char *
caseness_adsm_words_limits (const CasenessInterval *percent)
{
  /* Translators: the ends of an interval: "48.8 to 51.8". */
  return isnan (percent->value) ? g_strdup ("") : g_strdup_printf (_("%.1f to %.1f"), percent->lower, percent->upper);
}

static char *
name_row (const CasenessAdsmUse *use, guint i, gboolean hides_names)
{
  const CasenessAdsm *row = g_ptr_array_index (use->rows, i);

  if (use->split == CASENESS_ADSM_BY_PROBLEM && use->family != CASENESS_ADSM_CONDITIONS)
    return caseness_group_words_problem (row->group);
  if (use->split == CASENESS_ADSM_BY_CLINICIAN)
    return caseness_staff_words_name (use->snapshot, row->group, hides_names);
  if (use->split == CASENESS_ADSM_BY_THERAPY)
    return g_strdup (g_dgettext (GETTEXT_PACKAGE, caseness_therapy_get_name (row->group)));
  return g_strdup (g_dgettext (GETTEXT_PACKAGE, row->group));
}

char **
caseness_adsm_words_labels (const CasenessAdsmUse *use, gboolean hides_names)
{
  g_autoptr(GStrvBuilder) labels = g_strv_builder_new ();
  guint i;

  g_return_val_if_fail (use != NULL, NULL);

  for (i = 0; i < use->rows->len; i++)
    {
      g_autofree char *label = name_row (use, i, hides_names);

      g_strv_builder_add (labels, label);
    }
  return g_strv_builder_end (labels);
}

/* Of the rows that are large enough and have a measure that can be read, those paired least and most often. */
static gboolean
find_ends (const CasenessAdsmUse *use, guint *least, guint *most)
{
  guint n = 0, i;

  for (i = 0; i < use->rows->len; i++)
    {
      const CasenessAdsm *row = g_ptr_array_index (use->rows, i);
      double share = caseness_adsm_get_paired (row).value;

      if (row->should_have < CASENESS_ADSM_FEWEST || row->unreadable == row->should_have)
        continue;
      if (n == 0 || share < caseness_adsm_get_paired (g_ptr_array_index (use->rows, *least)).value)
        *least = i;
      if (n == 0 || share > caseness_adsm_get_paired (g_ptr_array_index (use->rows, *most)).value)
        *most = i;
      n++;
    }
  return n > 1 && *least != *most;
}

/* Problems may be told apart in a heading; people and teams are not. */
char *
caseness_adsm_words_title (const CasenessAdsmUse *use)
{
  guint least = 0, most = 0;
  g_autofree char *all = NULL;

  g_return_val_if_fail (use != NULL, NULL);

  if (use->total.should_have == 0)
    return g_strdup (_("No finished course was of a problem or condition with such a measure"));
  if (use->split == CASENESS_ADSM_BY_PROBLEM && find_ends (use, &least, &most))
    {
      CasenessInterval low = caseness_adsm_get_paired (g_ptr_array_index (use->rows, least));
      CasenessInterval high = caseness_adsm_get_paired (g_ptr_array_index (use->rows, most));
      g_autofree char *least_share = caseness_adsm_words_percent (low.value);
      g_autofree char *most_share = caseness_adsm_words_percent (high.value);
      g_autofree char *least_name = name_row (use, least, FALSE);
      g_autofree char *most_name = name_row (use, most, FALSE);

      /* Translators: a problem and a share, twice: "Agoraphobia: 34.4% are paired; Social phobias: 76.7%". */
      return g_strdup_printf (_("%s: %s are paired; %s: %s"), least_name, least_share, most_name, most_share);
    }
  all = caseness_adsm_words_percent (caseness_adsm_get_paired (&use->total).value);
  /* Several of these stand on one sheet, and each says which it is. */
  if (use->split == CASENESS_ADSM_BY_CLINICIAN)
    return g_strdup_printf (_("Clinician by clinician: in all, %s of %'u courses are paired"), all, use->total.should_have);
  if (use->split == CASENESS_ADSM_BY_TEAM)
    return g_strdup_printf (_("Team by team: in all, %s of %'u courses are paired"), all, use->total.should_have);
  if (use->split == CASENESS_ADSM_BY_THERAPY)
    return g_strdup_printf (_("Therapy by therapy: in all, %s of %'u courses are paired"), all, use->total.should_have);
  if (use->split == CASENESS_ADSM_BY_MONTH)
    return g_strdup_printf (_("Month by month: in all, %s of %'u courses are paired"), all, use->total.should_have);
  if (use->family == CASENESS_ADSM_CONDITIONS)
    return g_strdup_printf (_("Long-term conditions: of %'u courses that should have had a measure for one, %s are paired"),
                            use->total.should_have, all);
  return g_strdup_printf (_("Of %'u courses that should have had a specific measure, %s are paired"),
                          use->total.should_have, all);
}

char *
caseness_adsm_words_open (const CasenessAdsmUse *use, const char *count)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (use != NULL && count != NULL, NULL);

  day = caseness_date_format_short (use->as_at);
  /* Translators: the first is a day, the second how many cases */
  return g_strdup_printf (_("Open cases missing it on %s: %s"), day, count);
}

char *
caseness_adsm_words_cases (const CasenessAdsmUse *use)
{
  g_return_val_if_fail (use != NULL, NULL);

  return g_strdup_printf (_("%u never had it, %u had another one instead, %u not at the last session."),
                          use->n_cases[CASENESS_ADSM_NEVER], use->n_cases[CASENESS_ADSM_OTHER],
                          use->n_cases[CASENESS_ADSM_NOT_LAST]);
}

char *
caseness_adsm_words_when (const CasenessAdsmUse *use, CasenessAdsmWhen when)
{
  g_autoptr(GArray) cases = NULL;
  g_autofree char *day = NULL;
  CasenessDate next;

  g_return_val_if_fail (use != NULL && when < CASENESS_N_ADSM_WHENS, NULL);

  cases = caseness_adsm_use_pick_cases (use, when, NULL);
  next = caseness_adsm_use_get_next_day (use);
  switch (when)
    {
    case CASENESS_ADSM_WHEN_NEXT_DAY:
      if (next == CASENESS_DATE_NONE)
        return g_strdup (_("Seen on the next day: nobody"));
      day = caseness_date_format_long (next);
      return g_strdup_printf (_("Seen on %s: %'u"), day, cases->len);
    case CASENESS_ADSM_WHEN_WEEK:
      return g_strdup_printf (_("Seen within seven days: %'u"), cases->len);
    case CASENESS_ADSM_WHEN_UNKNOWN:
      return g_strdup_printf (_("No appointment booked: %'u"), cases->len);
    case CASENESS_ADSM_WHEN_EVER:
    default:
      return g_strdup_printf (_("All open cases: %'u"), cases->len);
    }
}

char *
caseness_adsm_words_time (const CasenessAdsmCase *found)
{
  int minutes;

  g_return_val_if_fail (found != NULL, NULL);

  minutes = found->next_time / SECONDS_OF_MINUTE;
  return found->next_time == CASENESS_TIME_NONE
             ? g_strdup ("")
             : g_strdup_printf ("%02d:%02d", minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
}

char *
caseness_adsm_words_seen (const CasenessAdsmCase *found)
{
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;

  g_return_val_if_fail (found != NULL, NULL);

  if (found->next == CASENESS_DATE_NONE)
    return g_strdup (_("no date"));
  day = caseness_date_format_short (found->next);
  time = caseness_adsm_words_time (found);
  return *time == '\0' ? g_steal_pointer (&day) : g_strdup_printf ("%s, %s", day, time);
}

static char *
say_recorded (const CasenessAdsmDescriptors *descriptors)
{
  g_autofree char *share = caseness_adsm_words_percent (descriptors->share.value);

  return g_strdup_printf (_("%s of %'u courses; the benchmark is %.0f%%."), share, descriptors->courses,
                          descriptors->standard);
}

char *
caseness_adsm_words_descriptors (const CasenessAdsmDescriptors *descriptors)
{
  g_autofree char *share = NULL;

  g_return_val_if_fail (descriptors != NULL, NULL);

  share = caseness_adsm_words_percent (descriptors->share.value);
  if (descriptors->courses == 0)
    return g_strdup (_("Problem descriptors: no course was finished"));
  if (descriptors->share.value >= descriptors->standard)
    return g_strdup_printf (_("Problem descriptors: %s recorded, the benchmark of %.0f%% is met"), share,
                            descriptors->standard);
  return g_strdup_printf (_("Problem descriptors: %s recorded, below the benchmark of %.0f%%"), share,
                          descriptors->standard);
}

CasenessAdsmFinding
caseness_adsm_words_finding (const CasenessAdsmDescriptors *descriptors, guint i)
{
  const CasenessAdsmFinding findings[CASENESS_N_ADSM_FINDINGS] = {
    { _("Recorded"), descriptors->recorded, NULL },
    { _("Missing"), descriptors->missing, _("No problem descriptor at all.") },
    { _("Cannot be read"), descriptors->invalid, _("Not a code the national rules accept.") },
    { _("Mixed anxiety and depression"), descriptors->mixed, NULL },
    { _("Changed"), descriptors->changed, _("More than one primary problem over time.") },
  };
  CasenessAdsmFinding finding = { 0 };

  g_return_val_if_fail (i < CASENESS_N_ADSM_FINDINGS, finding);

  finding = findings[i];
  if (finding.meaning != NULL)
    finding.meaning = g_strdup (finding.meaning);
  else if (i == 0)
    finding.meaning = say_recorded (descriptors);
  else
    finding.meaning = g_strdup_printf (_("%u of them with both first PHQ-9 and GAD-7 at caseness, where a single "
                                         "problem is likelier."),
                                       descriptors->mixed_at_caseness);
  return finding;
}
