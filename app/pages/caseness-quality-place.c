/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-quality-place.h"

#include "caseness-quality-words.h"

#include <glib/gi18n-lib.h>

static const GPtrArray *
get_rules (const CasenessQualityAnswer *answer)
{
  return answer->rules != NULL ? answer->rules : answer->quality->rules;
}

CasenessQualityPlace *
caseness_quality_place_new_rule (const CasenessQualityAnswer *answer, guint index)
{
  const CasenessQualityRule *rule = g_ptr_array_index (get_rules (answer), index);
  CasenessQualityPlace *place = g_new0 (CasenessQualityPlace, 1);

  place->kind = CASENESS_QUALITY_PLACE_RULE;
  place->name = g_strdup (rule->id);
  place->table = g_strdup (rule->table);
  place->split = rule->split;
  place->group = g_strdup (rule->group);
  return place;
}

CasenessQualityPlace *
caseness_quality_place_new_refused (const CasenessQualityAnswer *answer, guint index)
{
  const CasenessDictionary *dictionary = caseness_snapshot_get_dictionary (answer->quality->snapshot);
  g_autoptr(GArray) refused = caseness_quality_list_refused (answer->quality);
  const CasenessFindingRow *finding = g_array_index (refused, CasenessQualityFault, index).finding;
  CasenessQualityPlace *place = g_new0 (CasenessQualityPlace, 1);

  place->kind = CASENESS_QUALITY_PLACE_REFUSED;
  place->name = g_strdup (caseness_dictionary_get (dictionary, finding->rule));
  place->table = g_strdup (caseness_dictionary_get (dictionary, finding->table));
  place->split = CASENESS_QUALITY_BY_ITEM;
  return place;
}

CasenessQualityPlace *
caseness_quality_place_new_list (CasenessQualityList list)
{
  CasenessQualityPlace *place = g_new0 (CasenessQualityPlace, 1);

  place->kind = CASENESS_QUALITY_PLACE_LIST;
  place->number = list;
  return place;
}

CasenessQualityPlace *
caseness_quality_place_new_missing (const CasenessQualityAnswer *answer, guint item, guint group)
{
  CasenessQualityPlace *place = g_new0 (CasenessQualityPlace, 1);

  place->kind = CASENESS_QUALITY_PLACE_MISSING;
  place->number = item;
  place->split = answer->split;
  if (answer->groups != NULL && group < answer->groups->len)
    place->name = g_strdup (((CasenessQualityGroup *) g_ptr_array_index (answer->groups, group))->label);
  return place;
}

void
caseness_quality_place_free (CasenessQualityPlace *place)
{
  g_free (place->name);
  g_free (place->table);
  g_free (place->group);
  g_free (place);
}

static const CasenessQualityRule *
find_rule (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer)
{
  const GPtrArray *rules
    = place->kind == CASENESS_QUALITY_PLACE_REFUSED ? answer->quality->rules : get_rules (answer);
  guint i;

  for (i = 0; i < rules->len; i++)
    {
      const CasenessQualityRule *rule = g_ptr_array_index (rules, i);

      if (rule->split == place->split && g_str_equal (rule->id, place->name) && g_str_equal (rule->table, place->table)
          && g_strcmp0 (rule->group, place->group) == 0)
        return rule;
    }
  return NULL;
}

GArray *
caseness_quality_place_list (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer)
{
  const CasenessQualityRule *rule;

  switch (place->kind)
    {
    case CASENESS_QUALITY_PLACE_RULE:
    case CASENESS_QUALITY_PLACE_REFUSED:
      rule = find_rule (place, answer);
      return rule != NULL ? caseness_quality_list_rule (answer->quality, rule) : NULL;
    case CASENESS_QUALITY_PLACE_LIST:
      return g_array_ref (answer->quality->faults[place->number]);
    case CASENESS_QUALITY_PLACE_MISSING:
    default:
      if (place->split != answer->split)
        return NULL;
      return caseness_quality_list_missing (answer->quality, place->number, place->split, place->name);
    }
}

char *
caseness_quality_place_dup_title (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer,
                                  gboolean hides_names)
{
  g_autofree char *group = NULL;

  switch (place->kind)
    {
    case CASENESS_QUALITY_PLACE_RULE:
    case CASENESS_QUALITY_PLACE_REFUSED:
      if (place->group == NULL)
        /* Translators: %1$s is the id of a rule, %2$s a table of the data set */
        return g_strdup_printf (_("%1$s in %2$s"), place->name, place->table);
      group = caseness_quality_words_group (answer->quality, place->split, place->group, hides_names);
      /* Translators: %1$s is the id of a rule, %2$s a table of the data set, %3$s a team, month or clinician */
      return g_strdup_printf (_("%1$s in %2$s, %3$s"), place->name, place->table, group);
    case CASENESS_QUALITY_PLACE_LIST:
      return g_strdup (caseness_quality_words_list (place->number));
    case CASENESS_QUALITY_PLACE_MISSING:
    default:
      if (place->name == NULL)
        /* Translators: %s is something that should be recorded, such as “Ethnicity” */
        return g_strdup_printf (_("Not recorded: %s"), caseness_quality_words_item (place->number));
      group = caseness_quality_words_group (answer->quality, place->split, place->name, hides_names);
      /* Translators: %1$s is something that should be recorded, %2$s a team, month or clinician */
      return g_strdup_printf (_("Not recorded: %1$s, %2$s"), caseness_quality_words_item (place->number), group);
    }
}

char *
caseness_quality_place_dup_hint (const CasenessQualityPlace *place, const CasenessQualityAnswer *answer)
{
  const CasenessQualityRule *rule;
  guint n_items;

  switch (place->kind)
    {
    case CASENESS_QUALITY_PLACE_RULE:
    case CASENESS_QUALITY_PLACE_REFUSED:
      rule = find_rule (place, answer);
      return g_strdup (rule != NULL ? rule->fix : "");
    case CASENESS_QUALITY_PLACE_LIST:
      return g_strdup (caseness_quality_words_list_meaning (place->number));
    case CASENESS_QUALITY_PLACE_MISSING:
    default:
      return g_strdup (g_dgettext (GETTEXT_PACKAGE, caseness_completeness_get_items (&n_items)[place->number].meaning));
    }
}

char *
caseness_quality_place_dup_file_name (const CasenessQualityPlace *place)
{
  static const char *const lists[CASENESS_N_QUALITY_LISTS] = {
    [CASENESS_QUALITY_BROKEN_PATHWAYS] = "broken-pathways", [CASENESS_QUALITY_LATE_DISCHARGES] = "late-discharges",
    [CASENESS_QUALITY_NOT_SENT] = "no-longer-sent",         [CASENESS_QUALITY_NEGATIVE_WAITS] = "negative-waits",
    [CASENESS_QUALITY_SCORES] = "scores-out-of-range",
  };
  guint n_items;

  switch (place->kind)
    {
    case CASENESS_QUALITY_PLACE_RULE:
    case CASENESS_QUALITY_PLACE_REFUSED:
      return g_strdup (place->name);
    case CASENESS_QUALITY_PLACE_LIST:
      return g_strdup (lists[place->number]);
    case CASENESS_QUALITY_PLACE_MISSING:
    default:
      return g_strconcat ("missing-", caseness_completeness_get_items (&n_items)[place->number].id, NULL);
    }
}
