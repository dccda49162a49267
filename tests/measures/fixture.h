/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-snapshot.h"

G_BEGIN_DECLS

/**
 * fixture_snapshot_new:
 * @script: rows, `;` between them, words between blanks, `-` for a blank value:
 *   `R id received [discharged] [patient] [end-code]`: a referral; later rows hang from it
 *   `C id date[Thh:mm] app-type attendance[N][I][/medication[/medium]] [activity]…`: a contact, N for unplanned, I of the
 *     integrated service; an activity is `id/staff/therapy[+tool:score]…`, the therapy a short name or a code
 *   `L start end programme [minutes] [staff]`: an internet log
 *   `S date[Thh:mm] tool score`: a score at referral level
 *   `P scheme code significance [date]`: a presenting complaint
 *   `W stage added [removed] [therapy] [step] [locality] [team] [staff]`: a waiting list row
 *   `B id date[Thh:mm] app-type [therapy] [staff]`: a booked appointment
 *   `Q locality team priority`: local attributes of the referral
 *   `K code`: a long-term condition of the referral
 *   `D decile`: deprivation where the person lives
 *   `F staff team [role] [wte] [started] [ended]`: a member of staff
 *   `A date question answer`: an answer to a questionnaire at referral level
 *   `M yyyymm gender ethnicity`: the person of the referral
 *   `E date status sick-absence [sick-pay] [support] [support-discharged]`: an employment row of that person
 *   `V staff level awarded [planned]`: a qualification
 *   `G area type group population [prevalence]`: a group of the local population, `~` for a blank inside a word
 * @switches: (nullable): decisions, NULL for the defaults
 *
 * Builds a small service of provider XA1, submitted for the whole of 2025.
 *
 * Returns: (transfer full): its snapshot.
 */
CasenessSnapshot *fixture_snapshot_new (const char *script, const CasenessSwitches *switches);

/**
 * fixture_check_row:
 * @csv: text of a CSV file without quotes
 * @row: which row below the heading
 * @expected: `heading=value` words with blanks between, `~` for a blank inside a word
 * @why: what is tried, for the message
 */
void fixture_check_row (const char *csv, guint row, const char *expected, const char *why);

G_END_DECLS
