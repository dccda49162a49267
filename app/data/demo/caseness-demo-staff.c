/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

#include <string.h>

/* How often somebody is seen by their own team rather than by whoever is free. */
#define OWN_TEAM_IN_TEN 9

static CasenessDemoClinician *
get_clinician (const CasenessDemoService *service, guint place)
{
  return &g_array_index (service->staff, CasenessDemoClinician, place);
}

static GArray **
find_pool (const CasenessDemoService *service, guint role, guint team)
{
  return &service->pools[role * (service->tables->teams->len + 1) + team];
}

/* Everybody stands in a pool once for each fifth of a whole-time post, so that drawing evenly shares the
 * work. */
static void
join_pools (CasenessDemoService *service, guint role, guint place)
{
  const CasenessDemoClinician *clinician = get_clinician (service, place);
  int i;

  for (i = 0; i < MAX (clinician->whole_time / 20, 1); i++)
    {
      g_array_append_val (*find_pool (service, role, clinician->team), place);
      g_array_append_val (*find_pool (service, role, service->tables->teams->len), place);
    }
}

static void
name_clinician (const CasenessDemoService *service, CasenessDemoClinician *clinician, guint place)
{
  const GPtrArray *given = service->tables->given_names;
  const GPtrArray *family = service->tables->family_names;
  guint number = place + service->number * 7;

  /* The lengths have no common factor that matters: the pairs repeat only after every given name met many
   * families. */
  g_snprintf (clinician->id, sizeof clinician->id, "S%04u", place + 1);
  g_snprintf (clinician->name, sizeof clinician->name, "%s %s",
              (const char *)g_ptr_array_index (given, (number * 7 + number / family->len) % given->len),
              (const char *)g_ptr_array_index (family, number % family->len));
}

static void
hire_one (CasenessDemoService *service, guint role_index, guint nth_of_role, CasenessRandom *random)
{
  const CasenessDemoRole *role = &service->tables->roles[role_index];
  CasenessDemoClinician clinician = { .role = role, .supervisor = -1 };
  guint place = service->staff->len;
  gboolean is_trainee = g_str_has_suffix (role->role, "trainee");

  name_clinician (service, &clinician, place);
  clinician.team = (nth_of_role + role_index) % service->tables->teams->len;
  clinician.whole_time
      = (int) (g_ascii_strtod (
                  role->whole_time[caseness_random_below (random, g_strv_length (role->whole_time))], NULL)
                  * 100
              + 0.5);
  clinician.skill
      = (int) (caseness_random_normal (random) * service->tables->rates.clinician_spread / 10000000);
  clinician.started = caseness_demo_find_monday (
      service->first - caseness_random_between (random, is_trainee ? 60 : 400, is_trainee ? 300 : 4500));
  clinician.qualified
      = is_trainee ? CASENESS_DATE_NONE : clinician.started - caseness_random_between (random, 20, 900);
  clinician.qualified = clinician.qualified == CASENESS_DATE_NONE
                            ? CASENESS_DATE_NONE
                            : MAX (clinician.qualified, caseness_date_new (2009, 9, 1));
  g_array_append_val (service->staff, clinician);
  join_pools (service, role_index, place);
}

/* Seniors supervise their team; the first senior supervises the seniors and has no supervisor in the list. */
static void
give_supervisors (CasenessDemoService *service)
{
  int lead = -1;
  guint i, j;

  for (i = 0; i < service->staff->len && lead < 0; i++)
    if (strcmp (get_clinician (service, i)->role->role, "Senior") == 0)
      lead = (int) i;
  for (i = 0; i < service->staff->len; i++)
    {
      CasenessDemoClinician *clinician = get_clinician (service, i);

      if ((int) i == lead)
        continue;
      clinician->supervisor = lead;
      if (strcmp (clinician->role->role, "Senior") == 0)
        continue;
      for (j = 0; j < service->staff->len; j++)
        if (strcmp (get_clinician (service, j)->role->role, "Senior") == 0
            && get_clinician (service, j)->team == clinician->team)
          {
            clinician->supervisor = (int) j;
            break;
          }
    }
}

/* Some clinicians are better than others, but each step as a whole is as good as the country. */
static void
centre_skills (CasenessDemoService *service, const char *step)
{
  int skill = 0;
  int time = 0;
  guint i;

  for (i = 0; i < service->staff->len; i++)
    if (strcmp (get_clinician (service, i)->role->step, step) == 0)
      {
        skill += get_clinician (service, i)->skill * get_clinician (service, i)->whole_time;
        time += get_clinician (service, i)->whole_time;
      }
  for (i = 0; i < service->staff->len; i++)
    if (strcmp (get_clinician (service, i)->role->step, step) == 0)
      get_clinician (service, i)->skill -= skill / MAX (time, 1);
}

void
caseness_demo_hire (CasenessDemoService *service, guint n_staff)
{
  const CasenessDemoTables *tables = service->tables;
  CasenessRandom random = caseness_demo_stream (service, DEMO_TOPIC_STAFF, 0);
  guint n_pools = tables->n_roles * (tables->teams->len + 1);
  guint i, k, n;

  service->staff = g_array_new (FALSE, FALSE, sizeof (CasenessDemoClinician));
  service->pools = g_new0 (GArray *, n_pools + 1);
  for (i = 0; i < n_pools; i++)
    service->pools[i] = g_array_new (FALSE, FALSE, sizeof (guint));
  for (i = 0; i < tables->n_roles; i++)
    {
      n = (guint) (((guint64) n_staff * tables->roles[i].share + CASENESS_RANDOM_ONE / 2)
                  / CASENESS_RANDOM_ONE);
      for (k = 0; k < MAX (n, 1); k++)
        hire_one (service, i, k, &random);
    }
  give_supervisors (service);
  centre_skills (service, "low");
  centre_skills (service, "high");
}

static gboolean
can_give (const CasenessDemoRole *role, const char *step, const char *therapy)
{
  if (strcmp (role->step, step) != 0)
    return FALSE;
  return therapy == NULL || role->therapies[0] == NULL
         || g_strv_contains ((const char *const *) role->therapies, therapy);
}

/* A role that gives the therapy, by how many of the staff have it; any role of the step if nobody does. */
static guint
choose_role (const CasenessDemoService *service,
             CasenessRandom *random,
             const char *step,
             const char *therapy)
{
  const CasenessDemoTables *tables = service->tables;
  guint32 total = 0, left;
  guint i;

  for (i = 0; i < tables->n_roles; i++)
    if (can_give (&tables->roles[i], step, therapy))
      total += tables->roles[i].share;
  if (total == 0)
    return therapy != NULL ? choose_role (service, random, step, NULL) : 0;
  left = caseness_random_below (random, total);
  for (i = 0; i < tables->n_roles; i++)
    {
      if (!can_give (&tables->roles[i], step, therapy))
        continue;
      if (left < tables->roles[i].share)
        return i;
      left -= tables->roles[i].share;
    }
  g_assert_not_reached ();
}

guint
caseness_demo_choose_clinician (const CasenessDemoService *service,
                                CasenessRandom *random,
                                guint team,
                                const char *step,
                                const char *therapy)
{
  guint role = choose_role (service, random, step, therapy);
  const GArray *pool = *find_pool (service, role, team);

  if (pool->len == 0 || caseness_random_below (random, 10) >= OWN_TEAM_IN_TEN)
    pool = *find_pool (service, role, service->tables->teams->len);
  return g_array_index (pool, guint, caseness_random_below (random, pool->len));
}
