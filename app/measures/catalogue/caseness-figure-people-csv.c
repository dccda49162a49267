/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-figure-people-csv.h"

#include "caseness-pathway-csv.h"

static const char *const part_words[CASENESS_N_FIGURE_PLACES] = {
  [CASENESS_FIGURE_COUNTED] = "counted",
  [CASENESS_FIGURE_NOT_COUNTED] = "denominator only",
  [CASENESS_FIGURE_LEFT_OUT] = "left out",
};

void
caseness_figure_people_write_csv (CasenessCsvWriter *writer, const CasenessFigurePeople *people)
{
  static const char *const headings[] = { "measure_id", "part", "reason", "date" };
  guint i;

  g_return_if_fail (writer != NULL && people != NULL);
  for (i = 0; i < G_N_ELEMENTS (headings); i++)
    caseness_csv_writer_text (writer, headings[i]);
  caseness_pathway_write_headings (writer);
  for (i = 0; i < people->people->len; i++)
    {
      const CasenessFigurePerson *person = &g_array_index (people->people, CasenessFigurePerson, i);

      caseness_csv_writer_text (writer, people->id != NULL ? people->id : people->address->measure->id);
      caseness_csv_writer_text (writer, part_words[person->place]);
      caseness_csv_writer_text (writer, caseness_figure_people_get_reason (people, person));
      caseness_csv_writer_date (writer, person->date);
      caseness_pathway_write_row (writer, people->snapshot, person->pathway);
    }
}
