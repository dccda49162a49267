/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-therapy-stage.h"

#include <string.h>

#define N CASENESS_INTENSITY_NONE
#define L CASENESS_INTENSITY_LOW
#define H CASENESS_INTENSITY_HIGH

/* A letter a session, three days apart: low, high, both or no listed code. */
static const struct
{
  const char *sessions;
  CasenessIntensity first;
  CasenessIntensity second;
  int days; /* between them */
  const char *why;
} cases[] = {
  { "", N, N, -1, "nobody came" },
  { "L", N, N, -1, "one session is no stage" },
  { "LL", L, N, -1, "two are" },
  { "HH", H, N, -1, "of either intensity" },
  { "L-L", L, N, -1, "what has no code does not come between" },
  { "--", N, N, -1, "nor is it a stage" },
  { "LLHH", L, H, 3, "stepped up, from the last low to the first high" },
  { "HHLL", H, L, 3, "stepped down" },
  { "LL-HH", L, H, 6, "the days between go on" },
  { "LLH", L, N, -1, "one high is no second stage" },
  { "HLL", L, N, -1, "one of the other before the first stage is passed over" },
  { "LHH", H, N, -1, "either way" },
  { "HLHH", N, N, -1, "two lone ones before it exclude the pathway" },
  { "HLHLL", N, N, -1, "so do three" },
  { "LLHLHH", L, H, 9, "lone ones between stages do not" },
  { "LLHLLHH", L, L, 6, "the next run of two is the second stage, of whatever intensity" },
  { "BL", N, N, -1, "both in one contact are low and then high: three runs of one" },
  { "LB", L, N, -1, "the low of both follows the low before it" },
  { "BH", H, N, -1, "and the high of both precedes the high after it" },
  { "LBH", L, H, 0, "stepped up within a contact" },
  { "BB", N, N, -1, "low, high, low, high" },
};

static CasenessIntensity
read_intensity (char letter)
{
  return letter == 'L' ? L : letter == 'H' ? H : letter == 'B' ? L | H : N;
}

static void
test_stages (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n = strlen (cases[i].sessions);
      g_autofree CasenessTreatment *treatments = g_new0 (CasenessTreatment, n + 1);
      CasenessTherapyStages stages;

      for (guint k = 0; k < n; k++)
        {
          treatments[k].date = (CasenessDate) (20000 + 3 * k);
          treatments[k].intensity = read_intensity (cases[i].sessions[k]);
        }
      stages = caseness_therapy_stages_find (treatments, n);
      g_test_message ("%s: %s", cases[i].sessions, cases[i].why);
      g_assert_cmpint (stages.first, ==, cases[i].first);
      g_assert_cmpint (stages.second, ==, cases[i].second);
      g_assert_cmpint (stages.days, ==, cases[i].days);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/therapy-stage/stages", test_stages);
  return g_test_run ();
}
