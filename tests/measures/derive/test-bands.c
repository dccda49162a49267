/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-evaluate.h"
#include "caseness-measure-csv.h"

#include <string.h>

/* What is counted by days, by a code or by a status: every band on both sides of both of its ends. The period is June
 * 2025, and the day counted from is so many days before the day that stands still. */

#define NO_END (-1)
#define JUNE_END (caseness_date_new (2025, 6, 30))

/* %s is the day counted from. */
#define ASSESSED "R R1 %s; C C1 2025-06-16 01 5"
#define TREATED "R R1 %s; C C1 2025-06-16 02 5"
#define TREATED_AGAIN "R R1 2025-01-01; C C1 %s 02 5; C C2 2025-06-16 02 5"
#define COURSE "R R1 %s 2025-06-30; C C1 2025-06-16 02 5; C C2 2025-06-23 02 5"
#define QUIET "R R1 2025-01-01; C C1 %s 02 5"
#define WAITING "R R1 %s"
#define HIGH_FIRST \
  "R R1 2025-01-01 2025-06-30; C C1 %s 01 5; C C2 2025-06-16 02 5 A/S1/CBT; C C3 2025-06-23 02 5 A/S1/CBT"
#define LOW_FIRST \
  "R R1 2025-01-01 2025-06-30; C C1 %s 01 5; C C2 2025-06-16 02 5 A/S1/GSH-Book; C C3 2025-06-23 02 5 A/S1/GSH-Book"
#define UP \
  "R R1 2025-01-01 2025-06-30; C C0 2025-01-02 01 5; C C1 2025-01-03 02 5 A/S1/GSH-Book; C C2 %s 02 5 A/S1/GSH-Book; " \
  "C C3 2025-06-16 02 5 A/S1/CBT; C C4 2025-06-23 02 5 A/S1/CBT"

static const struct
{
  const char *id;
  const char *script;
  gboolean is_from_end; /* counted back from the end of the period, else from the sixteenth */
  int least;
  int most;
} bands[] = {
  { "M024", ASSESSED, FALSE, 0, 28 },         { "M025", ASSESSED, FALSE, 29, 56 },
  { "M026", ASSESSED, FALSE, 57, 90 },        { "M027", ASSESSED, FALSE, 91, NO_END },
  { "M032", TREATED, FALSE, 0, 28 },          { "M033", TREATED, FALSE, 29, 56 },
  { "M034", TREATED, FALSE, 57, 90 },         { "M035", TREATED, FALSE, 91, NO_END },
  { "M036", TREATED, FALSE, 0, 42 },          { "M037", TREATED, FALSE, 0, 126 },
  { "M121", TREATED_AGAIN, FALSE, 0, 28 },    { "M122", TREATED_AGAIN, FALSE, 29, 90 },
  { "M046", TREATED_AGAIN, FALSE, 29, NO_END }, { "M047", TREATED_AGAIN, FALSE, 91, NO_END },
  { "M052", COURSE, FALSE, 0, 42 },           { "M054", COURSE, FALSE, 0, 126 },
  { "M019", QUIET, TRUE, 0, 60 },             { "M020", QUIET, TRUE, 61, 90 },
  { "M021", QUIET, TRUE, 91, 120 },           { "M022", QUIET, TRUE, 121, NO_END },
  { "M029", WAITING, TRUE, 0, NO_END },       { "M030", WAITING, TRUE, 91, NO_END },
  { "M038", WAITING, TRUE, 0, NO_END },       { "M039", WAITING, TRUE, 0, 14 },
  { "M040", WAITING, TRUE, 0, 28 },           { "M041", WAITING, TRUE, 0, 42 },
  { "M042", WAITING, TRUE, 0, 84 },           { "M043", WAITING, TRUE, 0, 126 },
  { "M044", WAITING, TRUE, 127, NO_END },     { "M045", WAITING, TRUE, 91, NO_END },
  { "M356", HIGH_FIRST, FALSE, 0, 28 },       { "M358", HIGH_FIRST, FALSE, 0, 90 },
  { "M357", LOW_FIRST, FALSE, 0, 28 },        { "M359", LOW_FIRST, FALSE, 0, 90 },
  { "M360", UP, FALSE, 0, 28 },               { "M361", UP, FALSE, 0, 90 },
};

static char *
work_out (const char *script, const char *id)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (script, NULL);
  const CasenessMeasure *measure = caseness_measure_find (id);
  const CasenessPeriod june = { caseness_date_new (2025, 6, 1), JUNE_END };
  CasenessQuestion question = { .periods = &june, .n_periods = 1, .measures = &measure, .n_measures = 1 };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
  CasenessFigure figure = caseness_answer_get (answer, 0, 0, 0, 0);

  return caseness_figure_format_value (&figure, measure, FALSE);
}

static void
check_days (gsize i, int days, const char *expected)
{
  CasenessDate anchor = bands[i].is_from_end ? JUNE_END : caseness_date_new (2025, 6, 16);
  char day[11];
  g_auto(GStrv) parts = g_strsplit (bands[i].script, "%s", 2);
  g_autofree char *script = g_strconcat (parts[0], caseness_date_write_iso (anchor - days, day), parts[1], NULL);
  g_autofree char *value = work_out (script, bands[i].id);

  g_test_message ("%s: %d days", bands[i].id, days);
  g_assert_cmpstr (value, ==, expected);
}

static void
test_days (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (bands); i++)
    {
      check_days (i, bands[i].least, "1");
      if (bands[i].least > 0)
        check_days (i, bands[i].least - 1, "0");
      if (bands[i].most == NO_END)
        continue;
      check_days (i, bands[i].most, "1");
      check_days (i, bands[i].most + 1, "0");
    }
}

typedef struct
{
  const char *script;
  const char *id;
  const char *value;
  const char *why;
} RuleCase;

static void
check_rules (const RuleCase *cases, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *value = work_out (cases[i].script, cases[i].id);

      g_test_message ("%s: %s", cases[i].id, cases[i].why);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

#define ENDED "R R1 2025-06-01 2025-06-20; "

static const RuleCase endings[] = {
  { ENDED "C C1 2025-06-10 01 3", "M073", "1", "missed appointments are none" },
  { ENDED "C C1 2025-06-10 06 5", "M073", "1", "nor are follow-ups" },
  { ENDED "C C1 2025-06-10 01 5", "M073", "0", "one that was attended is one" },
  { ENDED "L 2025-06-02 2025-06-09 X 10", "M073", "0", "so is a log" },
  { ENDED "C C1 2025-06-10 01 5", "M074", "1", "seen, not treated" },
  { ENDED "C C1 2025-06-10 01 5; C C2 2025-06-11 02 5", "M074", "0", "and then treated" },
  { ENDED "C C1 2025-06-11 02 5", "M075", "1", "once" },
  { ENDED "C C1 2025-06-11 02 5; C C2 2025-06-12 06 5", "M075", "1", "a follow-up is no treatment" },
  { ENDED "C C1 2025-06-11 02 5; C C2 2025-06-12 03 5", "M075", "0", "twice" },
  { ENDED "C C1 2025-06-11 02 5; C C2 2025-06-11 02 5", "M076", "1", "twice on one day" },
  { ENDED "C C1 2025-06-11 02 5; C C2 2025-06-11 02 5", "M121", "1", "which is a wait of no days" },
  { ENDED "C C1 2025-06-11 02 5; L 2025-06-12 2025-06-19 X 10", "M076", "1", "a contact and a log" },
  { "R R1 2025-06-01 2025-06-20 P1 47; C C1 2025-06-11 02 5; C C2 2025-06-12 02 5", "M076", "1",
    "the end code does not matter" },
  { ENDED "C C1 2025-06-11 01 5", "M153", "1", "ended before treatment" },
  { ENDED "C C1 2025-06-11 02 5", "M153", "0", "not before" },
  { "R R1 2025-06-10 2025-06-09; C C1 2025-06-09 02 5; C C2 2025-06-10 03 5", "M076", "0",
    "discharged before it came: no outcome" },
  { "R R1 2025-06-10 2025-06-09; C C1 2025-06-10 03 5", "M023", "0", "and no wait" },
  { "R R1 2025-06-10 2025-06-10; C C1 2025-06-10 03 5", "M023", "1", "on one day it is a referral like any" },
  { "R R1 2025-06-01; R R2 2025-06-02", "M001", "2", "two referrals of one person are two" },
};

static void
test_endings (void)
{
  check_rules (endings, G_N_ELEMENTS (endings));
}

/* Each code of the list is counted once and in one place; one that is not of the list, and none, have theirs. */
static void
test_end_codes (void)
{
  static const struct { const char *id; const char *code; } codes[] = {
    { "M057", "10" }, { "M058", "11" }, { "M059", "12" }, { "M060", "13" }, { "M061", "14" }, { "M340", "16" },
    { "M062", "17" }, { "M063", "95" }, { "M342", "50" }, { "M066", "46" }, { "M344", "47" }, { "M341", "48" },
    { "M069", "49" }, { "M070", "96" }, { "M071", "15" }, { "M071", "99" }, { "M072", "-" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (codes); k++)
      {
        g_autofree char *script = g_strdup_printf ("R R1 2025-06-01 2025-06-20 P1 %s", codes[k].code);
        g_autofree char *value = work_out (script, codes[i].id);

        g_test_message ("%s: code %s", codes[i].id, codes[k].code);
        g_assert_cmpstr (value, ==, strcmp (codes[i].id, codes[k].id) == 0 ? "1" : "0");
      }
}

/* Every appointment of the period, whatever it is, and whether or not the referral had come. */
static void
test_attendance (void)
{
  static const struct { const char *id; const char *code; } codes[] = {
    { "M083", "2" }, { "M084", "3" }, { "M085", "4" }, { "M086", "5" }, { "M087", "6" }, { "M088", "7" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (codes); i++)
    for (gsize k = 0; k < G_N_ELEMENTS (codes); k++)
      {
        g_autofree char *script = g_strdup_printf ("R R1 2025-06-20; C C1 2025-06-10 06 %s", codes[k].code);
        g_autofree char *value = work_out (script, codes[i].id);
        g_autofree char *all = work_out (script, "M082");

        g_test_message ("%s: attendance %s", codes[i].id, codes[k].code);
        g_assert_cmpstr (value, ==, i == k ? "1" : "0");
        g_assert_cmpstr (all, ==, "1");
      }
}

#define FINISHED "R R1 2025-01-01 2025-06-20; C C1 2025-01-10 03 5 A/S1/CBT"
#define LAST "; C C2 2025-06-10 02 5 A/S1/CBT"

static const RuleCase rates[] = {
  { FINISHED "+PHQ9:10+GAD:7" LAST "+PHQ9:9+GAD:7", "M192", "100.0", "a case, and both below" },
  { FINISHED "+PHQ9:9+GAD:7" LAST "+PHQ9:9+GAD:7", "M192", "", "not a case: nobody to divide by" },
  { FINISHED "+PHQ9:9+GAD:7" LAST, "M180", "100.0", "not a case, whatever comes after" },
  { FINISHED "+GAD:7" LAST "+GAD:7", "M192", "0.0", "one missing and the other below: in the denominator" },
  { FINISHED "+GAD:7" LAST "+GAD:7", "M179", "0", "but not “not a case”" },
  { FINISHED LAST, "M192", "0.0", "nothing scored: in the denominator as well" },
  { FINISHED "+PHQ9:9+GAD:7" LAST "+PHQ9:3+GAD:7", "M186", "100.0", "the others are of all finished courses" },
  { FINISHED "+PHQ9:9+GAD:7" LAST "+PHQ9:3", "M186", "0.0", "no second pair, no change" },
};

static void
test_rates (void)
{
  check_rules (rates, G_N_ELEMENTS (rates));
}

#define PERSON "; M 198003 1 A; E 2025-01-05 "
#define WITH(status, sick) FINISHED LAST PERSON status " " sick
#define SUPPORT "; C E1 2025-06-05 10 5"
#define CODED "; C E1 2025-06-05 10 5 B/E1/EmpSupport"

static const RuleCase employment[] = {
  { WITH ("01", "N"), "M316", "1", "in work" },
  { WITH ("01", "Y"), "M317", "1", "off sick" },
  { WITH ("01", "8"), "M319", "1", "employed, and nothing to say of sickness: not known" },
  { WITH ("01", "-"), "M319", "1", "nor where that is blank" },
  { WITH ("02", "N"), "M318", "1", "not employed" },
  { WITH ("08", "Y"), "M318", "1", "the last of the list, sick or not" },
  { WITH ("ZZ", "N"), "M319", "1", "would not say" },
  { WITH ("09", "N"), "M319", "1", "no such status" },
  { WITH ("01", "Q"), "M319", "1", "no such answer: the row counts for nothing" },
  { FINISHED LAST "; M 198003 1 A; E 2025-01-01 01 N", "M316", "1", "on the day of referral" },
  { FINISHED LAST "; M 198003 1 A; E 2024-12-31 01 N", "M319", "1", "the day before" },
  { FINISHED LAST "; M 198003 1 A; E 2025-06-20 01 N", "M320", "1", "on the day of discharge" },
  { FINISHED LAST "; M 198003 1 A; E 2025-06-21 01 N", "M323", "1", "the day after" },
  { FINISHED LAST PERSON "01 N; E 2025-01-05 02 N", "M316", "1", "of one day the first sent is first" },
  { FINISHED LAST PERSON "01 N; E 2025-01-05 02 N", "M322", "1", "and the last sent last" },
  { FINISHED LAST PERSON "01 N" SUPPORT, "M316", "0", "who had employment support is elsewhere" },
  { FINISHED LAST PERSON "01 N" SUPPORT, "EA276", "1", "in work when it began" },
  { FINISHED LAST PERSON "01 Y" SUPPORT, "EA277", "1", "off sick" },
  { FINISHED LAST PERSON "02 N" SUPPORT, "EA278", "1", "not employed" },
  { FINISHED LAST SUPPORT, "EA279", "1", "nothing is known" },
  { FINISHED LAST PERSON "02 N; E 2025-06-20 01 N" SUPPORT, "EA276", "1", "the latest row up to discharge" },
  { FINISHED LAST PERSON "02 N; E 2025-06-21 01 N" SUPPORT, "EA278", "1", "not what came after" },
  { FINISHED LAST PERSON "01 N Y; E 2025-06-01 01 N N", "M237", "1", "from sick pay to none" },
  { FINISHED LAST PERSON "01 N N; E 2025-06-01 01 N Y", "M237", "0", "not the other way" },
  { FINISHED LAST PERSON "01 N Y; E 2025-06-20 01 N N", "M237", "1", "until the day of discharge" },
  { FINISHED LAST PERSON "01 N Y; E 2025-06-21 01 N N", "M237", "0", "not after" },
  { FINISHED LAST PERSON "01 N Y; E 2025-06-01 01 N -", "M237", "0", "a blank says nothing" },
  { FINISHED LAST PERSON "01 N - Y 2025-06-01" SUPPORT, "EA050", "0", "support after its own end is none" },
  { FINISHED LAST PERSON "01 N - Y 2025-06-01" CODED, "EA050", "1", "its code in the referral is some whenever it ended" },
  { FINISHED LAST PERSON "01 N - Y 2025-06-05" SUPPORT, "EA050", "1", "support on its last day is some" },
  { FINISHED LAST PERSON "01 N - Y 2025-07-01" SUPPORT, "EA050", "0", "it ended after the period" },
  { FINISHED LAST SUPPORT, "EA140", "146", "days from assessment to support" },
  { "R R1 2025-01-01; C C1 2025-06-06 01 5; C E1 2025-06-05 10 5", "EA140", "", "support before assessment has no wait" },
  { "R R1 2025-01-01; C C1 2025-06-05 01 5; C E1 2025-06-05 10 5", "EA281", "0", "on one day it has one of no days" },
};

static void
test_employment (void)
{
  check_rules (employment, G_N_ELEMENTS (employment));
}

static const RuleCase integrated[] = {
  { "R R1 2025-01-01 2025-06-20; C C1 2025-06-10 02 5I; C C2 2025-06-11 02 5", "M273", "1", "one of them is enough" },
  { "R R1 2025-01-01 2025-06-20; C C1 2025-06-10 02 5; C C2 2025-06-11 02 5", "M274", "1", "none of them" },
  { "R R1 2025-01-01 2025-06-20; C C1 2025-06-10 02 5; C C2 2025-06-11 02 5; C C3 2025-06-12 02 3I", "M274", "1",
    "none that was attended" },
  { "R R1 2025-01-01 2025-06-20; C C1 2025-06-10 02 5; C C2 2025-06-11 02 5; C C3 2025-06-21 02 5I", "M274", "1",
    "none before discharge" },
  { "R R1 2025-01-01 2025-06-20; C C1 2025-06-10 02 5; C C2 2025-06-11 02 5; C C3 2025-06-20 06 5I", "M274", "1",
    "a follow-up is none" },
  { "R R1 2025-01-01; C C1 2025-06-10 02 5I; C C2 2025-06-11 02 5", "M1011", "50.0", "of the appointments attended" },
  { "R R1 2025-06-11; C C1 2025-06-10 02 5I; C C2 2025-06-11 02 5", "M1011", "0.0", "before the referral is none" },
  { FINISHED "; L 2025-06-02 2025-06-09 X 30; L 2025-06-09 2025-06-16 X 10", "M1013", "40", "minutes of a course with logs" },
  { FINISHED LAST, "M1013", "", "without a log there is no such course" },
};

static void
test_integrated (void)
{
  check_rules (integrated, G_N_ELEMENTS (integrated));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/bands/days", test_days);
  g_test_add_func ("/measures/bands/endings", test_endings);
  g_test_add_func ("/measures/bands/end-codes", test_end_codes);
  g_test_add_func ("/measures/bands/attendance", test_attendance);
  g_test_add_func ("/measures/bands/rates", test_rates);
  g_test_add_func ("/measures/bands/employment", test_employment);
  g_test_add_func ("/measures/bands/integrated", test_integrated);
  return g_test_run ();
}
