/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-evaluate.h"
#include "caseness-measure-csv.h"

#include <string.h>

#define TWO(code, first, last) \
  "C C1 2025-01-10 02 5 A1/S1/" code first "; C C2 2025-02-10 02 5 A2/S1/" code last "; "
#define COURSE "R R1 2025-01-01 2025-03-31; "

/* Each decision of derivations section 10 that bears on one month's rows: a figure as decided and the other way. Those
 * that bear on the joining of months, person_key and knowledge, are tried with the loader. */
static const struct
{
  const char *name;
  const char *value;
  const char *script;
  const char *id;
  const char *from;
  const char *to;
  const char *decided;
  const char *otherwise;
} cases[] = {
  { "iet_date", "end", "R R1 2025-01-10; L 2025-01-12 2025-02-03 X 10", "M031", "2025-01-01", "2025-01-31", "1", "0" },
  { "iet_zero_minutes", "ignore", "R R1 2025-01-10; L 2025-01-12 2025-01-18 X 0", "M031", "2025-01-01", "2025-01-31",
    "1", "0" },
  { "unplanned_counts", "no", "R R1 2025-01-10; C C1 2025-01-11 02 3N", "M031", "2025-01-01", "2025-01-31", "1", "0" },
  { "es_mixed_is_treatment", "no", "R R1 2025-01-10; C C1 2025-01-11 02 5 A1/S1/CBT B1/E1/EmpSupport", "M031",
    "2025-01-01", "2025-01-31", "1", "0" },
  { "es_only_is_contact", "no", "R R1 2025-01-10 2025-01-20; C C1 2025-01-11 02 5 A1/E1/EmpSupport", "M073",
    "2025-01-01", "2025-01-31", "0", "1" },
  { "hi_codes", "m347_footnote", COURSE TWO ("CfD", "", ""), "L006", "2025-03-01", "2025-03-31", "100.0", "0.0" },
  { "include_606", "no", COURSE TWO ("CBT", "", "") "S 2025-01-12 PHQ9 12; S 2025-02-12 PHQ9 4", "M201", "2025-03-01",
    "2025-03-31", "1", "0" },
  { "same_day_pair", "no", COURSE TWO ("CBT", "+PHQ9:15", "") "S 2025-01-10 PHQ9 9", "M201", "2025-03-01", "2025-03-31",
    "1", "0" },
  { "dedupe_606_607", "no", COURSE TWO ("CBT", "+PHQ9:15", "") "S 2025-01-10 PHQ9 15", "M201", "2025-03-01",
    "2025-03-31", "0", "1" },
  { "single_first", "specific", COURSE "P 01 F401 01 2025-01-01; " TWO ("CBT", "+PHQ9:5+SocialPhobia:10", "+PHQ9:4"),
    "M179", "2025-03-01", "2025-03-31", "0", "1" },
  { "mi_cutoff", "gt",
    COURSE "P 01 F400 01 2025-01-01; " TWO ("CBT", "+PHQ9:5+AgoraAlone:2.30", "+PHQ9:4+AgoraAlone:2.00"), "M179",
    "2025-03-01", "2025-03-31", "0", "1" },
  { "mixed_is_no_change", "no", COURSE TWO ("CBT", "+PHQ9:10+GAD:15", "+PHQ9:20+GAD:5"), "M187", "2025-03-01",
    "2025-03-31", "1", "0" },
  { "extended_adsm_from", "2025-04-01", COURSE "P 01 K589 01 2025-01-01; " TWO ("CBT", "+IBS:100", "+IBS:20"), "M204",
    "2025-03-01", "2025-03-31", "1", "0" },
  { "wsas_work_9", "keep", COURSE TWO ("CBT", "", "") "S 2025-01-12 WASAS_Work 9; S 2025-02-12 WASAS_Work 4", "M213",
    "2025-03-01", "2025-03-31", "", "9" },
};

static void
check_value (const char *script, const CasenessSwitches *switches, gsize index, const char *expected)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, switches);
  const CasenessMeasure *measure = caseness_measure_find (cases[index].id);
  CasenessPeriod period = { caseness_date_parse (cases[index].from), caseness_date_parse (cases[index].to) };
  CasenessQuestion question = { .periods = &period, .n_periods = 1, .measures = &measure, .n_measures = 1 };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
  CasenessFigure figure = caseness_answer_get (answer, 0, 0, 0, 0);
  g_autofree char *value = caseness_figure_format_value (&figure, measure, FALSE);

  g_test_message ("%s: %s", cases[index].name, measure->id);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_both_settings (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessSwitches switches;

      caseness_switches_init (&switches);
      check_value (cases[i].script, &switches, i, cases[i].decided);
      g_assert_true (caseness_switches_set (&switches, cases[i].name, cases[i].value));
      check_value (cases[i].script, &switches, i, cases[i].otherwise);
    }
}

static void
test_words (void)
{
  static const struct { const char *name; const char *value; gboolean is_good; } words[] = {
    { "iet_date", "end", TRUE }, { "iet_date", "middle", FALSE }, { "wsas_work_9", "keep", TRUE },
    { "extended_adsm_from", "2023-01-01", TRUE }, { "extended_adsm_from", "soon", FALSE },
    { "knowledge", "now", TRUE }, { "knowledge", "submitted", TRUE }, { "knowledge", "later", FALSE },
    { "hi_codes", "m347_footnote", TRUE }, { "no_such", "yes", FALSE },
  };
  CasenessSwitches switches;
  gsize i;

  caseness_switches_init (&switches);
  g_assert_false (caseness_switches_know (&switches, caseness_date_new (2025, 1, 31)));
  g_assert_cmpint (switches.known_until, ==, CASENESS_DATE_NONE);
  for (i = 0; i < G_N_ELEMENTS (words); i++)
    g_assert_cmpint (caseness_switches_set (&switches, words[i].name, words[i].value), ==, words[i].is_good);
  g_assert_true (switches.iet_date_is_end);
  g_assert_true (switches.wsas_work_9_counts);
  g_assert_false (switches.hi_codes_are_full);
  g_assert_true (switches.unplanned_counts);
  g_assert_true (caseness_switches_know (&switches, caseness_date_new (2025, 1, 31)));
  g_assert_cmpint (switches.known_until, ==, caseness_date_new (2025, 1, 31));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/switches/words", test_words);
  g_test_add_func ("/measures/switches/both-settings", test_both_settings);
  return g_test_run ();
}
