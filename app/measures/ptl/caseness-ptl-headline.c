/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-headline.h"

#include "caseness-ptl-private.h"

#include <glib/gi18n.h>
#include <string.h>

static const char *const stage_phrases[CASENESS_N_STAGES] = {
  /* Translators: these five follow "waiting for". */
  [CASENESS_STAGE_FIRST_APPOINTMENT] = N_("a first appointment"),
  [CASENESS_STAGE_FIRST_TREATMENT] = N_("a first treatment"),
  [CASENESS_STAGE_SECOND_TREATMENT] = N_("a second treatment"),
  [CASENESS_STAGE_STEP_UP] = N_("a step up"),
  [CASENESS_STAGE_FOLLOW_UP] = N_("a follow-up"),
};

const char *
caseness_stage_get_phrase (CasenessStage stage)
{
  g_return_val_if_fail (stage < CASENESS_N_STAGES, "");
  return _(stage_phrases[stage]);
}

/* The therapy that most of those past their breach date wait for; NULL when none is recorded. */
static const CasenessPtlRow *
find_busiest (const CasenessPtlGrid *grid)
{
  const CasenessPtlRow *busiest = NULL;
  guint i;

  for (i = 0; i < grid->rows->len; i++)
    {
      const CasenessPtlRow *row = g_ptr_array_index (grid->rows, i);

      if (row->n_past > 0 && strcmp (row->label, CASENESS_GROUP_NOT_RECORDED) != 0
          && (busiest == NULL || row->n_past > busiest->n_past))
        busiest = row;
    }
  return busiest;
}

static char *
describe_waiting (guint n, const char *phrase)
{
  /* Translators: how many people, and what for: "339 people are waiting for a first treatment". */
  return g_strdup_printf (ngettext ("%u person is waiting for %s", "%u people are waiting for %s", n), n, phrase);
}

/* Nobody late, or nothing that one could be late for. */
static char *
describe_on_time (const CasenessPtl *ptl, guint n, const char *phrase)
{
  g_autofree char *waiting = describe_waiting (n, phrase);
  int longest = MAX (caseness_ptl_get_longest_wait (ptl), 0);

  if (caseness_ptl_get_standard (ptl) != CASENESS_NO_STANDARD)
    /* Translators: follows "339 people are waiting for a first treatment". */
    return g_strdup_printf (_("%s; nobody is past the breach date."), waiting);
  /* Translators: follows "5 people are waiting for a follow-up"; the number is days. */
  return g_strdup_printf (ngettext ("%s; the longest wait is %d day.", "%s; the longest wait is %d days.", longest),
                          waiting, longest);
}

static char *
describe_late (const CasenessPtl *ptl, guint n, const char *phrase)
{
  g_autoptr(CasenessPtlGrid) grid
    = caseness_ptl_count (ptl, CASENESS_PTL_SPLIT_THERAPY, CASENESS_PTL_SPLIT_ALL, NULL);
  const CasenessPtlRow *busiest = find_busiest (grid);
  guint n_past = caseness_ptl_get_n_past (ptl);
  g_autofree char *late = NULL;

  /* Translators: how many are late, of how many, waiting for what: "40 of 339 people waiting for a first treatment". */
  late = g_strdup_printf (ngettext ("%u of %u person waiting for %s is past the breach date",
                                    "%u of %u people waiting for %s are past their breach date", n),
                          n_past, n, phrase);
  if (busiest == NULL || n_past < 2)
    return g_strconcat (late, ".", NULL);
  if (busiest->n_past == n_past)
    /* Translators: follows "40 of 339 people … are past their breach date"; a therapy. */
    return g_strdup_printf (_("%s, all waiting for %s."), late, busiest->label);
  /* Translators: follows "40 of 339 people … are past their breach date"; 23 of the 40, and a therapy. */
  return g_strdup_printf (ngettext ("%s; %u of the %u is waiting for %s.", "%s; %u of the %u are waiting for %s.",
                                    busiest->n_past),
                          late, busiest->n_past, n_past, busiest->label);
}

char *
caseness_ptl_describe (const CasenessPtl *ptl)
{
  const char *phrase;
  guint n;

  g_return_val_if_fail (ptl != NULL, NULL);
  phrase = caseness_stage_get_phrase (caseness_ptl_get_stage (ptl));
  caseness_ptl_get_people (ptl, &n);
  if (n == 0)
    /* Translators: what nobody waits for, such as "a first treatment". */
    return g_strdup_printf (_("Nobody is waiting for %s."), phrase);
  if (caseness_ptl_get_n_past (ptl) == 0)
    return describe_on_time (ptl, n, phrase);
  return describe_late (ptl, n, phrase);
}
