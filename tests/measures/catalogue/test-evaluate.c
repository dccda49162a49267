/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "fixture.h"

#include "caseness-figure-address.h"
#include "caseness-identity.h"
#include "caseness-measure-csv.h"
#include "caseness-measure-explain.h"
#include "caseness-standards.h"

#include <math.h>
#include <string.h>

#define COURSE "R R1 2025-01-01 2025-03-31; C C1 2025-01-10 03 5 A1/S1/CBT+PHQ9:15+GAD:12; C C2 2025-02-10 02 5 A2/S1/CBT; "

static CasenessFigure
work_out (CasenessSnapshot *snapshot, const char *id, const char *from, const char *to)
{
  CasenessPeriod period = { caseness_date_parse (from), caseness_date_parse (to) };
  const CasenessMeasure *measure = caseness_measure_find (id);
  CasenessQuestion question = { .periods = &period, .n_periods = 1, .measures = &measure, .n_measures = 1 };
  g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);

  g_assert_nonnull (measure);
  g_assert_nonnull (answer);
  return caseness_answer_get (answer, 0, 0, 0, 0);
}

/* One rule a row, both sides of each boundary. */
static const struct
{
  const char *script;
  const char *from;
  const char *to;
  const char *id;
  const char *value;
  const char *why;
} cases[] = {
  { "R R1 2025-03-01", "2025-03-01", "2025-03-31", "M001", "1", "the first day belongs to the period" },
  { "R R1 2025-02-28", "2025-03-01", "2025-03-31", "M001", "0", "the day before does not" },
  { "R R1 2025-03-31", "2025-03-01", "2025-03-31", "M001", "1", "the last day does" },
  { "R R1 2025-04-01", "2025-03-01", "2025-03-31", "M001", "0", "the day after does not" },
  { "R R1 2025-01-01; C C1 2025-01-29 01 5", "2025-01-01", "2025-01-31", "M024", "1", "28 days" },
  { "R R1 2025-01-01; C C1 2025-01-30 01 5", "2025-01-01", "2025-01-31", "M024", "0", "29 days" },
  { "R R1 2025-01-01; C C1 2025-01-30 01 5", "2025-01-01", "2025-01-31", "M025", "1", "29 days" },
  { "R R1 2025-01-01; C C1 2025-02-12 02 5", "2025-02-01", "2025-02-28", "M036", "1", "42 days are six weeks" },
  { "R R1 2025-01-01; C C1 2025-02-13 02 5", "2025-02-01", "2025-02-28", "M036", "0", "43 are more" },
  { "R R1 2025-01-01 2025-04-01", "2025-03-01", "2025-03-31", "M038", "1", "a later discharge is none yet" },
  { "R R1 2025-01-01 2025-03-31", "2025-03-01", "2025-03-31", "M038", "0", "one on the last day is" },
  { "R R1 2025-04-01", "2025-03-01", "2025-03-31", "M038", "0", "not yet referred" },
  { "R R1 2025-01-01; C C1 2025-04-01 02 5", "2025-03-01", "2025-03-31", "M038", "1", "treated later" },
  { "R R1 2025-01-01; C C1 2025-03-31 02 5", "2025-03-01", "2025-03-31", "M038", "0", "treated on the last day" },
  { "R R1 2025-01-01; C C1 2025-01-30 02 5; C C2 2025-04-20 02 5", "2025-03-01", "2025-03-31", "M019", "1",
    "the latest session by the period's end counts, 60 days ago" },
  { "R R1 2025-01-01; C C1 2025-01-29 02 5", "2025-03-01", "2025-03-31", "M020", "1", "61 days ago" },
  { COURSE, "2025-03-01", "2025-03-31", "M076", "1", "two treatments and a discharge" },
  { COURSE, "2025-02-01", "2025-02-28", "M076", "0", "dated by the discharge" },
  { COURSE, "2025-03-01", "2025-03-31", "M192", "0.0", "one decimal, always" },
  { COURSE, "2025-04-01", "2025-04-30", "M192", "", "nothing to divide by" },
  { COURSE "C C3 2025-03-10 02 5 A3/S1/CBT+PHQ9:9+GAD:7", "2025-03-01", "2025-03-31", "M192", "100.0", "recovered" },
  { COURSE "C C3 2025-03-10 02 5 A3/S1/CBT+PHQ9:10+GAD:7", "2025-03-01", "2025-03-31", "M192", "0.0", "not quite" },
  { COURSE, "2025-02-01", "2025-02-28", "M110", "1", "by the day of the appointment" },
  { COURSE, "2025-01-01", "2025-03-31", "M110", "2", "each appointment once" },
  { "R R1 2025-01-01; C C1 2025-01-10 01 5 A1/S1/CBT", "2025-01-01", "2025-01-31", "M110", "0", "assessment alone" },
  { "R R1 2025-01-01; C C1 2025-01-10 02 3 A1/S1/CBT", "2025-01-01", "2025-01-31", "M084", "1", "did not attend" },
  { "R R1 2025-01-01; C C1 2025-01-10 02 3N A1/S1/CBT", "2025-01-01", "2025-01-31", "M110", "1", "unplanned counts" },
  { "R R1 2025-01-01 2025-02-01; L 2025-01-20 2025-01-27 - 30", "2025-01-01", "2025-01-31", "M343", "1", "a log" },
  { "R R1 2025-01-01 2025-02-01; L 2025-01-27 2025-02-03 - 30", "2025-02-01", "2025-02-28", "M343", "0",
    "one that ends after discharge" },
  { COURSE, "2025-03-01", "2025-03-31", "M050", "9", "days to the first treatment" },
  { COURSE "R R2 2025-02-01 2025-03-31 P2; C D1 2025-02-11 02 5; C D2 2025-02-12 02 5", "2025-03-01", "2025-03-31",
    "M051", "9.5", "between the two middle ones" },
  { COURSE, "2025-03-01", "2025-03-31", "M351", "31", "days between treatments" },
  { COURSE "S 2025-01-12 WASAS_Work 9; S 2025-02-12 WASAS_Work 4", "2025-03-01", "2025-03-31", "M212", "1",
    "a nine for work is a score" },
  { COURSE "S 2025-01-12 WASAS_Work 9; S 2025-02-12 WASAS_Work 4", "2025-03-01", "2025-03-31", "M213", "",
    "and leaves the mean it stands in" },
  { COURSE "S 2025-01-12 WASAS_Work 9; S 2025-02-12 WASAS_Work 4", "2025-03-01", "2025-03-31", "M215", "4",
    "not the other" },
  { COURSE "M 198003 1 A; E 2025-01-05 01 N; E 2025-03-01 01 Y", "2025-03-01", "2025-03-31", "M316", "1",
    "in work at the start" },
  { COURSE "M 198003 1 A; E 2025-01-05 01 N; E 2025-03-01 01 Y", "2025-03-01", "2025-03-31", "M321", "1",
    "off sick at the end" },
  { COURSE "M 198003 1 A; E 2024-12-31 01 N", "2025-03-01", "2025-03-31", "M319", "1", "before the referral: unknown" },
  { COURSE "M 198003 1 A; E 2025-01-05 02 Y", "2025-03-01", "2025-03-31", "M318", "1", "not employed, sick or not" },
  { "R R1 2025-01-01; M 198003 1 A; E 2025-01-05 09 N", "2025-01-01", "2025-01-31", "EA004", "1", "no such status" },
  { "R R1 2025-01-01; M 198003 1 A; E 2025-01-05 - N", "2025-01-01", "2025-01-31", "EA004", "0", "nothing is not" },
  { "R R1 2025-01-01; C C1 2025-01-10 02 5 A1/S1/EmpSupport", "2025-01-01", "2025-01-31", "EA038", "1",
    "employment support alone" },
  { "R R1 2025-01-01; C C1 2025-01-10 02 5 A1/S1/EmpSupport B1/S1/CBT", "2025-01-01", "2025-01-31", "EA039", "1",
    "both in one contact" },
  { "R R1 2025-01-01; C C1 2025-01-10 02 5", "2025-01-01", "2025-01-31", "EA037", "1", "no activity is therapy" },
  { "R R1 2025-01-01; C C1 2025-01-10 06 5", "2025-01-01", "2025-01-31", "EA036", "0", "follow-up before discharge" },
  { "V S1 11 2025-01-10; R R1 2025-01-01; C C1 2025-01-10 02 5 A1/S1/CBT", "2025-01-01", "2025-01-31", "M1014", "1",
    "qualified on the day" },
  { "V S1 11 2025-01-11; R R1 2025-01-01; C C1 2025-01-10 02 5 A1/S1/CBT", "2025-01-01", "2025-01-31", "M1016", "1",
    "the day after" },
  { "V S1 11 - 2026-01-01; R R1 2025-01-01; C C1 2025-01-10 02 5 A1/S1/CBT", "2025-01-01", "2025-01-31", "M1015", "1",
    "in training" },
  { "R R1 2024-09-01; C C1 2024-10-31 02 5; C C2 2025-01-29 02 5", "2025-01-01", "2025-01-31", "L008", "100.0",
    "again on the 90th day" },
  { "R R1 2024-09-01; C C1 2024-10-31 02 5; C C2 2025-01-30 02 5", "2025-01-01", "2025-01-31", "L008", "0.0",
    "a day later" },
  { "R R1 2024-09-01; C C1 2024-11-03 02 5", "2025-01-01", "2025-01-31", "L008", "", "the 90 days are not over" },
  { "V S1 11 2020-01-01; R R1 2025-01-01; C C1 2025-01-10 02 5 A1/S2/CBT", "2025-01-01", "2025-01-31", "M1017", "1",
    "somebody else" },
};

static void
test_rules (void)
{
  guint i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (cases[i].script, NULL);
      CasenessFigure figure = work_out (snapshot, cases[i].id, cases[i].from, cases[i].to);
      g_autofree char *value
        = caseness_figure_format_value (&figure, caseness_measure_find (cases[i].id), FALSE);

      if (strcmp (value, cases[i].value) != 0)
        g_test_message ("%s: %s", cases[i].id, cases[i].why);
      g_assert_cmpstr (value, ==, cases[i].value);
    }
}

static void
test_conditions (void)
{
  static const struct { const char *text; gboolean is_good; } texts[] = {
    { "", TRUE }, { "Recovery_Flag", TRUE }, { "not Recovery_Flag; EndCode in 10, 11", TRUE },
    { "EndCode empty | EndCode starts 1", TRUE }, { "has no contact Seen; has log", TRUE },
    { "TherapySession_FirstDate - ReferralRequestReceivedDate <= 42", TRUE }, { "PeriodEnd > PeriodStart", TRUE },
    { "Nothing", FALSE }, { "EndCode", FALSE }, { "EndCode < 3", FALSE }, { "EndCode in", FALSE },
    { "Recovery_Flag |", FALSE }, { "has contact CareContDate", FALSE }, { "has contact", FALSE }, { "has", FALSE },
    { "TherapySession_FirstDate - < 42", FALSE }, { "TherapySession_FirstDate * 2 < 42", FALSE }, { "1 <", FALSE },
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr(CasenessCondition) condition
        = caseness_condition_parse (CASENESS_TABLE_REFERRAL, texts[i].text);

      if ((condition != NULL) != texts[i].is_good)
        g_test_message ("%s", texts[i].text);
      g_assert_cmpint (condition != NULL, ==, texts[i].is_good);
    }
}

/* Every listed measure says what it is in words, and its words name no column. */
static void
test_catalogue (void)
{
  guint n, i, k;
  const CasenessMeasure *measures = caseness_measure_get_all (&n);

  for (i = 0; i < n; i++)
    {
      g_autofree char *words = caseness_measure_explain (&measures[i]);

      g_assert_cmpstr (measures[i].definition, !=, "");
      g_assert_cmpstr (measures[i].source, !=, "");
      if (measures[i].is_listed)
        g_assert_null (strstr (words, "Flag"));
      if (measures[i].is_listed)
        g_assert_null (strstr (words, "Date "));
      if (measures[i].statistic == CASENESS_STATISTIC_NONE)
        g_assert_true (measures[i].is_retired && g_str_has_prefix (measures[i].definition, "Cannot be computed: "));
      for (k = 0; k < i; k++)
        g_assert_cmpstr (measures[i].id, !=, measures[k].id);
      g_assert_true (caseness_measure_find (measures[i].id) == &measures[i]);
    }
  g_assert_null (caseness_measure_find ("M9999"));
  g_assert_nonnull (caseness_measure_find ("m192"));
}

/* What older files hold: 88 ids of the 2021 edition, of which 27 cannot be worked out from what is kept. */
static void
test_retired (void)
{
  guint n, i, n_retired = 0, n_without = 0;
  const CasenessMeasure *measures = caseness_measure_get_all (&n);
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    COURSE "S 2025-01-12 WASAS_HomeManagement 8; S 2025-02-12 WASAS_HomeManagement 3", NULL);
  CasenessFigure none = work_out (snapshot, "EA014", "2025-03-01", "2025-03-31");

  for (i = 0; i < n; i++)
    {
      n_retired += measures[i].is_retired;
      n_without += measures[i].statistic == CASENESS_STATISTIC_NONE;
    }
  g_assert_cmpuint (n_retired, ==, 88);
  g_assert_cmpuint (n_without, ==, 27);
  g_assert_true (isnan (none.value) && isnan (none.numerator) && isnan (none.denominator));
  g_assert_cmpfloat (work_out (snapshot, "EA089", "2025-03-01", "2025-03-31").value, ==, 8);
  g_assert_cmpfloat (work_out (snapshot, "EA092", "2025-03-01", "2025-03-31").value, ==, 3);
  g_assert_cmpfloat (work_out (snapshot, "EA064", "2025-03-01", "2025-03-31").denominator, ==, 0);
}

static void
test_explain (void)
{
  g_autofree char *recovery = caseness_measure_explain (caseness_measure_find ("M192"));
  g_autofree char *six_weeks = caseness_measure_explain (caseness_measure_find ("M052"));

  g_assert_nonnull (strstr (recovery, "Divided by: less Courses finished in the period that were not at caseness"));
  g_assert_nonnull (strstr (six_weeks, "the first treatment - the day the referral was received is at most 42"));
}

/* Groups are exclusive where they should be, and everybody is in one. */
static void
test_variables (void)
{
  g_autoptr(CasenessSnapshot) snapshot
    = fixture_snapshot_new ("R R1 2025-01-01; M 200702 1 A; P 01 F42 01 2025-01-01; R R2 2025-01-01 - P2; M 200701 2 K; "
                            "P 01 F408 01 2025-01-01; R R3 2025-01-01 - P3",
                            NULL);
  static const struct { const char *variable; const char *group; double n; } groups[] = {
    { "Age Group", "Under 18", 1 }, { "Age Group", "18 to 25", 1 },
    { "Age Group", "Not stated/Not known/Invalid", 1 }, { "working-age", "Under 18", 1 },
    { "Ethnic Group", "Asian or Asian British: Bangladeshi", 1 }, { "BME group", "White British", 1 },
    { "Gender", "Female", 1 }, { "Gender", "Indeterminate", 0 },
    { "Problem Descriptor", "Anxiety and stress related disorders: Other F40-F43 code", 1 },
    { "Problem Descriptor", "Not stated/Not known/Invalid", 2 }, { "Provider", "XA1", 3 },
    { "Team", "Not recorded", 3 },
  };
  CasenessPeriod january = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) };
  const CasenessMeasure *received = caseness_measure_find ("M001");
  guint i, k;

  for (i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      const CasenessVariable *variable = caseness_variable_find (groups[i].variable);
      CasenessQuestion question = { &january, 1, &received, 1, &variable, 1 };
      g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &question, NULL, NULL);
      double total = 0, found = NAN;

      for (k = 0; k < caseness_answer_get_n_groups (answer, 0, 0); k++)
        {
          total += caseness_answer_get (answer, 0, 0, k, 0).value;
          if (strcmp (caseness_answer_get_group (answer, 0, 0, k), groups[i].group) == 0)
            found = caseness_answer_get (answer, 0, 0, k, 0).value;
        }
      g_test_message ("%s: %s", groups[i].variable, groups[i].group);
      g_assert_cmpfloat (found, ==, groups[i].n);
      g_assert_cmpfloat (total, ==, 3);
    }
}

static void
test_where (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (
    "R R1 2025-01-01; M 198001 1 A; R R2 2025-01-01 - P2; M 198001 2 K; R R3 2025-01-01 - P3; M 198001 2 J", NULL);
  static const struct { const char *variable; const char *value; double n; } wishes[] = {
    { "Gender", "female", 2 }, { "Gender", "2", 2 }, { "Ethnic Group", "Asian or Asian British", 2 },
    { "Ethnic Group", "Bangladeshi", 1 }, { "Ethnic Group", "K", 1 }, { "Team", "North", 0 },
    { "Team", "Not recorded", 3 },
  };
  CasenessPeriod january = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) };
  const CasenessMeasure *received = caseness_measure_find ("M001");
  CasenessWhere nowhere = { caseness_variable_find ("Gender"), "Martian" };
  CasenessQuestion question = { &january, 1, &received, 1, NULL, 0, &nowhere, 1 };
  g_autoptr(GError) error = NULL;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (wishes); i++)
    {
      CasenessWhere where = { caseness_variable_find (wishes[i].variable), wishes[i].value };
      CasenessQuestion asked = { &january, 1, &received, 1, NULL, 0, &where, 1 };
      g_autoptr(CasenessAnswer) answer = caseness_evaluate (snapshot, &asked, NULL, NULL);
      g_autoptr(GArray) rows = caseness_evaluate_rows (snapshot, &asked, received, NULL);

      g_assert_cmpfloat (caseness_answer_get (answer, 0, 0, 0, 0).value, ==, wishes[i].n);
      g_assert_cmpuint (rows->len, ==, wishes[i].n);
    }
  g_assert_null (caseness_evaluate (snapshot, &question, NULL, &error));
  g_assert_nonnull (error);
}

static void
test_suppression (void)
{
  g_autoptr(GString) script = g_string_new (NULL);
  g_autoptr(CasenessSnapshot) snapshot = NULL;
  CasenessPeriod periods[] = {
    { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 1, 31) },
    { caseness_date_new (2025, 2, 1), caseness_date_new (2025, 2, 28) },
  };
  const CasenessMeasure *measures[] = { caseness_measure_find ("M001"), caseness_measure_find ("M048") };
  CasenessQuestion question = { periods, 2, measures, 2 };
  CasenessMeasureCsvOptions options = { .suppresses = TRUE };
  g_autoptr(CasenessCsvWriter) writer = caseness_csv_writer_new (FALSE);
  g_autoptr(CasenessAnswer) answer = NULL;
  guint i;

  for (i = 0; i < 12; i++)
    g_string_append_printf (script, "R R%u 2025-0%u-01 - P%u; C C%u 2025-0%u-11 02 5; ", i, i < 8 ? 1 : 2, i, i,
                            i < 8 ? 1 : 2);
  snapshot = fixture_snapshot_new (script->str, NULL);
  answer = caseness_evaluate (snapshot, &question, NULL, NULL);
  caseness_measures_write_csv (writer, answer, &options);
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 0, "numerator=10 denominator= value=10", "eight");
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 1, "numerator=80 denominator=10 value=10", "their mean");
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 2, "numerator=* denominator= value=*", "four");
  fixture_check_row (caseness_csv_writer_peek (writer, NULL), 3, "numerator= denominator=* value=*", "their mean");
}

static void
test_identities (void)
{
  g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (COURSE, NULL);
  CasenessPeriod march = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) };
  g_autoptr(GPtrArray) identities = caseness_identity_check (snapshot, &march, 1, NULL, NULL);
  guint i;

  g_assert_cmpuint (identities->len, >, 10);
  for (i = 0; i < identities->len; i++)
    {
      const CasenessIdentity *identity = g_ptr_array_index (identities, i);

      g_test_message ("%s", identity->words);
      g_assert_true (identity->holds);
    }
}

/* First scores 10 and 20, which spread by the root of 50, come down by 6 and 12: 9 / 7.0711. Of one course alone, and of
 * courses that all began alike, there is none; who has no last score is not in it. */
static void
test_effect (void)
{
#define SCORED(id, first, last)                                                                                       \
  "R " id " 2025-01-01 2025-03-10;C " id "a 2025-01-20 03 5 A/S1/CBT+PHQ9:" first "+GAD:10;"                           \
  "C " id "b 2025-02-20 03 5 B/S1/CBT" last ";"
  static const struct { const char *script; double value; double people; } courses[] = {
    { SCORED ("1", "10", "+PHQ9:4+GAD:3") SCORED ("2", "20", "+PHQ9:8+GAD:3"), 1.272792, 2 },
    { SCORED ("1", "10", "+PHQ9:4+GAD:3") SCORED ("2", "20", "+PHQ9:8+GAD:3") SCORED ("3", "27", ""), 1.272792, 2 },
    { SCORED ("1", "10", "+PHQ9:16+GAD:3") SCORED ("2", "20", "+PHQ9:20+GAD:3"), -0.424264, 2 },
    { SCORED ("1", "10", "+PHQ9:4+GAD:3"), NAN, 1 },
    { SCORED ("1", "10", "+PHQ9:4+GAD:3") SCORED ("2", "10", "+PHQ9:8+GAD:3"), NAN, 2 },
  };
  CasenessPeriod march = { caseness_date_new (2025, 3, 1), caseness_date_new (2025, 3, 31) };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (courses); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (courses[i].script, NULL);
      g_autoptr(CasenessFigureAddress) address = caseness_figure_address_new ("L026", &march, NULL, NULL);
      CasenessFigure figure = caseness_figure_address_work_out (address, snapshot, NULL);

      g_assert_cmpfloat (figure.denominator, ==, courses[i].people);
      g_assert_true (isnan (figure.numerator));
      if (isnan (courses[i].value))
        g_assert_true (isnan (figure.value));
      else
        g_assert_cmpfloat_with_epsilon (figure.value, courses[i].value, 1e-6);
    }
#undef SCORED
}

static void
test_standards (void)
{
  static const struct { const char *id; const char *day; double value; } days[] = {
    { "M192", "2010-01-01", 50 },   { "M186", "2024-03-31", 66.7 }, { "M186", "2024-04-01", 67 },
    { "M186", "2026-03-31", 67 },   { "M186", "2026-04-01", 69 },   { "M195", "2024-03-31", NAN },
    { "M195", "2024-04-01", 48 },   { "M001", "2025-01-01", NAN },  { "L003", "2025-01-01", 80 },
  };
  g_autoptr(CasenessStandards) standards = caseness_standards_new (NULL);
  guint i;

  for (i = 0; i < G_N_ELEMENTS (days); i++)
    {
      const CasenessStandard *standard
        = caseness_standards_find (standards, days[i].id, caseness_date_parse (days[i].day));

      g_assert_cmpint (standard == NULL, ==, isnan (days[i].value));
      if (standard == NULL)
        continue;
      g_assert_cmpfloat (standard->value, ==, days[i].value);
      g_assert_true (caseness_standard_is_met (standard, days[i].value));
      g_assert_false (caseness_standard_is_met (standard, days[i].value - 0.1));
    }
}

#define N_PEOPLE 60

static void
add_random_contact (GString *script, GRand *random, guint person, guint number, CasenessDate received)
{
  static const char *const types[] = { "01", "02", "02", "02", "03", "05", "06", "10" };
  static const char *const attendances[] = { "5", "5", "5", "6", "3", "2", "7N", "4" };
  static const char *const therapies[] = { "CBT", "GSH-Book", "EmpSupport", "EMDR", "-", "OtherHI" };
  CasenessDate day = received + g_rand_int_range (random, -3, 120);
  char date[11];

  g_string_append_printf (script, "C C%u-%u %s %s %s A%u-%u/S%d/%s+PHQ9:%d+GAD:%d+SocialPhobia:%d; ", person, number,
                          caseness_date_write_iso (day, date), types[g_rand_int_range (random, 0, 8)],
                          attendances[g_rand_int_range (random, 0, 8)], person, number,
                          g_rand_int_range (random, 1, 4), therapies[g_rand_int_range (random, 0, 6)],
                          g_rand_int_range (random, 0, 28), g_rand_int_range (random, 0, 22),
                          g_rand_int_range (random, 0, 69));
}

static void
add_random_person (GString *script, GRand *random, guint person)
{
  static const char *const descriptors[] = { "F401", "F32", "F412", "F99", "K58", "nonsense" };
  CasenessDate received = caseness_date_new (2025, 1, 1) + g_rand_int_range (random, 0, 60);
  char from[11], to[11] = "-";
  guint n = g_rand_int_range (random, 0, 7), i;

  if (g_rand_boolean (random))
    caseness_date_write_iso (received + g_rand_int_range (random, -2, 90), to);
  caseness_date_write_iso (received, from);
  g_string_append_printf (script, "R R%u %s %s P%u; M %d 1 A; P 01 %s 01 2025-01-01; ", person, from, to, person,
                          g_rand_int_range (random, 1940, 2012) * 100 + g_rand_int_range (random, 1, 13),
                          descriptors[g_rand_int_range (random, 0, 6)]);
  g_string_append_printf (script, "E %s 01 %s Y Y %s; ", from, g_rand_boolean (random) ? "N" : "Y", to);
  for (i = 0; i < n; i++)
    add_random_contact (script, random, person, i, received);
}

static CasenessSnapshot *
make_random_service (guint32 seed)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (seed);
  g_autoptr(GString) script = g_string_new ("V S1 11 2020-01-01; V S2 10 - 2026-01-01; ");
  guint i;

  for (i = 0; i < N_PEOPLE; i++)
    add_random_person (script, random, i);
  return fixture_snapshot_new (script->str, NULL);
}

/* Counts of what happened on a day; not what stands at the end of a period or looks at all of it. */
static gboolean
adds_up_over_time (const CasenessMeasure *measure)
{
  return *measure->date != '\0'
         && (measure->statistic == CASENESS_STATISTIC_COUNT || measure->statistic == CASENESS_STATISTIC_SUM)
         && strstr (measure->conditions, "Latest") == NULL && strstr (measure->conditions, "Staff") == NULL;
}

static void
check_sums (const CasenessAnswer *months, const CasenessAnswer *quarter, guint measure)
{
  double sum = 0, by_group = 0;
  guint i;

  for (i = 0; i < 3; i++)
    sum += caseness_answer_get (months, i, 0, 0, measure).value;
  for (i = 0; i < caseness_answer_get_n_groups (quarter, 0, 1); i++)
    by_group += caseness_answer_get (quarter, 0, 1, i, measure).value;
  g_test_message ("%s", caseness_answer_get_measure (quarter, measure)->id);
  g_assert_cmpfloat (sum, ==, caseness_answer_get (quarter, 0, 0, 0, measure).value);
  g_assert_cmpfloat (by_group, ==, caseness_answer_get (quarter, 0, 0, 0, measure).value);
}

/* Months add up to their quarter, groups to everybody, and the identities hold, whatever the data. */
static void
test_properties (void)
{
  CasenessPeriod months[3], quarter = { caseness_date_new (2025, 1, 1), caseness_date_new (2025, 3, 31) };
  const CasenessVariable *variables[] = { NULL, caseness_variable_find ("Problem Descriptor") };
  guint seed, i;

  for (i = 0; i < 3; i++)
    months[i] = caseness_period_around (CASENESS_PERIOD_MONTH, caseness_date_new (2025, (int) i + 1, 1));
  for (seed = 1; seed <= 12; seed++)
    {
      g_autoptr(CasenessSnapshot) snapshot = make_random_service (seed);
      CasenessQuestion monthly = { .periods = months, .n_periods = 3 };
      CasenessQuestion quarterly = { .periods = &quarter, .n_periods = 1, .variables = variables, .n_variables = 2 };
      g_autoptr(CasenessAnswer) by_month = caseness_evaluate (snapshot, &monthly, NULL, NULL);
      g_autoptr(CasenessAnswer) by_quarter = caseness_evaluate (snapshot, &quarterly, NULL, NULL);
      g_autoptr(GPtrArray) identities = caseness_identity_check (snapshot, months, 3, NULL, NULL);

      for (i = 0; i < caseness_answer_get_n_measures (by_quarter); i++)
        if (adds_up_over_time (caseness_answer_get_measure (by_quarter, i)))
          check_sums (by_month, by_quarter, i);
      for (i = 0; i < identities->len; i++)
        g_assert_true (((CasenessIdentity *) g_ptr_array_index (identities, i))->holds);
    }
}

/* Derivations, section 11, on every pathway. */
static void
test_invariants (void)
{
  guint seed, i;

  for (seed = 1; seed <= 12; seed++)
    {
      g_autoptr(CasenessSnapshot) snapshot = make_random_service (seed);

      for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
        {
          CasenessPathway pathway;
          guint change;

          caseness_snapshot_read (snapshot, i, &pathway);
          change = pathway.flags
                   & (CASENESS_OUTCOME_IMPROVEMENT | CASENESS_OUTCOME_DETERIORATION | CASENESS_OUTCOME_NO_CHANGE);
          g_assert_cmpint (pathway.dates[CASENESS_PATHWAY_TREATMENT_SECOND] != CASENESS_DATE_NONE, ==,
                           pathway.counts[CASENESS_PATHWAY_TREATMENTS] >= 2);
          g_assert_cmpint (pathway.dates[CASENESS_PATHWAY_TREATMENT_FIRST], <=,
                           pathway.dates[CASENESS_PATHWAY_TREATMENT_LAST]);
          if (pathway.dates[CASENESS_PATHWAY_TREATMENT_SECOND] != CASENESS_DATE_NONE)
            {
              g_assert_cmpint (pathway.dates[CASENESS_PATHWAY_TREATMENT_FIRST], <=,
                               pathway.dates[CASENESS_PATHWAY_TREATMENT_SECOND]);
              g_assert_cmpint (pathway.dates[CASENESS_PATHWAY_TREATMENT_SECOND], <=,
                               pathway.dates[CASENESS_PATHWAY_TREATMENT_LAST]);
            }
          if ((pathway.flags & CASENESS_PATHWAY_COMPLETED) != 0)
            g_assert_cmpint (pathway.dates[CASENESS_PATHWAY_DISCHARGED], !=, CASENESS_DATE_NONE);
          g_assert_cmpuint (change & (change - 1), ==, 0);
          if ((pathway.flags & CASENESS_OUTCOME_RECOVERY) != 0)
            g_assert_cmpuint (pathway.flags & CASENESS_OUTCOME_CASENESS, !=, 0);
          if ((pathway.flags & CASENESS_OUTCOME_CASENESS) != 0)
            g_assert_cmpuint (pathway.flags & CASENESS_OUTCOME_NOT_CASENESS, ==, 0);
          if ((pathway.flags & CASENESS_PATHWAY_COMPLETED) == 0)
            g_assert_cmpuint (pathway.flags & 0x3f, ==, 0);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/evaluate/rules", test_rules);
  g_test_add_func ("/measures/evaluate/conditions", test_conditions);
  g_test_add_func ("/measures/evaluate/catalogue", test_catalogue);
  g_test_add_func ("/measures/evaluate/retired", test_retired);
  g_test_add_func ("/measures/evaluate/explain", test_explain);
  g_test_add_func ("/measures/evaluate/variables", test_variables);
  g_test_add_func ("/measures/evaluate/where", test_where);
  g_test_add_func ("/measures/evaluate/suppression", test_suppression);
  g_test_add_func ("/measures/evaluate/identities", test_identities);
  g_test_add_func ("/measures/evaluate/standards", test_standards);
  g_test_add_func ("/measures/evaluate/properties", test_properties);
  g_test_add_func ("/measures/evaluate/effect", test_effect);
  g_test_add_func ("/measures/evaluate/invariants", test_invariants);
  return g_test_run ();
}
