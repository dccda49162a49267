/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "caseness-snapshot-private.h"
#include "caseness-snapshot-stored.h"

/* Scores are kept by sheets, and the first and the last of a tool only once. They come back as they were sent. */

/* All scores of a pathway as `day tool value` words, `>` before a first one and `<` after a last one. */
static char *
spell_scores (const CasenessSnapshot *snapshot, guint index)
{
  g_autoptr(GArray) scores = g_array_new (FALSE, FALSE, sizeof (CasenessScoreEvent));
  GString *words = g_string_new (NULL);
  char day[11];
  guint n_tools, i;

  caseness_snapshot_list_scores (snapshot, index, scores);
  for (i = 0; i < scores->len; i++)
    {
      const CasenessScoreEvent *score = &g_array_index (scores, CasenessScoreEvent, i);
      g_autofree char *value = caseness_score_format (score->value);

      g_string_append_printf (words, "%s%s %s %s%s%s", i > 0 ? ", " : "", caseness_date_write_iso (score->date, day) + 5,
                              caseness_tool_get_all (&n_tools)[score->line.tool].field_prefix, score->line.is_first ? ">" : "",
                              value, score->line.is_last ? "<" : "");
    }
  return g_string_free (words, FALSE);
}

static const struct
{
  const char *why;
  const char *script;
  const char *expected;
} cases[] = {
  { "none", "R R1 2025-01-02;C C1 2025-01-10 01 5", "" },
  { "one is the first and never the last", "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18", "01-10 PHQ9 >18" },
  { "two are both known of the pathway",
    "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18;C C2 2025-01-17 02 5 A2/S1/CBT+PHQ9:7",
    "01-10 PHQ9 >18, 01-17 PHQ9 7<" },
  { "of three the one between is kept",
    "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18;C C2 2025-01-17 02 5 A2/S1/CBT+PHQ9:12;"
    "C C3 2025-01-24 02 5 A3/S1/CBT+PHQ9:7",
    "01-10 PHQ9 >18, 01-17 PHQ9 12, 01-24 PHQ9 7<" },
  { "each tool has its own first and last",
    "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+PHQ9:18;C C2 2025-01-17 02 5 A2/S1/CBT+PHQ9:12+GAD:11;"
    "C C3 2025-01-24 02 5 A3/S1/CBT+PHQ9:7+GAD:9;C C4 2025-01-31 02 5 A4/S1/CBT+GAD:8",
    "01-10 PHQ9 >18, 01-17 PHQ9 12, 01-17 GAD >11, 01-24 PHQ9 7<, 01-24 GAD 9, 01-31 GAD 8<" },
  { "the least and the most of a score, and parts of one",
    "R R1 2025-01-02;C C1 2025-01-10 01 5 A1/S1/-+OCD:0;C C2 2025-01-17 02 5 A2/S1/CBT+OCD:168;"
    "C C3 2025-01-24 02 5 A3/S1/CBT+OCD:2+AgoraAlone:2.3;C C4 2025-01-31 02 5 A4/S1/CBT+OCD:1+AgoraAlone:0.07;"
    "C C5 2025-02-07 02 5 A5/S1/CBT+AgoraAlone:4",
    "01-10 OCD >0, 01-17 OCD 168, 01-24 OCD 2, 01-24 AgoraAlone >2.3, 01-31 OCD 1<, 01-31 AgoraAlone 0.07, 02-07 AgoraAlone 4<" },
  { "several of one day: the first, what is between from the highest, the last",
    "R R1 2025-01-02;C C1 2025-01-10T09:00 01 5 A1/S1/-+PHQ9:15;S 2025-01-10 PHQ9 9;S 2025-01-10 PHQ9 20;"
    "S 2025-01-10 PHQ9 18;S 2025-01-10 PHQ9 11",
    "01-10 PHQ9 >15, 01-10 PHQ9 20, 01-10 PHQ9 18, 01-10 PHQ9 9, 01-10 PHQ9 11<" },
  { "sent in any order, before and after the turn of a year",
    "R R1 2024-06-01;S 2025-01-01 PHQ9 9;S 2024-12-31 PHQ9 10;S 2024-06-01 PHQ9 20;S 2025-12-31 PHQ9 4",
    "06-01 PHQ9 >20, 12-31 PHQ9 10, 01-01 PHQ9 9, 12-31 PHQ9 4<" },
};

static void
test_listed (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = fixture_snapshot_new (cases[i].script, NULL);
      g_autofree char *found = spell_scores (snapshot, 0);

      g_test_message ("%s", cases[i].why);
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* Pathway @i is given one PHQ-9 more than the one before, up to nine, each of another value. */
static void
add_pathway (GString *script, GString *expected, guint i)
{
  guint n = i % 10, k;

  g_string_append_printf (script, "R R%05u 2025-01-01;", i);
  for (k = 0; k < n; k++)
    {
      g_string_append_printf (script, "S 2025-02-%02u PHQ9 %u;", k + 1, (i + k) % 28);
      g_string_append_printf (expected, "%s02-%02u PHQ9 %s%u%s", k > 0 ? ", " : "", k + 1, k == 0 ? ">" : "", (i + k) % 28,
                              k > 0 && k + 1 == n ? "<" : "");
    }
  if (i % 7 == 0)
    {
      g_string_append_printf (script, "S 2025-03-01 GAD %u;", i % 22);
      g_string_append_printf (expected, "%s03-01 GAD >%u", n > 0 ? ", " : "", i % 22);
    }
  g_string_append_c (expected, '\n');
}

static void
check_all (const CasenessSnapshot *snapshot, const char *expected)
{
  g_auto(GStrv) lines = g_strsplit (expected, "\n", -1);
  guint i;

  for (i = 0; i < caseness_snapshot_get_n_pathways (snapshot); i++)
    {
      g_autofree char *found = spell_scores (snapshot, i);

      g_assert_cmpstr (found, ==, lines[i]);
    }
}

/* Where memory is watched all takes ten times as long. */
#ifdef __SANITIZE_ADDRESS__
#define N_PATHWAYS 1000
#else
#define N_PATHWAYS 20500
#endif

/* Derived in stripes by several threads, each of which numbers sheets of its own; and taken back from a file. */
static void
test_put_together (void)
{
  static const guint stripes[] = { 0, N_PATHWAYS / 20, N_PATHWAYS / 4, N_PATHWAYS - 1 };
  g_autoptr(GString) script = g_string_new (NULL), expected = g_string_new (NULL);
  guint i;

  for (i = 0; i < N_PATHWAYS; i++)
    add_pathway (script, expected, i);
  for (i = 0; i < G_N_ELEMENTS (stripes); i++)
    {
      g_autoptr(CasenessSnapshot) snapshot = NULL, taken = NULL;
      g_autoptr(GByteArray) bytes = NULL;
      gsize n_bytes;

      caseness_snapshot_set_stripe (stripes[i]);
      snapshot = fixture_snapshot_new (script->str, NULL);
      caseness_snapshot_set_stripe (0);
      check_all (snapshot, expected->str);
      /* A first PHQ-9, one between, a last one, and a first GAD-7. */
      g_assert_cmpuint (snapshot->events->spans[CASENESS_EVENT_SHEETS].first->n - 1, ==, 4);
      bytes = caseness_snapshot_write (snapshot);
      n_bytes = bytes->len;
      taken = caseness_snapshot_take (g_byte_array_free (g_steal_pointer (&bytes), FALSE), n_bytes);
      g_assert_nonnull (taken);
      check_all (taken, expected->str);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/snapshot-scores/listed", test_listed);
  g_test_add_func ("/measures/snapshot-scores/put-together", test_put_together);
  return g_test_run ();
}
