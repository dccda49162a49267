/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-demo-private.h"

#include <string.h>

/* NHS numbers that begin with 9 are never given to anybody, those of 999 are set aside for such use as this:
 * nine digits, of which six are free in each of a hundred blocks. One in eleven has no check digit; the rest of
 * a block serve this many people, and those who come later are numbered from the block before it. A number is
 * never left out for want of one, since each blank is a finding. */
#define NHS_BODIES 1000000
#define NHS_LAST_BLOCK 999
#define NHS_BLOCKS 100
#define NHS_BODIES_TAKEN 900000
/* Next number along: without a factor of a million, so that it visits them all, and far away, so that none
 * tells who came before whom. */
#define NHS_BODY_STEP 618033

/* The check digit of the NHS number (modulus 11), or 10 when there is none. */
static int
check_digit (guint32 body)
{
  int sum = 0;
  int weight;

  for (weight = 2; weight <= 10; weight++, body /= 10)
    sum += (int) (body % 10) * weight;
  return (11 - sum % 11) % 11;
}

/* The national rules refuse a number whose halves mirror each other. */
static gboolean
is_mirrored (guint32 body)
{
  guint64 number = (guint64) body * 10 + (guint64) check_digit (body);
  guint64 back = 0;
  guint64 rest;

  for (rest = number; rest > 0; rest /= 10)
    back = back * 10 + rest % 10;
  return back == number;
}

guint32
caseness_demo_take_nhs_body (CasenessDemoNhs *nhs)
{
  guint32 block = nhs->taken / NHS_BODIES_TAKEN;
  guint32 first = (NHS_LAST_BLOCK - block) * NHS_BODIES;

  if (block == NHS_BLOCKS)
    return 0;
  do
    nhs->place = (nhs->place + NHS_BODY_STEP) % NHS_BODIES;
  while (check_digit (first + nhs->place) == 10 || is_mirrored (first + nhs->place));
  nhs->taken++;
  return first + nhs->place;
}

static void
give_nhs_number (const CasenessDemoService *service,
                 CasenessDemoPerson *person,
                 guint32 body,
                 CasenessRandom *random)
{
  if (body == 0 || caseness_random_chance (random, service->tables->rates.nhs_number_missing))
    {
      person->nhs_number[0] = '\0';
      person->nhs_status = "04";
      return;
    }
  g_snprintf (person->nhs_number, sizeof person->nhs_number, "%09u%d", body, check_digit (body));
  person->nhs_status = caseness_random_below (random, 50) == 0 ? "02" : "01";
}

/* Draws an option and adds what its group does to finishing and recovering. */
static const char *
draw_trait (const CasenessDemoService *service,
            CasenessDemoPerson *person,
            CasenessDemoKind kind,
            CasenessRandom *random)
{
  const CasenessDemoOption *option = caseness_demo_draw_kind (service->tables, kind, random);
  gint64 kept = service->tables->rates.group_effect;

  person->finished_index = person->finished_index
                           * (CASENESS_RANDOM_ONE + (option->finished_index - 1000) * kept / 1000)
                           / CASENESS_RANDOM_ONE;
  person->recovery_shift += (int) (option->recovery_shift * kept / CASENESS_RANDOM_ONE);
  return option->code;
}

static void
give_birth_date (CasenessDemoPerson *person, const char *ages, CasenessRandom *random)
{
  int youngest = atoi (ages);
  int oldest = atoi (strchr (ages, '-') + 1);
  int age = caseness_random_between (random, youngest, oldest);

  /* Between the birthdays: a day less than a year either side is the age wanted on the day of the first
   * referral. */
  person->born
      = caseness_date_add_months (person->known_from, -12 * age) - caseness_random_between (random, 1, 363);
}

/* Poorer neighbourhoods lie together: the locality follows the decile, but loosely. */
static void
give_home (const CasenessDemoService *service, CasenessDemoPerson *person, CasenessRandom *random)
{
  int n_localities = (int) service->tables->localities->len;
  int n_teams = (int) service->tables->teams->len;
  int locality
      = (atoi (person->deprivation) - 1) * n_localities / 10 + caseness_random_between (random, -2, 2);

  person->locality = (guint) ((locality + n_localities) % n_localities);
  person->team = person->locality * (guint) n_teams / (guint) n_localities;
  person->practice = person->locality * 6 + caseness_random_below (random, 6);
  person->postcode[0] = '\0';
  if (!caseness_random_chance (random, service->tables->rates.postcode_missing))
    g_snprintf (person->postcode, sizeof person->postcode, "%s%u %u%c%c",
                (const char *)g_ptr_array_index (service->tables->postcode_areas,
                                                 person->locality % service->tables->postcode_areas->len),
                1 + caseness_random_below (random, 19), caseness_random_below (random, 10),
                "ABDEFGHJLNPQRSTUWXYZ"[caseness_random_below (random, 20)],
                "ABDEFGHJLNPQRSTUWXYZ"[caseness_random_below (random, 20)]);
}

static void
give_gender (const CasenessDemoService *service, CasenessDemoPerson *person, CasenessRandom *random)
{
  person->gender = draw_trait (service, person, DEMO_GENDER, random);
  person->identity = *person->gender == '9' ? "3" : person->gender;
  person->same_at_birth = draw_trait (service, person, DEMO_SAME_AT_BIRTH, random);
}

/* Orientation is a code of its own for gay men and lesbians: take the one that goes with the gender. */
static void
give_beliefs (const CasenessDemoService *service, CasenessDemoPerson *person, CasenessRandom *random)
{
  person->orientation = draw_trait (service, person, DEMO_ORIENTATION, random);
  if (strcmp (person->orientation, "76102007") == 0 && *person->gender == '2')
    person->orientation = "89217008";
  else if (strcmp (person->orientation, "89217008") == 0 && *person->gender == '1')
    person->orientation = "76102007";
  person->religion = draw_trait (service, person, DEMO_RELIGION, random);
}

static void
give_work (const CasenessDemoService *service, CasenessDemoPerson *person, CasenessRandom *random)
{
  int age = caseness_date_age (person->born, person->known_from);

  person->education = draw_trait (service, person, DEMO_EDUCATION, random);
  person->employment = draw_trait (service, person, DEMO_EMPLOYMENT, random);
  if (age >= 68 && caseness_random_below (random, 10) < 9)
    person->employment = "08";
  else if (age < 55 && strcmp (person->employment, "08") == 0)
    person->employment = "01";
  if (age >= 30 && strchr ("123", *person->education) != NULL && caseness_random_below (random, 4) != 0)
    person->education = "8";
}

void
caseness_demo_person_make (const CasenessDemoService *service, guint32 number, CasenessDemoPerson *person)
{
  const CasenessDemoTables *tables = service->tables;
  const CasenessDemoKnown *known = &g_array_index (service->known, CasenessDemoKnown, number);
  CasenessRandom random = caseness_demo_stream (service, DEMO_TOPIC_PERSON, number);
  int age;

  g_snprintf (person->id, sizeof person->id, "P%07u", number + 1);
  person->known_from = known->known_from;
  person->finished_index = CASENESS_RANDOM_ONE;
  person->recovery_shift = 0;
  give_birth_date (person, draw_trait (service, person, DEMO_AGE, &random), &random);
  give_gender (service, person, &random);
  person->ethnicity = draw_trait (service, person, DEMO_ETHNICITY, &random);
  person->deprivation = draw_trait (service, person, DEMO_DEPRIVATION, &random);
  give_home (service, person, &random);
  give_beliefs (service, person, &random);
  person->disability = draw_trait (service, person, DEMO_DISABILITY, &random);
  person->armed_forces = draw_trait (service, person, DEMO_ARMED_FORCES, &random);
  person->language = draw_trait (service, person, DEMO_LANGUAGE, &random);
  give_work (service, person, &random);
  give_nhs_number (service, person, known->nhs_body, &random);
  person->accommodation = "";
  if (caseness_random_chance (&random, tables->rates.recorded_accommodation))
    person->accommodation = draw_trait (service, person, DEMO_ACCOMMODATION, &random);
  age = caseness_date_age (person->born, person->known_from);
  person->is_perinatal = *person->gender == '2' && age >= 18 && age <= 44
                         && caseness_random_chance (&random, tables->rates.perinatal);
}
