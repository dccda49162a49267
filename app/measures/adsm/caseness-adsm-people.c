/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-adsm-people.h"

#include "caseness-adsm-use-private.h"
#include "caseness-courses.h"

#include <string.h>

/* The national measures of which each part is one: of those who should have had theirs, or of those who finished. */
#define OF_SHOULD "M205"
#define SHOULD "M203"
#define FINISHED "M076"

#define N_PLACES CASENESS_N_FIGURE_PLACES

/* What is at hand while one figure is opened. */
typedef struct
{
  const CasenessAdsmUse *use;
  CasenessAdsmPart part;
  guint tool;      /* of whom alone, where is_of_tool */
  gboolean is_of_tool;
  guint item;      /* of completeness: problem descriptors */
  CasenessAdsmReading *reading;
} Search;

static gboolean
is_of_use (CasenessAdsmPart part)
{
  return part <= CASENESS_ADSM_PART_SHOULD;
}

static gboolean
is_of_descriptors (CasenessAdsmPart part)
{
  return part >= CASENESS_ADSM_PART_RECORDED;
}

static CasenessFigurePlace
place_if (gboolean is_counted)
{
  return is_counted ? CASENESS_FIGURE_COUNTED : CASENESS_FIGURE_NOT_COUNTED;
}

/* Each rule is asked of one course alone, as it was asked of all. */
static CasenessFigurePlace
place_by_use (const Search *search, guint index)
{
  CasenessAdsm one = { 0 };

  caseness_adsm_add_course (&one, search->reading, index);
  if (one.should_have == 0)
    return N_PLACES;
  switch (search->part)
    {
    case CASENESS_ADSM_PART_PAIRED:
      return place_if (one.paired > 0);
    case CASENESS_ADSM_PART_FIRST_ONLY:
      return place_if (one.first_only > 0);
    case CASENESS_ADSM_PART_WRONG:
      return place_if (one.wrong_measure > 0);
    case CASENESS_ADSM_PART_GENERAL:
      return place_if (one.gad_instead > 0);
    case CASENESS_ADSM_PART_NONE:
      return place_if (caseness_adsm_get_none (&one) > 0);
    default:
      return CASENESS_FIGURE_COUNTED;
    }
}

static CasenessFigurePlace
place_by_cost (const Search *search, guint index)
{
  CasenessAdsmCost cost = { 0 };
  CasenessAdsmMissed missed = { 0 };
  guint tool;

  if (!caseness_adsm_find_judging_tool (search->use, index, &tool))
    return N_PLACES;
  caseness_adsm_add_cost (&cost, search->use->snapshot, index, tool);
  caseness_adsm_add_missed (&missed, search->use->snapshot, index, tool);
  switch (search->part)
    {
    case CASENESS_ADSM_PART_RECOVERY_DIFFERS:
      return cost.courses == 0 ? N_PLACES : place_if (cost.by_specific.recovered != cost.by_general.recovered);
    case CASENESS_ADSM_PART_IMPROVEMENT_DIFFERS:
      return cost.courses == 0 ? N_PLACES : place_if (cost.by_specific.improved != cost.by_general.improved);
    case CASENESS_ADSM_PART_CASE_BY_SPECIFIC:
      return missed.scored == 0 ? N_PLACES : place_if (missed.only_by_specific > 0);
    case CASENESS_ADSM_PART_CASE_BY_GENERAL:
    default:
      return missed.scored == 0 ? N_PLACES : place_if (missed.only_by_general > 0);
    }
}

static CasenessFigurePlace
place_by_descriptor (const Search *search, guint index)
{
  CasenessAdsmDescriptors one = { 0 };

  caseness_adsm_add_descriptor (&one, search->use->snapshot, index, search->item);
  switch (search->part)
    {
    case CASENESS_ADSM_PART_RECORDED:
      return place_if (one.recorded > 0);
    case CASENESS_ADSM_PART_MISSING:
      return place_if (one.missing > 0);
    case CASENESS_ADSM_PART_INVALID:
      return place_if (one.invalid > 0);
    case CASENESS_ADSM_PART_MIXED:
      return place_if (one.mixed > 0);
    case CASENESS_ADSM_PART_CHANGED:
    default:
      return place_if (one.changed > 0);
    }
}

static CasenessFigurePlace
find_place (const Search *search, guint index)
{
  guint tool;

  if (search->is_of_tool
      && !(caseness_adsm_find_tool (search->use->snapshot, index, search->use->family, &tool) && tool == search->tool))
    return N_PLACES;
  if (is_of_use (search->part))
    return place_by_use (search, index);
  return is_of_descriptors (search->part) ? place_by_descriptor (search, index) : place_by_cost (search, index);
}

/* Where the courses of a row stand: in a group, in a month, or all of them. */
typedef struct
{
  const CasenessVariable *variable; /* nullable */
  const char *group;                /* nullable: of all of them */
  CasenessPeriod period;
} Spot;

static Spot
find_spot (Search *search, int row)
{
  const CasenessAdsmUse *use = search->use;
  gboolean is_of_rows = is_of_use (search->part);
  const GPtrArray *rows = is_of_rows ? use->rows : use->costs;
  Spot spot = { NULL, NULL, use->period };
  guint n_tools;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  if (row < 0 || row >= (int) rows->len || is_of_descriptors (search->part))
    return spot;
  if (!is_of_rows)
    {
      spot.variable = caseness_adsm_split_get_variable (CASENESS_ADSM_BY_PROBLEM);
      spot.group = ((const CasenessAdsmCost *) g_ptr_array_index (rows, row))->problem;
      return spot;
    }
  spot.variable = caseness_adsm_split_get_variable (use->split);
  spot.group = ((const CasenessAdsm *) g_ptr_array_index (rows, row))->group;
  spot.period = ((const CasenessAdsm *) g_ptr_array_index (rows, row))->period;
  if (use->split == CASENESS_ADSM_BY_PROBLEM && use->family == CASENESS_ADSM_CONDITIONS)
    {
      spot.variable = NULL;
      search->is_of_tool = TRUE;
      for (search->tool = 0; search->tool < n_tools && strcmp (tools[search->tool].full_name, spot.group) != 0;)
        search->tool++;
    }
  return spot;
}

static guint8 *
find_places (const Search *search, CasenessFrame *frame, const Spot *spot, const guint64 *people)
{
  guint n = caseness_snapshot_get_n_pathways (search->use->snapshot), i, k;
  guint8 *places = g_malloc (MAX (n, 1));
  g_autoptr(GPtrArray) variables = g_ptr_array_new ();
  g_autoptr(GPtrArray) groups = NULL;

  memset (places, N_PLACES, n);
  if (spot->variable != NULL)
    g_ptr_array_add (variables, (gpointer) spot->variable);
  groups = caseness_courses_group (frame, variables, people);
  for (i = 0; i < groups->len; i++)
    {
      const CasenessCourseGroup *group = g_ptr_array_index (groups, i);

      if (spot->variable != NULL && strcmp (group->label, spot->group) != 0)
        continue;
      for (k = 0; k < group->pathways->len; k++)
        {
          guint index = g_array_index (group->pathways, guint32, k);

          places[index] = (guint8) find_place (search, index);
        }
    }
  return places;
}

static CasenessFigureAddress *
make_address (const Search *search, const Spot *spot)
{
  const char *measure = search->part == CASENESS_ADSM_PART_SHOULD ? SHOULD
                        : is_of_descriptors (search->part)        ? FINISHED
                                                                  : OF_SHOULD;
  const char *groups[3] = { NULL };

  if (spot->variable != NULL)
    {
      groups[0] = caseness_variable_get_name (spot->variable);
      groups[1] = spot->group;
    }
  return caseness_figure_address_new (measure, &spot->period, groups, search->use->filter);
}

CasenessFigurePeople *
caseness_adsm_use_find_people (const CasenessAdsmUse *use, CasenessAdsmPart part, int row,
                               const CasenessFigureName *name, GError **error)
{
  Search search = { .use = use, .part = part };
  Spot spot;
  CasenessQuestion question = { .n_periods = 1 };
  g_autoptr(CasenessFrame) frame = NULL;
  g_autoptr(CasenessAdsmReading) reading = NULL;
  g_autoptr(CasenessFigureAddress) address = NULL;
  g_autofree guint64 *people = NULL;
  g_autofree guint8 *places = NULL;
  double standard;

  g_return_val_if_fail (use != NULL && name != NULL, NULL);
  g_return_val_if_fail (part < CASENESS_N_ADSM_PARTS, NULL);

  spot = find_spot (&search, row);
  question.periods = &spot.period;
  question.filter = use->filter;
  people = caseness_evaluate_people (use->snapshot, &question, error);
  if (people == NULL)
    return NULL;
  frame = caseness_frame_new (use->snapshot);
  caseness_frame_set_period (frame, &spot.period);
  search.reading = reading = caseness_adsm_reading_new (frame, use->family);
  search.item = caseness_adsm_find_descriptor_item (&standard);
  places = find_places (&search, frame, &spot, people);
  address = make_address (&search, &spot);
  return caseness_figure_people_new_of_courses (address, use->snapshot, name, places);
}

static const char *
name_class (const CasenessAdsm *one)
{
  return one->paired > 0          ? "paired"
         : one->first_only > 0    ? "first_only"
         : one->wrong_measure > 0 ? "wrong_measure"
         : one->gad_instead > 0   ? "gad_instead"
                                  : "none";
}

static void
write_person (CasenessCsvWriter *writer, const CasenessAdsmReading *reading, const CasenessSnapshot *snapshot,
              const char *group, guint index)
{
  CasenessAdsm one = { 0 };
  guint n_tools, tool;
  const CasenessTool *tools = caseness_tool_get_all (&n_tools);

  caseness_adsm_add_course (&one, reading, index);
  if (one.should_have == 0 || !caseness_adsm_find_tool (snapshot, index, CASENESS_ADSM_NATIONAL, &tool))
    return;
  caseness_csv_writer_text (writer, group);
  caseness_csv_writer_text (writer, caseness_snapshot_get_text (snapshot, index, CASENESS_PATHWAY_SERVICE_REQUEST_ID));
  caseness_csv_writer_text (writer, tools[tool].measure);
  caseness_csv_writer_text (writer, name_class (&one));
  caseness_csv_writer_end_row (writer);
}

void
caseness_adsm_write_people_csv (CasenessCsvWriter *writer, CasenessFrame *frame, const GPtrArray *variables,
                                const guint64 *people)
{
  static const char *const head[] = { "group", "ServiceRequestId", "measure", "class", NULL };
  g_autoptr(GPtrArray) groups = NULL;
  g_autoptr(CasenessAdsmReading) reading = NULL;
  guint i, k;

  g_return_if_fail (writer != NULL && frame != NULL && variables != NULL);

  groups = caseness_courses_group (frame, variables, people);
  reading = caseness_adsm_reading_new (frame, CASENESS_ADSM_NATIONAL);
  caseness_csv_writer_row (writer, head);
  for (i = 0; i < groups->len; i++)
    {
      const CasenessCourseGroup *group = g_ptr_array_index (groups, i);

      for (k = 0; k < group->pathways->len; k++)
        write_person (writer, reading, caseness_frame_get_snapshot (frame), group->label,
                      g_array_index (group->pathways, guint32, k));
    }
}
