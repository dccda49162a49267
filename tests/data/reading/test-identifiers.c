/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-cell.h"
#include "caseness-identifiers.h"
#include "caseness-score-form.h"

typedef struct
{
  const char *text;
  gboolean is_sound;
} Case;

static const Case nhs_numbers[] = {
  { "9434765919", TRUE },
  { "9434765918", FALSE }, /* check digit */
  { "943476591", FALSE },
  { "94347659190", FALSE },
  { "943476591X", FALSE },
  { "0000000000", FALSE }, /* its own mirror image */
  { "1234554321", FALSE },
  { "9990000042", TRUE },
};

static const Case postcodes[] = {
  { "M1 1AA", TRUE },  { "B33 8TH", TRUE },  { "CR2 6XH", TRUE },   { "EC1A 1BB", TRUE }, { "W1A 0AX", TRUE },
  { "M1  1AA", TRUE }, { "M11AA", FALSE },   { "EC1AA 1BB", FALSE }, { "1M 1AA", FALSE },  { "MMM1 1AA", FALSE },
  { "M1 AA1", FALSE }, { "M1 1AAA", FALSE }, { "M1", FALSE },        { "", FALSE },
};

static const Case concepts[] = {
  { "720433000", TRUE },         { "1098051000000103", TRUE },     { "304891004", TRUE },
  { "720433001", FALSE },        /* check digit */
  { "1098051000000100", FALSE }, /* as spreadsheets leave it */
  { "22298006", TRUE },          { "680946014", FALSE },           /* a description, not a concept */
  { "12345", FALSE },            { "1234567890123456789", FALSE }, { "72043300X", FALSE }, { "", FALSE },
};

static const Case expressions[] = {
  { "304891004", TRUE },
  { "304891004:408730004=443390004", TRUE },
  { "304891004:363589002=443390004", TRUE },
  { "304891004:363589001=443390004", FALSE },
  { "304891004:408730004", FALSE },
  { "304891004:408730004=443390005", FALSE },
  { "304891005:408730004=443390004", FALSE },
  { "304891004=408730004:443390004", FALSE },
  { ":408730004=443390004", FALSE },
};

static const struct
{
  const char *name;
  gboolean (*test) (const char *text);
  const Case *cases;
  guint n_cases;
} tables[] = {
  { "/data/identifiers/nhs-number", caseness_nhs_number_is_possible, nhs_numbers, G_N_ELEMENTS (nhs_numbers) },
  { "/data/identifiers/postcode", caseness_postcode_is_well_formed, postcodes, G_N_ELEMENTS (postcodes) },
  { "/data/identifiers/snomed-concept", caseness_snomed_is_concept, concepts, G_N_ELEMENTS (concepts) },
  { "/data/identifiers/snomed-expression", caseness_snomed_is_expression, expressions, G_N_ELEMENTS (expressions) },
};

static const struct
{
  const char *tool;
  const char *score;
  gboolean is_well_formed;
  gboolean is_possible; /* TRUE also where the form is wrong: that is another fault */
} scores[] = {
  { "720433000", "0", TRUE, TRUE },        { "720433000", "27", TRUE, TRUE },
  { "720433000", "28", TRUE, FALSE },      { "720433000", "007", FALSE, TRUE },
  { "720433000", "-1", FALSE, TRUE },      { "720433000", "4.0", FALSE, TRUE },
  { "446517006", "16", TRUE, TRUE },       { "446517006", "15", TRUE, FALSE },
  { "450324005", "168", TRUE, TRUE },      { "450324005", "169", TRUE, FALSE },
  { "473355002", "0.0", TRUE, TRUE },      { "473355002", "5.00", TRUE, TRUE },
  { "473355002", "5.01", TRUE, FALSE },    { "473355002", "2.333", FALSE, TRUE },
  { "473355002", "3", FALSE, TRUE },       { "932621000000100", "9", TRUE, TRUE },
  { "932581000000100", "8", TRUE, TRUE },  { "932581000000100", "9", TRUE, FALSE },
  { "747861000000100", "Y", TRUE, TRUE },  { "747861000000100", "NA", FALSE, TRUE },
  { "747881000000109", "NA", TRUE, TRUE }, { "747881000000109", "YN", TRUE, FALSE },
  { "747951000000108", "4", TRUE, TRUE },  { "747951000000108", "5", TRUE, FALSE },
  { "747951000000108", "NA", TRUE, TRUE }, { "747901000000107", "NA", FALSE, TRUE },
  { "748161000000109", "Y", TRUE, TRUE },  { "748161000000109", "X", TRUE, FALSE },
  { "1", "anything", TRUE, TRUE },
};

static const struct
{
  const char *text;
  const char *parsed;
} date_times[] = {
  { "2025-07-21 09:00:00", "2025-07-21 09:00:00" },
  { "2025-07-21T09:00", "2025-07-21 09:00:00" },
  { "2025-07-21 23:59:59.9", "2025-07-21 23:59:59" },
  { "21/07/2025 09:00:00", "2025-07-21 09:00:00" },
  { "2025-07-21", "2025-07-21 00:00:00" },
  { "2025-07-21 24:00:00", NULL },
  { "2025-02-30 09:00:00", NULL },
  { "2025-07-21 ", NULL },
  { "1889-12-31 09:00:00", NULL },
  { NULL, NULL },
};

static void
test_table (gconstpointer data)
{
  guint index = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < tables[index].n_cases; i++)
    {
      const Case *c = &tables[index].cases[i];

      if (tables[index].test (c->text) != c->is_sound)
        g_error ("“%s” is %s", c->text, c->is_sound ? "refused" : "accepted");
    }
}

static void
test_scores (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (scores); i++)
    {
      g_test_message ("%s %s", scores[i].tool, scores[i].score);
      g_assert_cmpint (caseness_score_is_well_formed (scores[i].tool, scores[i].score), ==, scores[i].is_well_formed);
      g_assert_cmpint (caseness_score_is_possible (scores[i].tool, scores[i].score), ==, scores[i].is_possible);
    }
  g_assert_true (caseness_score_tool_is_known ("720433000"));
  g_assert_false (caseness_score_tool_is_known (""));
  g_assert_false (caseness_score_tool_is_known (NULL));
  g_assert_true (caseness_score_tool_is_experience ("747901000000107"));
  g_assert_false (caseness_score_tool_is_experience ("720433000"));
}

static void
test_date_times (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (date_times); i++)
    {
      g_autofree char *parsed = caseness_cell_date_time_parse (date_times[i].text);

      g_assert_cmpstr (parsed, ==, date_times[i].parsed);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    g_test_add_data_func (tables[i].name, GUINT_TO_POINTER (i), test_table);
  g_test_add_func ("/data/identifiers/scores", test_scores);
  g_test_add_func ("/data/identifiers/date-times", test_date_times);
  return g_test_run ();
}
