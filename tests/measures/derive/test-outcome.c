/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-outcome.h"

#include <string.h>

#define C CASENESS_OUTCOME_CASENESS
#define N CASENESS_OUTCOME_NOT_CASENESS
#define R CASENESS_OUTCOME_RECOVERY
#define UP CASENESS_OUTCOME_IMPROVEMENT
#define DOWN CASENESS_OUTCOME_DETERIORATION
#define SAME CASENESS_OUTCOME_NO_CHANGE

/* Scores as submitted; NULL was never recorded. The specific pair is of the tool that @tool names. */
typedef struct
{
  const char *why;
  const char *descriptor;
  const char *phq[2];
  const char *gad[2];
  const char *tool;
  const char *specific[2];
  const char *adsm;
  guint flags;
} OutcomeCase;

static const OutcomeCase cases[] = {
  { "ten on PHQ-9 is a case, nine is not", "F322", { "10", "9" }, { "5", "5" }, NULL, { 0 }, "GAD", C | R | SAME },
  { "never a case on either", "F322", { "9", "9" }, { "7", "7" }, NULL, { 0 }, "GAD", N | SAME },
  { "a case on GAD-7 alone; PHQ-9 falls one too few", "F322", { "9", "4" }, { "8", "7" }, NULL, { 0 }, "GAD",
    C | R | SAME },
  { "PHQ-9 falls by exactly six", "F322", { "15", "9" }, { "12", "7" }, NULL, { 0 }, "GAD", C | R | UP },
  { "both fall one short", "F322", { "15", "10" }, { "12", "9" }, NULL, { 0 }, "GAD", C | SAME },
  { "better, but GAD-7 ends on its cut-off", "F322", { "15", "9" }, { "12", "8" }, NULL, { 0 }, "GAD", C | UP },
  { "PHQ-9 rises by exactly six", "F322", { "15", "21" }, { "12", "12" }, NULL, { 0 }, "GAD", C | DOWN },
  { "both rise one short", "F322", { "15", "20" }, { "12", "15" }, NULL, { 0 }, "GAD", C | SAME },
  { "one reliably down, the other reliably up", "F322", { "20", "9" }, { "8", "12" }, NULL, { 0 }, "GAD", C | SAME },
  { "one reliably down, the other up by less", "F322", { "20", "9" }, { "8", "11" }, NULL, { 0 }, "GAD", C | UP },
  { "improved without having been a case", "F322", { "9", "3" }, { "7", "2" }, NULL, { 0 }, "GAD", N | UP },
  { "no scores at the end", "F322", { "15", NULL }, { "12", NULL }, NULL, { 0 }, "GAD", C },
  { "GAD-7 missing at the end", "F322", { "15", "8" }, { "12", NULL }, NULL, { 0 }, "GAD", C },
  { "PHQ-9 never given, GAD-7 a case", "F322", { 0 }, { "12", "7" }, NULL, { 0 }, "GAD", C },
  { "PHQ-9 never given, GAD-7 below: neither", "F322", { 0 }, { "7", "4" }, NULL, { 0 }, "GAD", 0 },
  { "nothing scored", "F322", { 0 }, { 0 }, NULL, { 0 }, "GAD", 0 },
  { "PCL-5 falls by nine, PHQ-9 by six", "F431", { "12", "6" }, { "10", "5" }, "PTSD", { "40", "31" }, "PTSD",
    C | R | UP },
  { "a case on PCL-5 alone", "F431", { "8", "8" }, { "6", "6" }, "PTSD", { "32", "31" }, "PTSD", C | R | SAME },
  { "PCL-5 once: GAD-7 at both ends", "F431", { "12", "6" }, { "10", "5" }, "PTSD", { "40", NULL }, "GAD",
    C | R | UP },
  { "PCL-5 once: then no case either", "F431", { "8", "8" }, { "6", "6" }, "PTSD", { "40", NULL }, "GAD", N | SAME },
  { "PCL-5 at the end only", "F431", { "12", "6" }, { "10", "5" }, "PTSD", { NULL, "20" }, "GAD", C | R | UP },
  { "PCL-5 given for something else", "F411", { "12", "6" }, { "10", "5" }, "PTSD", { "40", "20" }, "GAD",
    C | R | UP },
  { "mobility at 2.30 is a case, 2.29 is not", "F400", { "8", "8" }, { "6", "6" }, "AgoraAlone", { "2.3", "2.29" },
    "AgoraAlone", C | R | SAME },
  { "mobility falls by exactly 0.73", "F400", { "8", "8" }, { "6", "6" }, "AgoraAlone", { "2.29", "1.56" },
    "AgoraAlone", N | UP },
  { "mobility falls by 0.73 onto its cut-off", "F400", { "8", "8" }, { "6", "6" }, "AgoraAlone", { "3.03", "2.30" },
    "AgoraAlone", C | UP },
  { "nineteen on SPIN is a case", "F401", { "9", "9" }, { "7", "7" }, "SocialPhobia", { "19", "18" },
    "SocialPhobia", C | R | SAME },
  { "SPIN falls by ten onto its cut-off", "F401", { "9", "9" }, { "7", "7" }, "SocialPhobia", { "29", "19" },
    "SocialPhobia", C | UP },
  { "eight on PDSS is a case", "F410", { "9", "9" }, { "7", "7" }, "PanicDisorder", { "8", "7" }, "PanicDisorder",
    C | R | SAME },
  { "PDSS falls by exactly five", "F410", { "9", "9" }, { "7", "7" }, "PanicDisorder", { "12", "7" },
    "PanicDisorder", C | R | UP },
  { "OCI falls by 32 onto its cut-off", "F422", { "9", "9" }, { "7", "7" }, "OCD", { "72", "40" }, "OCD", C | UP },
  { "any F42 takes the OCI", "F429", { "9", "9" }, { "7", "7" }, "OCD", { "71", "39" }, "OCD", C | R | UP },
  { "HAI falls by exactly four", "F452", { "9", "9" }, { "7", "7" }, "AnxietyInventory", { "21", "17" },
    "AnxietyInventory", C | R | UP },
  { "body image", "83482000", { "9", "9" }, { "7", "7" }, "BIQ", { "49", "39" }, "BIQ", C | R | UP },
  { "fatigue", "G933", { "9", "9" }, { "7", "7" }, "CFS", { "23", "18" }, "CFQ", C | R | UP },
  { "irritable bowel", "K580", { "9", "9" }, { "7", "7" }, "IBS", { "124", "74" }, "IBS", C | R | UP },
  { "unexplained symptoms", "723916001", { "9", "9" }, { "7", "7" }, "PHQ15", { "16", "9" }, "MUS", C | R | UP },
  { "PCL-5 decides although GAD-7 rises", "F431", { "12", "6" }, { "10", "15" }, "PTSD", { "40", "20" }, "PTSD",
    C | R | UP },
  { "PCL-5 paired, PHQ-9 never given", "F431", { 0 }, { "10", "5" }, "PTSD", { "40", "20" }, "PTSD", C },
  { "a descriptor nobody can read", "-3", { "15", "9" }, { "12", "7" }, "PTSD", { "40", "20" }, "GAD", C | R | UP },
  { "social anxiety without SPIN", "F401", { "12", "6" }, { "6", "6" }, NULL, { 0 }, "GAD", C | R | UP },
};

static void
read_pair (const char *const texts[2], CasenessScorePair *pair)
{
  pair->first = caseness_score_parse (texts[0]);
  pair->last = caseness_score_parse (texts[1]);
}

static void
read_scores (const OutcomeCase *c, CasenessScorePair scores[CASENESS_MAX_TOOLS])
{
  guint i;

  for (i = 0; i < CASENESS_MAX_TOOLS; i++)
    scores[i] = (CasenessScorePair){ CASENESS_SCORE_NONE, CASENESS_SCORE_NONE };
  read_pair (c->phq, &scores[caseness_tool_find_by_prefix ("PHQ9")]);
  read_pair (c->gad, &scores[caseness_tool_find_by_prefix ("GAD")]);
  if (c->tool != NULL)
    read_pair (c->specific, &scores[caseness_tool_find_by_prefix (c->tool)]);
}

static CasenessAnxiety
choose (const OutcomeCase *c, CasenessDate discharged, const CasenessSwitches *switches,
        CasenessScorePair scores[CASENESS_MAX_TOOLS])
{
  read_scores (c, scores);
  return caseness_outcome_choose_anxiety (c->descriptor, scores, discharged, switches);
}

static const char *
name_tool (const CasenessAnxiety *anxiety)
{
  guint n;

  return caseness_tool_get_all (&n)[anxiety->tool].adsm_name;
}

static void
test_cases (void)
{
  guint phq = caseness_tool_find_by_prefix ("PHQ9"), i;
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  g_assert_cmpuint (G_N_ELEMENTS (cases), ==, 40);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessScorePair scores[CASENESS_MAX_TOOLS];
      CasenessAnxiety anxiety = choose (&cases[i], caseness_date_new (2024, 5, 1), &switches, scores);
      guint flags = caseness_outcome_judge (&scores[phq], &anxiety, &switches);

      if (flags != cases[i].flags)
        g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (name_tool (&anxiety), ==, cases[i].adsm);
      g_assert_cmphex (flags, ==, cases[i].flags);
    }
}

/* Derivations, section 6, in hundredths: the measure meant for a problem, its cut-off, and how far it must move. */
static const struct
{
  const char *descriptor;
  const char *prefix;
  const char *adsm;
  CasenessScore cutoff;
  CasenessScore change;
  CasenessScore step; /* the least by which two scores differ */
  gboolean is_extended; /* came with April 2022 */
} tools[] = {
  { "F400", "AgoraAlone", "AgoraAlone", 230, 73, 1, FALSE },
  { "F401", "SocialPhobia", "SocialPhobia", 1900, 1000, 100, FALSE },
  { "F410", "PanicDisorder", "PanicDisorder", 800, 500, 100, FALSE },
  { "F42", "OCD", "OCD", 4000, 3200, 100, FALSE },
  { "F420", "OCD", "OCD", 4000, 3200, 100, FALSE },
  { "F431", "PTSD", "PTSD", 3200, 1000, 100, FALSE },
  { "F452", "AnxietyInventory", "AnxietyInventory", 1800, 400, 100, FALSE },
  { "83482000", "BIQ", "BIQ", 4000, 1000, 100, TRUE },
  { "G933", "CFS", "CFQ", 1900, 500, 100, TRUE },
  { "K58", "IBS", "IBS", 7500, 5000, 100, TRUE },
  { "K589", "IBS", "IBS", 7500, 5000, 100, TRUE },
  { "723916001", "PHQ15", "MUS", 1000, 700, 100, TRUE },
  { "F411", "GAD", "GAD", 800, 400, 100, FALSE },
};

/* What a course is judged with the pair of the @i-th tool, neither PHQ-9 nor, unless it is that tool, GAD-7 a case. */
static guint
judge_tool (gsize i, CasenessScore first, CasenessScore last, CasenessDate discharged, const char **adsm)
{
  CasenessScorePair scores[CASENESS_MAX_TOOLS];
  CasenessSwitches switches;
  CasenessAnxiety anxiety;
  guint phq = caseness_tool_find_by_prefix ("PHQ9");
  const OutcomeCase quiet = { "", "", { "3", "3" }, { "3", "3" }, NULL, { 0 }, "", 0 };

  caseness_switches_init (&switches);
  read_scores (&quiet, scores);
  scores[caseness_tool_find_by_prefix (tools[i].prefix)] = (CasenessScorePair){ first, last };
  anxiety = caseness_outcome_choose_anxiety (tools[i].descriptor, scores, discharged, &switches);
  *adsm = name_tool (&anxiety);
  return caseness_outcome_judge (&scores[phq], &anxiety, &switches);
}

static void
test_tools (void)
{
  const CasenessDate day = caseness_date_new (2024, 5, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      const CasenessScore cutoff = tools[i].cutoff, step = tools[i].step, change = tools[i].change;
      const char *adsm;

      g_test_message ("%s", tools[i].descriptor);
      g_assert_cmphex (judge_tool (i, cutoff, cutoff, day, &adsm), ==, C | SAME);
      g_assert_cmpstr (adsm, ==, tools[i].adsm);
      g_assert_cmphex (judge_tool (i, cutoff - step, cutoff - step, day, &adsm), ==, N | SAME);
      g_assert_cmphex (judge_tool (i, cutoff, cutoff - step, day, &adsm), ==, C | R | (change <= step ? UP : SAME));
      g_assert_cmphex (judge_tool (i, cutoff + change, cutoff, day, &adsm), ==, C | UP);
      g_assert_cmphex (judge_tool (i, cutoff + change - step, cutoff, day, &adsm), ==, C | SAME);
      g_assert_cmphex (judge_tool (i, cutoff, cutoff + change, day, &adsm), ==, C | DOWN);
      g_assert_cmphex (judge_tool (i, cutoff, cutoff + change - step, day, &adsm), ==, C | SAME);
    }
}

/* Tools that came with April 2022 are for discharges from then on, and for those to come (rulings 50). */
static void
test_extended (void)
{
  const CasenessDate before = caseness_date_new (2022, 3, 31), from = caseness_date_new (2022, 4, 1);

  for (gsize i = 0; i < G_N_ELEMENTS (tools); i++)
    {
      const char *adsm;

      judge_tool (i, tools[i].cutoff, tools[i].cutoff, before, &adsm);
      g_assert_cmpstr (adsm, ==, tools[i].is_extended ? "GAD" : tools[i].adsm);
      judge_tool (i, tools[i].cutoff, tools[i].cutoff, from, &adsm);
      g_assert_cmpstr (adsm, ==, tools[i].adsm);
      judge_tool (i, tools[i].cutoff, tools[i].cutoff, CASENESS_DATE_NONE, &adsm);
      g_assert_cmpstr (adsm, ==, tools[i].adsm);
    }
}

/* The neighbours of those problems have no measure of their own, however many are scored. */
static void
test_neighbours (void)
{
  static const char *const descriptors[] = {
    "F408", "F402", "F411", "F419", "F418", "F430", "F432", "F439", "F450", "F451", "F453", "F454", "G932", "G934",
    "K57", "K59", "834820001", "7239160011", "F322", "-3", "",
  };
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  for (gsize i = 0; i < G_N_ELEMENTS (descriptors); i++)
    {
      CasenessScorePair scores[CASENESS_MAX_TOOLS];
      CasenessAnxiety anxiety;

      for (guint k = 0; k < CASENESS_MAX_TOOLS; k++)
        scores[k] = (CasenessScorePair){ 300, 300 };
      anxiety = caseness_outcome_choose_anxiety (descriptors[i], scores, CASENESS_DATE_NONE, &switches);
      g_test_message ("%s", descriptors[i]);
      g_assert_cmpstr (name_tool (&anxiety), ==, "GAD");
    }
}

/* The mobility inventory answered with somebody is no measure of outcome. */
static void
test_accompanied (void)
{
  const OutcomeCase accompanied
    = { "", "F400", { "8", "8" }, { "6", "6" }, "AgoraAccom", { "3.00", "1.00" }, "", 0 };
  CasenessScorePair scores[CASENESS_MAX_TOOLS];
  CasenessSwitches switches;
  CasenessAnxiety anxiety;

  caseness_switches_init (&switches);
  anxiety = choose (&accompanied, CASENESS_DATE_NONE, &switches, scores);
  g_assert_cmpstr (name_tool (&anxiety), ==, "GAD");
  g_assert_cmphex (caseness_outcome_judge (&scores[caseness_tool_find_by_prefix ("PHQ9")], &anxiety, &switches), ==,
                   N | SAME);
}

/* Derivations, section 7: how PHQ-9 and GAD-7 move together. */
static void
test_decisions (void)
{
  static const char *const phq[][2] = { { "20", "14" }, { "20", "15" }, { "20", "25" }, { "20", "26" }, { "20", NULL } };
  static const char *const gad[][2] = { { "14", "10" }, { "14", "11" }, { "14", "17" }, { "14", "18" }, { "14", NULL } };
  static const guint decisions[][5] = {
    { UP, UP, UP, SAME, 0 },       /* down by the reliable change */
    { UP, SAME, SAME, DOWN, 0 },   /* down by one less */
    { UP, SAME, SAME, DOWN, 0 },   /* up by one less */
    { SAME, DOWN, DOWN, DOWN, 0 }, /* up by the reliable change */
    { 0, 0, 0, 0, 0 },             /* no pair */
  };

  for (guint i = 0; i < G_N_ELEMENTS (decisions); i++)
    for (guint k = 0; k < G_N_ELEMENTS (decisions[i]); k++)
      {
        const OutcomeCase both = { "", "F322", { phq[i][0], phq[i][1] }, { gad[k][0], gad[k][1] }, NULL, { 0 }, "", 0 };
        CasenessScorePair scores[CASENESS_MAX_TOOLS];
        CasenessSwitches switches;
        CasenessAnxiety anxiety;

        caseness_switches_init (&switches);
        anxiety = choose (&both, CASENESS_DATE_NONE, &switches, scores);
        g_test_message ("PHQ-9 %s, GAD-7 %s", phq[i][1], gad[k][1]);
        g_assert_cmphex (caseness_outcome_judge (&scores[caseness_tool_find_by_prefix ("PHQ9")], &anxiety, &switches), ==,
                         C | decisions[i][k]);
      }
}

static void
test_switches (void)
{
  guint phq = caseness_tool_find_by_prefix ("PHQ9");
  const OutcomeCase mixed = { "", "F322", { "20", "9" }, { "8", "12" }, NULL, { 0 }, "", 0 };
  const OutcomeCase at_cutoff = { "", "F400", { "8", "8" }, { "6", "6" }, "AgoraAlone", { "2.30", "2.29" }, "", 0 };
  const OutcomeCase single = { "", "F431", { "8", "8" }, { "6", NULL }, "PTSD", { "40", NULL }, "", 0 };
  CasenessScorePair scores[CASENESS_MAX_TOOLS];
  CasenessAnxiety anxiety;
  CasenessSwitches switches;

  caseness_switches_init (&switches);
  switches.mixed_is_no_change = FALSE;
  switches.mi_cutoff_is_reached = FALSE;
  anxiety = choose (&mixed, CASENESS_DATE_NONE, &switches, scores);
  g_assert_cmphex (caseness_outcome_judge (&scores[phq], &anxiety, &switches), ==, C);
  anxiety = choose (&at_cutoff, CASENESS_DATE_NONE, &switches, scores);
  g_assert_cmphex (caseness_outcome_judge (&scores[phq], &anxiety, &switches), ==, N | SAME);
  anxiety = choose (&single, CASENESS_DATE_NONE, &switches, scores);
  g_assert_cmpint (anxiety.pair.first, ==, 600);
  switches.single_first_is_specific = TRUE;
  anxiety = choose (&single, CASENESS_DATE_NONE, &switches, scores);
  g_assert_cmpint (anxiety.pair.first, ==, 4000);
}

static void
test_scores (void)
{
  static const struct { const char *text; CasenessScore score; const char *printed; } texts[] = {
    { "0", 0, "0" },         { "27", 2700, "27" },   { "2.3", 230, "2.3" },   { "2.30", 230, "2.3" },
    { "2.29", 229, "2.29" }, { "3.05", 305, "3.05" }, { " 7 ", 700, "7" },
    { "", CASENESS_SCORE_NONE, "" },      { "NULL", CASENESS_SCORE_NONE, "" }, { "-1", CASENESS_SCORE_NONE, "" },
    { "2.345", CASENESS_SCORE_NONE, "" }, { ".5", CASENESS_SCORE_NONE, "" },   { "1e3", CASENESS_SCORE_NONE, "" },
    { "123456", CASENESS_SCORE_NONE, "" },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *printed = caseness_score_format (texts[i].score);

      g_assert_cmpint (caseness_score_parse (texts[i].text), ==, texts[i].score);
      g_assert_cmpstr (printed, ==, texts[i].printed);
    }
  g_assert_cmpint (caseness_score_parse (NULL), ==, CASENESS_SCORE_NONE);
}

/* Derivations, section 5, in hundredths: the ends belong to the range, what is beyond them does not. */
static void
test_ranges (void)
{
  static const struct { const char *prefix; CasenessScore least; CasenessScore most; CasenessScore step; } ranges[] = {
    { "PHQ9", 0, 2700, 100 },           { "GAD", 0, 2100, 100 },          { "AgoraAlone", 0, 500, 1 },
    { "AgoraAccom", 0, 500, 1 },        { "SocialPhobia", 0, 6800, 100 }, { "PanicDisorder", 0, 2800, 100 },
    { "OCD", 0, 16800, 100 },           { "PTSD", 0, 8000, 100 },         { "AnxietyInventory", 0, 5400, 100 },
    { "BIQ", 0, 7200, 100 },            { "PHQ15", 0, 3000, 100 },        { "IBS", 0, 50000, 100 },
    { "WASAS_Work", 0, 900, 100 },      { "WASAS_HomeManagement", 0, 800, 100 },
    { "WASAS_SocialLeisureActivities", 0, 800, 100 }, { "WASAS_PrivateLeisureActivities", 0, 800, 100 },
    { "WASAS_Relationships", 0, 800, 100 }, { "BPI", 0, 7000, 100 },      { "CAT", 0, 4000, 100 },
    { "DDS", 1700, 10200, 100 },        { "PSWQ", 1600, 8000, 100 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (ranges); i++)
    {
      const CasenessScore scores[] = { ranges[i].least - ranges[i].step, ranges[i].least, ranges[i].most,
                                       ranges[i].most + ranges[i].step };
      guint tool = caseness_tool_find_by_prefix (ranges[i].prefix);

      for (guint k = 0; k < G_N_ELEMENTS (scores); k++)
        {
          g_autofree char *text = scores[k] < 0 ? g_strdup ("-1") : caseness_score_format (scores[k]);

          g_test_message ("%s: %s", ranges[i].prefix, text);
          g_assert_cmpint (caseness_tool_read_score (tool, text) != CASENESS_SCORE_NONE, ==, k == 1 || k == 2);
        }
      g_assert_cmpint (caseness_tool_read_score (tool, ""), ==, CASENESS_SCORE_NONE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/outcome/cases", test_cases);
  g_test_add_func ("/measures/outcome/tools", test_tools);
  g_test_add_func ("/measures/outcome/neighbours", test_neighbours);
  g_test_add_func ("/measures/outcome/accompanied", test_accompanied);
  g_test_add_func ("/measures/outcome/decisions", test_decisions);
  g_test_add_func ("/measures/outcome/extended", test_extended);
  g_test_add_func ("/measures/outcome/switches", test_switches);
  g_test_add_func ("/measures/tool/scores", test_scores);
  g_test_add_func ("/measures/tool/ranges", test_ranges);
  return g_test_run ();
}
