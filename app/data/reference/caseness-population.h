/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-csv-writer.h"

G_BEGIN_DECLS

/*
 * A local population made from the census and a survey that come with the program
 * (`resources/reference/population.csv`, `prevalence.csv`): areas are chosen and added up, and each group is given the
 * prevalence that the survey found in people like it. What comes out is a LOCPopulation list like any other.
 */

/** CasenessPopulationArea: somewhere figures are held of. Borrowed from the reference table. */
typedef struct
{
  const char *code; /* of the sub-ICB location, `ENG` */
  const char *name;
} CasenessPopulationArea;

/** CasenessPopulationEdition: which indices of deprivation the tenths are of. */
typedef enum
{
  CASENESS_POPULATION_IMD_2019,
  CASENESS_POPULATION_IMD_2025,
} CasenessPopulationEdition;

/** CasenessPopulationChoice: what is to be put together. Borrowed. */
typedef struct
{
  const char *const *areas; /* codes, at least one, that do not overlap */
  const char *survey;       /* (nullable): NULL leaves prevalence out */
  const char *condition;    /* of the survey */
  CasenessPopulationEdition edition;
  gboolean is_whole;        /* people of all ages; else what the census counts at all ages is reduced to 16 and over */
} CasenessPopulationChoice;

/** CasenessPopulationLine: a row of the list. */
typedef struct
{
  char *area;
  char *type;
  char *group;
  gint64 population;
  double prevalence; /* percentage, NaN unknown */
  char *prevalence_source;
  char *population_source;
} CasenessPopulationLine;

/** caseness_population_list_known_areas: Returns: (transfer full) (element-type CasenessPopulationArea): all of them. */
GArray *caseness_population_list_known_areas (void);

/** caseness_population_list_surveys: Returns: (transfer full): the names of the surveys. */
GStrv caseness_population_list_surveys (void);

/** caseness_population_list_conditions: Returns: (transfer full): what @survey asked about. */
GStrv caseness_population_list_conditions (const char *survey);

/** caseness_population_lines_new: Returns: (transfer full) (element-type CasenessPopulationLine): no rows yet, which it will
 *  free. */
GPtrArray *caseness_population_lines_new (void);

/**
 * caseness_population_build:
 * @choice: what to put together
 *
 * Every figure carries where it is from, of what day, on what base, and what to beware of. Sources that contradict each
 * other are left out of the survey's rows, and a group the survey does not tell of has no prevalence.
 *
 * Returns: (transfer full) (element-type CasenessPopulationLine): the rows.
 */
GPtrArray *caseness_population_build (const CasenessPopulationChoice *choice);

/** caseness_population_describe: Returns: (transfer full): what was chosen, in a plain sentence, in the user's language. */
char *caseness_population_describe (const CasenessPopulationChoice *choice);

/** caseness_population_write_csv: writes rows as a LOCPopulation list. */
void caseness_population_write_csv (CasenessCsvWriter *writer, const GPtrArray *lines);

G_END_DECLS
