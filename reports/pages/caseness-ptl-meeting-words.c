/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-ptl-meeting-words.h"

#include "caseness-ptl-report-words.h"

#include <glib/gi18n.h>
#include <math.h>

char *
caseness_ptl_meeting_dup_since (const CasenessPtlSince *since)
{
  g_autofree char *day = NULL;

  g_return_val_if_fail (since != NULL, NULL);

  day = caseness_date_format_short (since->day);
  /* Translators: %s is a day */
  return g_strdup_printf (since->is_kept ? _("Since the meeting of %s") : _("Since a week ago, %s"), day);
}

char *
caseness_ptl_meeting_dup_basis (const CasenessPtlSince *since)
{
  g_return_val_if_fail (since != NULL, NULL);

  return g_strdup (since->is_kept
                       ? _("Against the list kept at that meeting.")
                       : _("No list of an earlier meeting is kept for this standard; worked out from what is known today."));
}

static const char *const labels[CASENESS_N_PTL_MOVES] = {
  [CASENESS_PTL_MOVE_JOINED] = N_("Joined"),
  [CASENESS_PTL_MOVE_SEEN] = NC_("off a waiting list", "Seen"),
  [CASENESS_PTL_MOVE_DISCHARGED] = N_("Discharged"),
  [CASENESS_PTL_MOVE_OTHERWISE] = N_("Off the list otherwise"),
  [CASENESS_PTL_MOVE_NEWLY_PAST] = N_("Newly past breach"),
  [CASENESS_PTL_MOVE_STILL_PAST] = N_("Still past breach"),
  [CASENESS_PTL_MOVE_ACTION_REVIEWED] = N_("Actions to review"),
  [CASENESS_PTL_MOVE_ACTION_DONE] = N_("Actions done"),
  [CASENESS_PTL_MOVE_ACTION_OPEN] = N_("Actions outstanding"),
};

const char *
caseness_ptl_move_get_label (CasenessPtlMove move)
{
  g_return_val_if_fail (move < CASENESS_N_PTL_MOVES, "");

  if (move == CASENESS_PTL_MOVE_SEEN)
    return g_dpgettext2 (NULL, "off a waiting list", labels[move]);
  return _(labels[move]);
}

gboolean
caseness_ptl_meeting_tells (const CasenessPtlSince *since, CasenessPtlMove move)
{
  g_return_val_if_fail (since != NULL, FALSE);

  switch (move)
    {
    case CASENESS_PTL_MOVE_ACTION_REVIEWED: /* the actions done are told as a part of these */
      return FALSE;
    case CASENESS_PTL_MOVE_OTHERWISE:
      return caseness_ptl_since_count (since, move) > 0;
    case CASENESS_PTL_MOVE_NEWLY_PAST:
    case CASENESS_PTL_MOVE_STILL_PAST:
      return caseness_ptl_get_standard (since->ptl) >= 0;
    default:
      return TRUE;
    }
}

char *
caseness_ptl_meeting_dup_figure (const CasenessPtlSince *since, CasenessPtlMove move)
{
  guint n_reviewed;

  g_return_val_if_fail (since != NULL, NULL);

  n_reviewed = caseness_ptl_since_count (since, CASENESS_PTL_MOVE_ACTION_REVIEWED);
  if (move != CASENESS_PTL_MOVE_ACTION_DONE)
    return g_strdup_printf ("%'u", caseness_ptl_since_count (since, move));
  if (n_reviewed == 0)
    /* Translators: no actions were to be done */
    return g_strdup (_("none due"));
  /* Translators: so many actions done of so many */
  return g_strdup_printf (_("%u of %u"), caseness_ptl_since_count (since, move), n_reviewed);
}

static char *
dup_when (const CasenessPtlAction *action, CasenessDate as_at)
{
  g_autofree char *day = NULL;

  if (!caseness_ptl_action_is_open (action, as_at))
    return g_strdup (_("✓ done"));
  if (action->due == CASENESS_DATE_NONE)
    return g_strdup ("");
  day = caseness_ptl_report_dup_short_day (action->due, as_at);
  /* Translators: of an action; %s is a day */
  return g_strdup_printf (caseness_ptl_action_is_late (action, as_at) ? _("overdue since %s") : _("due %s"), day);
}

static char *
dup_words (const CasenessPtlSince *since, const CasenessPtlPerson *person, const char *words, gboolean hides_names)
{
  if (hides_names && caseness_ptl_action_names_somebody (since->staff, person, words))
    /* Translators: in place of words that name somebody */
    return g_strdup (_("(names somebody)"));
  return g_strdup (words);
}

void
caseness_ptl_action_text_init (CasenessPtlActionText *text, const CasenessPtlSince *since,
                               const CasenessPtlPerson *person, const CasenessPtlAction *action, gboolean hides_names)
{
  g_return_if_fail (text != NULL && since != NULL && person != NULL && action != NULL);

  text->what = dup_words (since, person, action->what, hides_names);
  text->owner = dup_words (since, person, action->owner, hides_names);
  text->when = dup_when (action, caseness_ptl_get_as_at (since->ptl));
}

void
caseness_ptl_action_text_clear (CasenessPtlActionText *text)
{
  g_clear_pointer (&text->what, g_free);
  g_clear_pointer (&text->owner, g_free);
  g_clear_pointer (&text->when, g_free);
}

char *
caseness_ptl_action_text_dup_owner (const CasenessPtlActionText *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (*text->owner == '\0' || *text->when == '\0')
    return g_strdup (*text->owner == '\0' ? text->when : text->owner);
  /* Translators: who is to do something, and by when */
  return g_strdup_printf (_("%s, %s"), text->owner, text->when);
}

char *
caseness_ptl_clearance_dup_title (const CasenessQueue *queue, const CasenessClearance *clearance)
{
  g_autofree char *weeks = NULL;

  g_return_val_if_fail (queue != NULL && clearance != NULL, NULL);

  if (queue->waiting <= 0)
    return g_strdup (_("Nobody waits here"));
  if (isnan (clearance->weeks))
    return g_strdup (_("Nobody was seen from this list, so nothing says how long it takes to clear"));
  if (clearance->backlog > 0 && !clearance->is_stable)
    return g_strdup (_("At least as many people join as are seen: the backlog does not shrink"));
  if (clearance->backlog > 0)
    return g_strdup (_("There is a backlog, and it is shrinking"));
  weeks = g_strdup_printf ("%.1f", clearance->weeks);
  /* Translators: %s is a number of weeks, with one decimal */
  return g_strdup_printf (_("The list would clear in %s weeks if nobody joined"), weeks);
}

char *
caseness_ptl_clearance_dup_weeks (const CasenessClearance *clearance)
{
  g_return_val_if_fail (clearance != NULL, NULL);

  return isnan (clearance->weeks) ? g_strdup ("–") : g_strdup_printf ("%.1f", clearance->weeks);
}

char *
caseness_ptl_clearance_dup_backlog (const CasenessClearance *clearance)
{
  g_return_val_if_fail (clearance != NULL, NULL);

  if (isnan (clearance->backlog))
    return g_strdup ("–");
  return clearance->backlog <= 0 ? g_strdup (C_("backlog", "none")) : g_strdup_printf ("%.0f", ceil (clearance->backlog));
}

char *
caseness_ptl_clearance_dup_outlook (const CasenessClearance *clearance)
{
  g_return_val_if_fail (clearance != NULL, NULL);

  if (isnan (clearance->backlog) || clearance->backlog <= 0)
    return g_strdup ("");
  if (isnan (clearance->backlog_weeks) && !(clearance->growth > 0))
    return g_strdup (_("not shrinking"));
  if (isnan (clearance->backlog_weeks))
    /* Translators: of a backlog: how many more people join in a week than are seen */
    return g_strdup_printf (_("growing by %.1f a week"), clearance->growth);
  return g_strdup_printf (ngettext ("%.0f week to go", "%.0f weeks to go", (gulong) ceil (clearance->backlog_weeks)),
                          ceil (clearance->backlog_weeks));
}

char *
caseness_ptl_clearance_dup_rate (double per_week)
{
  return isnan (per_week) ? g_strdup ("–") : g_strdup_printf ("%.1f", per_week);
}

char *
caseness_ptl_clearance_dup_basis (int standard_days)
{
  double rule = caseness_queue_get_rule (standard_days);

  if (isnan (rule))
    return g_strdup (_("Weeks to clear: people waiting ÷ people seen a week, mean of 12 weeks."));
  return g_strdup_printf (ngettext ("Weeks to clear: people waiting ÷ people seen a week, mean of 12 weeks. Backlog: "
                                    "people beyond %.0f week’s worth of new people.",
                                    "Weeks to clear: people waiting ÷ people seen a week, mean of 12 weeks. Backlog: "
                                    "people beyond %.0f weeks’ worth of new people.", (gulong) rule),
                          rule);
}
