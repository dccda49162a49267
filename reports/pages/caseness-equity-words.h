/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-equity-answer.h"

G_BEGIN_DECLS

/* Everything that screen and paper say of equity, in the user's language. */

/** CasenessEquityView: the ways to look at who is reached. */
typedef enum
{
  CASENESS_EQUITY_VIEW_RATIOS,
  CASENESS_EQUITY_VIEW_SHARES,
  CASENESS_EQUITY_VIEW_OUTCOMES,
  CASENESS_EQUITY_VIEW_CARE,
  CASENESS_EQUITY_VIEW_ROUTES,
  CASENESS_EQUITY_VIEW_DEPRIVATION,
  CASENESS_EQUITY_VIEW_TREND,
  CASENESS_EQUITY_VIEW_ONE,
  CASENESS_EQUITY_VIEW_CHECKLIST,
  CASENESS_EQUITY_VIEW_TESTS, /* of the manual's aspirations */
  CASENESS_N_EQUITY_VIEWS
} CasenessEquityView;

/** caseness_equity_words_view: Returns: (transfer none): what a view is called. */
const char *caseness_equity_words_view (CasenessEquityView view);

/** caseness_equity_words_get_name: Returns: (transfer none): what a view is called in files and commands, whatever the
 *  language: `one-group`. */
const char *caseness_equity_words_get_name (CasenessEquityView view);

/** caseness_equity_words_parse_view: finds the view of such a name. Returns: whether there is one. */
gboolean caseness_equity_words_parse_view (const char *name, CasenessEquityView *view);

/** caseness_equity_words_variable: Returns: (transfer none): what a variable is called: `Ethnic group, five`. */
const char *caseness_equity_words_variable (const char *name);

/** caseness_equity_words_group: Returns: (transfer none): what people call a group, or groups crossed: `Other disability` for
 *  `XX Other`. A name that needs no other stays as it is, as those of a list of local population do. */
const char *caseness_equity_words_group (const char *label);

/** caseness_equity_words_cut: Returns: (transfer full): what is compared: `Age and gender`. */
char *caseness_equity_words_cut (const CasenessEquityCut *cut);

/** caseness_equity_words_stage: Returns: (transfer none): a stage as a heading: `Referred`. */
const char *caseness_equity_words_stage (CasenessEquityStage stage);

/** caseness_equity_words_at: Returns: (transfer none): where on the way that is: `at referral`. */
const char *caseness_equity_words_at (CasenessEquityStage stage);

/** caseness_equity_words_outcome: Returns: (transfer none): an outcome as a heading: `Recovery`. */
const char *caseness_equity_words_outcome (CasenessEquityOutcome outcome);

/** caseness_equity_words_figure: Returns: (transfer none): what runs along deprivation: `Referred per 1,000 people`. */
const char *caseness_equity_words_figure (CasenessEquityFigure figure);

/**
 * caseness_equity_words_title:
 * @answer: an answer
 * @view: which view
 * @is_shared: whether what is said leaves the service
 *
 * Returns: (transfer full): the message of a view, in words that blame nobody.
 */
char *caseness_equity_words_title (const CasenessEquityAnswer *answer, CasenessEquityView view, gboolean is_shared);

/** caseness_equity_words_subtitle: Returns: (transfer full): what a view counts, of whom and when. */
char *caseness_equity_words_subtitle (const CasenessEquityAnswer *answer, CasenessEquityView view);

/** caseness_equity_words_warning: Returns: (transfer full) (nullable): that too many are not known, NULL when few are. */
char *caseness_equity_words_warning (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_words_population: Returns: (transfer full): what population and need were chosen, and from where. */
char *caseness_equity_words_population (const CasenessEquityAnswer *answer);

/** caseness_equity_words_access: Returns: (transfer full): people treated for every hundred in need, and the standard. */
char *caseness_equity_words_access (const CasenessEquityAnswer *answer);

/** caseness_equity_words_older: Returns: (transfer full): people aged 65 and over, by name. */
char *caseness_equity_words_older (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_words_slope: Returns: (transfer full): the slope of deprivation with its limits. */
char *caseness_equity_words_slope (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_words_picked: Returns: (transfer full): are those picked reached, and do they recover? */
char *caseness_equity_words_picked (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_words_wider: Returns: (transfer full) (nullable): lines on the group that is picked but for each of its
 *  characteristics, of which more may be told; NULL where one is picked or none. */
char *caseness_equity_words_wider (const CasenessEquityAnswer *answer, gboolean is_shared);

/**
 * caseness_equity_words_aspirations:
 *
 * Returns: (transfer full): whether the manual's two aspirations (section 10.4) are met by what people are compared by, as
 *   far as numbers tell: use follows need and who lives here, and recovery does not depend on who people are.
 */
char *caseness_equity_words_aspirations (const CasenessEquityAnswer *answer, gboolean is_shared);

/** caseness_equity_words_measure: Returns: (transfer none): a measure of the catalogue as a heading. */
const char *caseness_equity_words_measure (const CasenessMeasure *measure);

/** caseness_equity_words_route: Returns: (transfer none): a source of referral as a heading: `GP`. */
const char *caseness_equity_words_route (const char *name);

/** caseness_equity_words_interval: Returns: (transfer full): `0.64 to 0.77`, or empty. */
char *caseness_equity_words_interval (CasenessInterval interval, double scale, int decimals);

G_END_DECLS
