/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-words.h"

#include <glib/gi18n.h>

static const CasenessFigureName names[CASENESS_N_ADSM_PARTS] = {
  [CASENESS_ADSM_PART_PAIRED]
  = { "adsm_paired", N_("Right measure, paired"), N_("First and last score of the measure meant for the problem.") },
  [CASENESS_ADSM_PART_FIRST_ONLY] = { "adsm_first_only", N_("Right measure, first score only"),
                                      N_("One more score of the same measure would have paired them.") },
  [CASENESS_ADSM_PART_WRONG] = { "adsm_wrong_measure", N_("Another specific measure"),
                                 N_("A specific measure was scored, and none of it is the one meant for the problem.") },
  [CASENESS_ADSM_PART_GENERAL]
  = { "adsm_gad_instead", N_("GAD-7 instead"), N_("No specific measure was scored at all, but GAD-7 was.") },
  [CASENESS_ADSM_PART_NONE]
  = { "adsm_no_score", N_("No score at all"), N_("Neither a specific measure nor GAD-7 was scored.") },
  [CASENESS_ADSM_PART_SHOULD] = { "adsm_should_have", N_("Should have had a measure of their own"),
                                  N_("Finished courses whose problem or condition has a measure meant for it.") },
  [CASENESS_ADSM_PART_RECOVERY_DIFFERS]
  = { "adsm_recovery_differs", N_("Recovered by one measure and not by the other"),
      N_("Courses with both scores of their own measure and of GAD-7; PHQ-9 counts in both.") },
  [CASENESS_ADSM_PART_IMPROVEMENT_DIFFERS]
  = { "adsm_improvement_differs", N_("Reliably improved by one measure and not by the other"),
      N_("Courses with both scores of their own measure and of GAD-7; PHQ-9 counts in both.") },
  [CASENESS_ADSM_PART_CASE_BY_SPECIFIC]
  = { "adsm_case_by_specific", N_("At caseness on their own measure alone"),
      N_("Below caseness on the first PHQ-9 and GAD-7: without their own measure they would be missed.") },
  [CASENESS_ADSM_PART_CASE_BY_GENERAL]
  = { "adsm_case_by_general", N_("At caseness on GAD-7 alone"),
      N_("Below caseness on the first PHQ-9 and on their own measure.") },
  [CASENESS_ADSM_PART_RECORDED]
  = { "descriptor_recorded", N_("Problem descriptor recorded"), N_("One that the national rules accept.") },
  [CASENESS_ADSM_PART_MISSING]
  = { "descriptor_missing", N_("Problem descriptor missing"), N_("No problem descriptor at all.") },
  [CASENESS_ADSM_PART_INVALID] = { "descriptor_invalid", N_("Problem descriptor that cannot be read"),
                                   N_("Not a code the national rules accept.") },
  [CASENESS_ADSM_PART_MIXED]
  = { "descriptor_mixed", N_("Mixed anxiety and depression"),
      N_("Where both first scores are at caseness a single problem is likelier.") },
  [CASENESS_ADSM_PART_CHANGED]
  = { "descriptor_changed", N_("Problem descriptor changed"), N_("More than one primary problem over time.") },
};

CasenessFigureName
caseness_adsm_words_part (CasenessAdsmPart part)
{
  const CasenessFigureName none = { "", "", "" };

  g_return_val_if_fail (part < CASENESS_N_ADSM_PARTS, none);

  return (CasenessFigureName){ names[part].id, _(names[part].title), _(names[part].definition) };
}
