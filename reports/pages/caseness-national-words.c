/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-national-words.h"

#include "caseness-figure-words.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define DASH "–"

/* A sign for each verdict, since colour never says it alone. */
static const char *const signs[CASENESS_N_AGREEMENTS] = {
  [CASENESS_AGREEMENT_SAME] = "=",           [CASENESS_AGREEMENT_WITHIN_ROUNDING] = "≈",
  [CASENESS_AGREEMENT_DIFFERENT] = "≠",      [CASENESS_AGREEMENT_SUPPRESSED] = "∗",
  [CASENESS_AGREEMENT_NOT_PUBLISHED] = DASH, [CASENESS_AGREEMENT_NOT_COMPUTED] = DASH,
};

char *
caseness_national_words_choice (const CasenessNationalChoice *choice)
{
  g_autofree char *period = NULL;

  if (choice == NULL)
    return g_strdup (_ ("England"));
  period = caseness_period_format (&choice->period);
  /* Translators: the name of a published file, then the period it is of. */
  return g_strdup_printf (_ ("%s, %s"), choice->file, period);
}

/* "7 of 12 headline measures print the same; 5 differ, 4 of them higher here" */
static char *
describe_share (const CasenessNationalShare *share, gboolean only_headlines)
{
  guint n = share->n_agree + share->n_differ;

  if (n == 0)
    return g_strdup (_ ("Nothing of this period is published to compare with"));
  if (share->n_differ == 0)
    return g_strdup_printf (only_headlines ? ngettext ("The one headline figure prints the same",
                                                       "All %'u headline figures print the same", n)
                                           : ngettext ("The one figure prints the same",
                                                       "All %'u figures print the same", n),
                            n);
  /* Translators: four numbers of figures: that agree, of all, that differ, higher here. */
  return g_strdup_printf (only_headlines
                            ? ngettext ("%1$'u of %2$'u headline figures print the same; %3$'u differs, %4$'u higher here",
                                        "%1$'u of %2$'u headline figures print the same; %3$'u differ, %4$'u of them "
                                        "higher here", share->n_differ)
                            : ngettext ("%1$'u of %2$'u figures print the same; %3$'u differs, %4$'u higher here",
                                        "%1$'u of %2$'u figures print the same; %3$'u differ, %4$'u of them higher here",
                                        share->n_differ),
                          share->n_agree, n, share->n_differ, share->n_higher);
}

char *
caseness_national_words_title (const CasenessNational *national, gboolean only_headlines)
{
  CasenessNationalShare share;

  g_return_val_if_fail (national != NULL, NULL);
  if (national->comparisons == NULL)
    return g_strdup (_ ("Our figures beside England’s"));
  share = caseness_national_count (national, only_headlines);
  return describe_share (&share, only_headlines);
}

char *
caseness_national_words_subtitle (const CasenessNational *national)
{
  g_autofree char *period = NULL;

  g_return_val_if_fail (national != NULL, NULL);
  if (national->comparisons == NULL)
    return g_strdup (_ ("England is not one service among others: a gap is a question, not a verdict. Load a published "
                        "file to see whether our own figures agree with what was published of us."));
  period = caseness_period_format (&national->comparisons->period);
  if (national->comparisons->is_partial)
    /* Translators: a period. */
    return g_strdup_printf (_ ("%s, of which not every month is loaded here, so that our counts must be lower. Rounded "
                               "as the published file is: counts to 5, percentages from exact counts."),
                            period);
  /* Translators: a period. */
  return g_strdup_printf (_ ("%s, the whole provider. Rounded as the published file is: counts to 5, none under 5, "
                             "percentages from exact counts."),
                          period);
}

char *
caseness_national_words_name (const CasenessMeasure *measure)
{

  if (measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    /* Translators: the name of a measure that is a percentage, to be told from the count of the same name. */
    return g_strdup_printf (_ ("%s, %%"), measure->title);
  return g_strdup (measure->title);
}

char *
caseness_national_words_measure (const CasenessComparison *row)
{
  g_return_val_if_fail (row != NULL, NULL);
  return row->measure != NULL ? caseness_national_words_name (row->measure) : g_strdup (row->published->measure);
}

char *
caseness_national_words_group (const CasenessComparison *row)
{
  g_return_val_if_fail (row != NULL, NULL);
  if (strcmp (row->published->variable, CASENESS_VARIABLE_TOTAL) == 0)
    return g_strdup (_ ("Everybody"));
  return g_strdup_printf ("%s: %s", row->variable, row->group);
}

char *
caseness_national_words_exact (const CasenessComparison *row)
{
  g_return_val_if_fail (row != NULL, NULL);
  return row->measure != NULL ? caseness_figure_words_value (row->measure, &row->ours) : g_strdup (DASH);
}

const char *
caseness_national_words_printed (const char *text)
{
  return text == NULL || text[0] == '\0' ? DASH : text;
}

char *
caseness_national_words_verdict (CasenessAgreement verdict)
{
  g_return_val_if_fail (verdict < CASENESS_N_AGREEMENTS, NULL);
  return g_strdup_printf ("%s %s", signs[verdict], caseness_agreement_get_words (verdict));
}

char *
caseness_national_words_england (const CasenessNationalEngland *row)
{
  const CasenessFigure england = { NAN, NAN, row->england.value };

  /* Its counts are not known, of which a percentage is usually made. */
  if (row->measure->statistic == CASENESS_STATISTIC_PERCENTAGE)
    /* Translators: a percentage. */
    return g_strdup_printf (_ ("%.1f%%"), row->england.value);
  return caseness_figure_words_value (row->measure, &england);
}

char *
caseness_national_words_gap (double gap)
{
  double size = fabs (gap);
  gboolean is_whole = size == floor (size);

  if (isnan (gap))
    return g_strdup (DASH);
  if (is_whole)
    return g_strdup_printf ("%s%'.0f", gap > 0 ? "+" : gap < 0 ? "−" : "", size);
  return g_strdup_printf ("%s%'.1f", gap > 0 ? "+" : "−", size);
}

char *
caseness_national_words_sum (const CasenessIdentitySummary *row)
{
  g_autoptr(GString) words = g_string_new (row->words);

  g_string_replace (words, "<=", "≤", 0);
  return g_strdup (words->str);
}

char *
caseness_national_words_identities (const CasenessNational *national)
{
  guint n_broken = 0, i;

  g_return_val_if_fail (national != NULL, NULL);
  for (i = 0; i < national->identities->len; i++)
    {
      const CasenessIdentitySummary *row = &g_array_index (national->identities, CasenessIdentitySummary, i);

      n_broken += row->n_holds < row->n_months;
    }
  if (n_broken == 0)
    return g_strdup (_ ("All identities hold on our figures"));
  return g_strdup_printf (ngettext ("%u identity does not hold in every month",
                                    "%u identities do not hold in every month", n_broken),
                          n_broken);
}

char *
caseness_national_words_holds (const CasenessIdentitySummary *identity)
{
  g_return_val_if_fail (identity != NULL, NULL);
  /* Translators: months in which something holds, of months. */
  return g_strdup_printf (_ ("%u of %u"), identity->n_holds, identity->n_months);
}

char *
caseness_national_words_doubts (const GPtrArray *checks)
{
  guint n = 0, i;

  g_return_val_if_fail (checks != NULL, NULL);
  for (i = 0; i < checks->len; i++)
    n += ((const CasenessDoubtCheck *) g_ptr_array_index (checks, i))->moves->len > 0;
  if (n == 0)
    return g_strdup (_ ("No rule in doubt matters to this service"));
  return g_strdup_printf (ngettext ("%u rule in doubt moves a figure here", "%u rules in doubt move figures here", n), n);
}

/* A headline measure says most; else the first that moves. */
static const CasenessDoubtMove *
find_telling (const CasenessDoubtCheck *check)
{
  guint i;

  for (i = 0; i < check->moves->len; i++)
    {
      const CasenessDoubtMove *move = &g_array_index (check->moves, CasenessDoubtMove, i);

      if (caseness_national_is_headline (move->measure->id) && !isnan (move->difference))
        return move;
    }
  return &g_array_index (check->moves, CasenessDoubtMove, 0);
}

char *
caseness_national_words_move (const CasenessDoubtCheck *check)
{
  const CasenessDoubtMove *move;
  g_autofree char *gap = NULL;

  g_return_val_if_fail (check != NULL, NULL);
  if (check->moves->len == 0)
    return g_strdup (_ ("no change"));
  move = find_telling (check);
  gap = caseness_national_words_gap (move->difference);
  return g_strdup_printf ("%s %s", move->measure->id, gap);
}

char *
caseness_national_words_more (const CasenessDoubtCheck *check)
{
  g_return_val_if_fail (check != NULL, NULL);
  if (check->moves->len < 2)
    return NULL;
  /* Translators: how many other figures move. */
  return g_strdup_printf (ngettext ("%u more", "%u more", check->moves->len - 1), check->moves->len - 1);
}

char *
caseness_national_words_moves (const CasenessDoubtCheck *check, gboolean tells_exactly)
{
  g_autofree char *move = tells_exactly || check->moves->len == 0 ? caseness_national_words_move (check)
                                                                  : g_strdup (find_telling (check)->measure->id);
  g_autofree char *more = caseness_national_words_more (check);

  /* Translators: the id of a measure and maybe by how much it moves; how many others move. */
  return more != NULL ? g_strdup_printf (_ ("%s, %s"), move, more) : g_steal_pointer (&move);
}

char *
caseness_national_words_differences (const CasenessDifferences *differences, gboolean tells_exactly)
{
  guint most = 0, i;

  g_return_val_if_fail (differences != NULL, NULL);
  if (differences->n_differing == 0 && !tells_exactly)
    return g_strdup (_ ("All pathways agree with the extract"));
  if (differences->n_differing == 0)
    return g_strdup_printf (ngettext ("The one pathway agrees with the extract",
                                      "All %'u pathways agree with the extract", differences->n_compared),
                            differences->n_compared);
  for (i = 1; i < CASENESS_N_DIFFERENCE_REASONS; i++)
    if (differences->n_pathways[i] > differences->n_pathways[most])
      most = i;
  if (!tells_exactly)
    /* Translators: the reason most of them have: “Broken pathway”. */
    return g_strdup_printf (_ ("Some pathways differ, most often: %s"), caseness_difference_reason_get_title (most));
  /* Translators: a number of pathways, then the reason most of them have: “Broken pathway”. */
  return g_strdup_printf (ngettext ("%'u pathway differs: %s", "%'u pathways differ, most often: %s",
                                    differences->n_differing),
                          differences->n_differing, caseness_difference_reason_get_title (most));
}

const char *
caseness_national_words_obtain (void)
{
  return _ ("Every month NHS England publishes “NHS Talking Therapies Monthly Statistics” on the website of NHS England "
            "Digital, about two to three months after the month ends: take the CSV file called activity and "
            "performance. Once a year “NHS Talking Therapies Annual Reports” brings the main CSV file. Load either as "
            "it is.");
}

const char *
caseness_national_words_obtain_extract (void)
{
  return _ ("After the submission window closes, whoever submits for the service can download the post-deadline extract "
            "from the Strategic Data Collection Service. Choose the folder that holds its tables, or drop its archive here. It "
            "is compared and not kept.");
}
