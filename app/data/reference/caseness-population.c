/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-population.h"

#include "caseness-reference.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define SURVEY_AGES "Survey Age Band"
#define CHILDREN "0-15"
#define ALL_AGES "all ages"
#define AGES "Age Group"
#define MINORS "Under 18"
#define DEPRIVATION "Indices of Deprivation Decile"
#define PERCENT 100.0
#define HUNDREDTHS 100.0

static const char *const editions[] = {
  [CASENESS_POPULATION_IMD_2019] = DEPRIVATION " 2019",
  [CASENESS_POPULATION_IMD_2025] = DEPRIVATION " 2025",
};

static const char *
get_cell (const CasenessReference *table, guint row, const char *column)
{
  return caseness_reference_get_cell (table, row, caseness_reference_find_column (table, column));
}

GArray *
caseness_population_list_known_areas (void)
{
  const CasenessReference *table = caseness_reference_get ("population");
  GArray *areas = g_array_new (FALSE, FALSE, sizeof (CasenessPopulationArea));
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      CasenessPopulationArea area = { get_cell (table, i, "area"), get_cell (table, i, "name") };

      if (areas->len == 0
          || strcmp (g_array_index (areas, CasenessPopulationArea, areas->len - 1).code, area.code) != 0)
        g_array_append_val (areas, area);
    }
  return areas;
}

/* The values of a column, each once, where another column says @wanted. */
static GStrv
list_values (const char *column, const char *other, const char *wanted)
{
  const CasenessReference *table = caseness_reference_get ("prevalence");
  g_autoptr(GPtrArray) values = g_ptr_array_new ();
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if ((other == NULL || strcmp (get_cell (table, i, other), wanted) == 0)
        && !g_ptr_array_find_with_equal_func (values, get_cell (table, i, column), g_str_equal, NULL))
      g_ptr_array_add (values, (gpointer) get_cell (table, i, column));
  g_ptr_array_add (values, NULL);
  return g_strdupv ((char **) values->pdata);
}

GStrv
caseness_population_list_surveys (void)
{
  return list_values ("survey", NULL, NULL);
}

GStrv
caseness_population_list_conditions (const char *survey)
{
  return list_values ("condition", "survey", survey);
}

static gboolean
is_wanted (const CasenessPopulationChoice *choice, const CasenessReference *table, guint row)
{
  return g_strv_contains (choice->areas, get_cell (table, row, "area"));
}

/* People of a group in all the areas together; nobody when an area has no such figure. */
static gint64
add_up (const CasenessPopulationChoice *choice, const char *variable, const char *group)
{
  const CasenessReference *table = caseness_reference_get ("population");
  gint64 sum = 0;
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (is_wanted (choice, table, i) && strcmp (get_cell (table, i, "variable"), variable) == 0
        && (group == NULL || strcmp (get_cell (table, i, "group"), group) == 0))
      sum += g_ascii_strtoll (get_cell (table, i, "population"), NULL, 10);
  return sum;
}

static double
get_adult_share (const CasenessPopulationChoice *choice)
{
  double all = (double) add_up (choice, SURVEY_AGES, NULL);

  return 1 - (double) add_up (choice, SURVEY_AGES, CHILDREN) / all;
}

static char *
name_areas (const CasenessPopulationChoice *choice)
{
  g_autoptr(GArray) areas = caseness_population_list_known_areas ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  guint i;

  for (i = 0; i < areas->len; i++)
    {
      const CasenessPopulationArea *area = &g_array_index (areas, CasenessPopulationArea, i);

      if (g_strv_contains (choice->areas, area->code))
        g_ptr_array_add (names, (gpointer) area->name);
    }
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" + ", (char **) names->pdata);
}

/* The row of the survey on a group of its own, -1 when it tells nothing of it. */
static int
find_prevalence (const CasenessPopulationChoice *choice, const char *variable, const char *group)
{
  const CasenessReference *table = caseness_reference_get ("prevalence");
  guint i;

  for (i = 0; choice->survey != NULL && i < caseness_reference_get_n_rows (table); i++)
    if (strcmp (get_cell (table, i, "survey"), choice->survey) == 0
        && strcmp (get_cell (table, i, "condition"), choice->condition) == 0
        && strcmp (get_cell (table, i, "variable"), variable) == 0
        && strcmp (get_cell (table, i, "group"), group) == 0)
      return (int) i;
  return -1;
}

static char *
describe_prevalence (guint row)
{
  const CasenessReference *table = caseness_reference_get ("prevalence");
  const char *base = get_cell (table, row, "base"), *caveat = get_cell (table, row, "caveat");
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s; %s, %s", get_cell (table, row, "source"), get_cell (table, row, "condition"),
                          get_cell (table, row, "period"));
  if (*base != '\0')
    g_string_append_printf (text, "; base %s", base);
  if (*caveat != '\0')
    g_string_append_printf (text, "; %s", caveat);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of a group that the survey has in parts, the mean by how many live there; unknown when a part is. */
static void
find_need (const CasenessPopulationChoice *choice, CasenessPopulationLine *line)
{
  const CasenessReference *groups = caseness_reference_get ("prevalence-groups");
  const CasenessReference *table = caseness_reference_get ("prevalence");
  double people = 0, cases = 0;
  guint i;

  for (i = 0; i < caseness_reference_get_n_rows (groups); i++)
    {
      const char *variable = get_cell (groups, i, "survey_variable"), *group = get_cell (groups, i, "survey_group");
      double n;
      int row;

      if (strcmp (get_cell (groups, i, "variable"), line->type) != 0
          || strcmp (get_cell (groups, i, "group"), line->group) != 0)
        continue;
      row = find_prevalence (choice, variable, group);
      n = MAX ((double) add_up (choice, variable, group), 1);
      people += n;
      cases += row < 0 ? NAN : n * g_ascii_strtod (get_cell (table, (guint) row, "prevalence_pct"), NULL);
      if (row >= 0 && line->prevalence_source == NULL)
        line->prevalence_source = describe_prevalence ((guint) row);
    }
  line->prevalence = people > 0 ? round (cases / people * HUNDREDTHS) / HUNDREDTHS : NAN;
  if (isnan (line->prevalence))
    g_clear_pointer (&line->prevalence_source, g_free);
}

static char *
describe_population (guint row, gboolean is_reduced, double adults)
{
  const CasenessReference *table = caseness_reference_get ("population");
  const char *caveat = get_cell (table, row, "caveat");
  g_autoptr(GString) text = g_string_new (NULL);

  g_string_append_printf (text, "%s; %s; base %s", get_cell (table, row, "source"), get_cell (table, row, "date"),
                          get_cell (table, row, "base"));
  if (is_reduced)
    g_string_append_printf (text, "; reduced to 16 and over by the %.1f%% that all groups together are",
                            adults * PERCENT);
  if (*caveat != '\0')
    g_string_append_printf (text, "; %s", caveat);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
line_free (gpointer data)
{
  CasenessPopulationLine *line = data;

  g_free (line->area);
  g_free (line->type);
  g_free (line->group);
  g_free (line->prevalence_source);
  g_free (line->population_source);
  g_free (line);
}

GPtrArray *
caseness_population_lines_new (void)
{
  return g_ptr_array_new_with_free_func (line_free);
}

/* The name by which services know the variable; NULL for what only serves to work something out. */
static const char *
name_type (const CasenessPopulationChoice *choice, const char *variable)
{
  if (strcmp (variable, SURVEY_AGES) == 0)
    return NULL;
  if (!g_str_has_prefix (variable, DEPRIVATION))
    return variable;
  return strcmp (variable, editions[choice->edition]) == 0 ? DEPRIVATION : NULL;
}

static void
add_line (GPtrArray *lines, const CasenessPopulationChoice *choice, guint row, double adults)
{
  const CasenessReference *table = caseness_reference_get ("population");
  const char *variable = get_cell (table, row, "variable"), *group = get_cell (table, row, "group");
  gboolean is_reduced = !choice->is_whole && strcmp (get_cell (table, row, "base"), ALL_AGES) == 0
                        && strcmp (variable, AGES) != 0;
  CasenessPopulationLine *line = g_new0 (CasenessPopulationLine, 1);

  line->area = name_areas (choice);
  line->type = g_strdup (name_type (choice, variable));
  line->group = g_strdup (group);
  line->population = (gint64) round ((double) add_up (choice, variable, group) * (is_reduced ? adults : 1));
  line->population_source = describe_population (row, is_reduced, adults);
  find_need (choice, line);
  g_ptr_array_add (lines, line);
}

/* How many of the areas have figures on a variable. */
static guint
count_areas (const CasenessPopulationChoice *choice, const char *variable)
{
  const CasenessReference *table = caseness_reference_get ("population");
  const char *last = "";
  guint n = 0, i;

  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    if (is_wanted (choice, table, i) && strcmp (get_cell (table, i, "variable"), variable) == 0
        && strcmp (get_cell (table, i, "area"), last) != 0)
      {
        last = get_cell (table, i, "area");
        n++;
      }
  return n;
}

/* Those under age are not who the service is for. */
GPtrArray *
caseness_population_build (const CasenessPopulationChoice *choice)
{
  const CasenessReference *table = caseness_reference_get ("population");
  GPtrArray *lines = caseness_population_lines_new ();
  guint n_areas, i;
  double adults;

  g_return_val_if_fail (choice != NULL && choice->areas != NULL, lines);
  n_areas = g_strv_length ((GStrv) choice->areas);
  adults = get_adult_share (choice);
  for (i = 0; i < caseness_reference_get_n_rows (table); i++)
    {
      const char *variable = get_cell (table, i, "variable");

      if (g_strcmp0 (get_cell (table, i, "area"), choice->areas[0]) == 0 && name_type (choice, variable) != NULL
          && (choice->is_whole || strcmp (get_cell (table, i, "group"), MINORS) != 0)
          && count_areas (choice, variable) == n_areas)
        add_line (lines, choice, i, adults);
    }
  return lines;
}

char *
caseness_population_describe (const CasenessPopulationChoice *choice)
{
  g_autofree char *areas = name_areas (choice);
  g_autofree char *need = NULL;

  if (choice->survey != NULL)
    /* Translators: %1$s is what a survey asked about, %2$s the survey */
    need = g_strdup_printf (_("need from “%1$s” in %2$s"), choice->condition, choice->survey);
  /* Translators: %1$s are areas, %2$s who is counted, %3$s how need was found */
  return g_strdup_printf (_("%1$s: census of 2021, %2$s; %3$s; deprivation by the indices of %4$s."), areas,
                          choice->is_whole ? _("people of all ages") : _("people aged 16 and over"),
                          need != NULL ? need : _("population alone, without need"),
                          choice->edition == CASENESS_POPULATION_IMD_2019 ? "2019" : "2025");
}

void
caseness_population_write_csv (CasenessCsvWriter *writer, const GPtrArray *lines)
{
  static const char *const head[] = { "Area", "GroupType", "Group", "Population", "PrevalencePct",
                                      "PrevalenceSource", "PopulationSource", NULL };
  guint i;

  caseness_csv_writer_row (writer, head);
  for (i = 0; i < lines->len; i++)
    {
      const CasenessPopulationLine *line = g_ptr_array_index (lines, i);

      caseness_csv_writer_text (writer, line->area);
      caseness_csv_writer_text (writer, line->type);
      caseness_csv_writer_text (writer, line->group);
      caseness_csv_writer_int (writer, line->population);
      caseness_csv_writer_number (writer, line->prevalence, 2);
      caseness_csv_writer_text (writer, line->prevalence_source);
      caseness_csv_writer_text (writer, line->population_source);
      caseness_csv_writer_end_row (writer);
    }
}
