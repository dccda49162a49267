/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "caseness-adsm-told.h"
#include "attack.h"

#define N_SERVICES 150
#define FEWEST 5
#define N_WAYS 2
#define MOST_ROWS 4
#define N_CLASSES CASENESS_N_ADSM_CLASSES
#define NOT_PAIRED (N_CLASSES + 1) /* told nowhere, and left of a share that is */

/* A made-up service: how many courses of each problem and team are in each class. What is told of it are sums of these. */
typedef struct
{
  guint n_rows[N_WAYS];
  guint counts[MOST_ROWS][MOST_ROWS][N_CLASSES];
  CasenessAdsmUse uses[N_WAYS];
  const CasenessAdsmUse *told_of[N_WAYS];
} Service;

static void
add_class (CasenessAdsm *row, guint class, guint n)
{
  guint *const fields[] = { &row->paired, &row->first_only, &row->wrong_measure, &row->gad_instead };

  row->should_have += n;
  row->courses += n;
  if (class < G_N_ELEMENTS (fields))
    *fields[class] += n;
}

static void
service_init (Service *service, GRand *random)
{
  guint i, k, class;

  *service = (Service){ 0 };
  for (i = 0; i < N_WAYS; i++)
    {
      service->n_rows[i] = (guint) g_rand_int_range (random, 1, MOST_ROWS + 1);
      service->uses[i].rows = g_ptr_array_new_with_free_func (g_free);
      service->uses[i].cases = g_array_new (FALSE, FALSE, sizeof (CasenessAdsmCase));
      for (k = 0; k < service->n_rows[i]; k++)
        g_ptr_array_add (service->uses[i].rows, g_new0 (CasenessAdsm, 1));
      service->told_of[i] = &service->uses[i];
    }
  for (i = 0; i < service->n_rows[0]; i++)
    for (k = 0; k < service->n_rows[1]; k++)
      for (class = 0; class < N_CLASSES; class++)
        {
          guint n = (guint) g_rand_int_range (random, 0, g_rand_boolean (random) ? 4 : 30);

          service->counts[i][k][class] = n;
          add_class (g_ptr_array_index (service->uses[0].rows, i), class, n);
          add_class (g_ptr_array_index (service->uses[1].rows, k), class, n);
          add_class (&service->uses[0].total, class, n);
          add_class (&service->uses[1].total, class, n);
        }
  for (i = 0; i < N_WAYS; i++)
    service->uses[i].descriptors.courses = service->uses[i].descriptors.recorded = service->uses[0].total.courses + 40;
}

static void
service_clear (Service *service)
{
  guint i;

  for (i = 0; i < N_WAYS; i++)
    {
      g_ptr_array_unref (service->uses[i].rows);
      g_array_unref (service->uses[i].cases);
    }
}

/* The unknowns that a number of a row is the sum of. Returns: that sum. */
static guint
mark (const Service *service, guint way, guint row, guint class, gboolean *has)
{
  guint n = 0, i, k, c;

  for (i = 0; i < service->n_rows[0]; i++)
    for (k = 0; k < service->n_rows[1]; k++)
      for (c = 0; c < N_CLASSES; c++)
        {
          gboolean is_of_class = class == N_CLASSES || class == c || (class == NOT_PAIRED && c != CASENESS_ADSM_PAIRED);
          gboolean is_in = is_of_class && (row == service->n_rows[way] || row == (way == 0 ? i : k));

          has[(i * MOST_ROWS + k) * N_CLASSES + c] = is_in;
          n += is_in ? service->counts[i][k][c] : 0;
        }
  return n;
}

typedef void (*Each) (const Service *service, const CasenessAdsmTold *told, guint way, guint row, guint class,
                      Attack *attack);

static void
tell (const Service *service, const CasenessAdsmTold *told, guint way, guint row, guint class, Attack *attack)
{
  gboolean has[MOST_ROWS * MOST_ROWS * N_CLASSES] = { FALSE };
  guint n = mark (service, way, row, class, has);

  if (class == NOT_PAIRED || !caseness_adsm_told_has (told, way, row, class))
    return;
  g_assert_cmpuint (n, >=, FEWEST);
  attack_tell (attack, has);
}

static void
look (const Service *service, const CasenessAdsmTold *told, guint way, guint row, guint class, Attack *attack)
{
  gboolean has[MOST_ROWS * MOST_ROWS * N_CLASSES] = { FALSE };

  if (mark (service, way, row, class, has) < FEWEST)
    g_assert_false (attack_knows (attack, has));
}

static void
for_each (const Service *service, const CasenessAdsmTold *told, Attack *attack, Each each)
{
  guint way, row, class;

  for (way = 0; way < N_WAYS; way++)
    for (row = 0; row <= service->n_rows[way]; row++)
      for (class = 0; class <= NOT_PAIRED; class++)
        each (service, told, way, row, class, attack);
}

static guint
count_told (const Service *service, const CasenessAdsmTold *told)
{
  guint n = 0, row;

  for (row = 0; row < service->n_rows[0]; row++)
    n += caseness_adsm_told_has (told, 0, row, CASENESS_ADSM_SHOULD);
  return n;
}

/* No small number is told, and none follows from all that is, problems and teams together. */
static void
test_subtraction (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (205);
  guint n_told = 0, i;

  for (i = 0; i < N_SERVICES; i++)
    {
      g_autoptr(Attack) attack = attack_new (MOST_ROWS * MOST_ROWS * N_CLASSES);
      g_autoptr(CasenessAdsmTold) told = NULL;
      Service service;

      service_init (&service, random);
      told = caseness_adsm_told_new (service.told_of, N_WAYS);
      for_each (&service, told, attack, tell);
      for_each (&service, told, attack, look);
      n_told += count_told (&service, told);
      service_clear (&service);
    }
  g_assert_cmpuint (n_told, >, N_SERVICES); /* something is told at all */
}

/* Nothing is small: everything is told. One class of four beside five others: it is hidden, and with it another. */
static void
test_edges (void)
{
  static const struct
  {
    guint counts[N_CLASSES];
    guint n_hidden;
  } cases[] = {
    { { 9, 9, 9, 9, 9 }, 0 },
    { { 9, 9, 5, 9, 9 }, 0 },
    { { 9, 9, 4, 9, 9 }, 2 },
    { { 4, 9, 9, 9, 9 }, 2 },
    { { 99, 1, 1, 1, 1 }, 5 }, /* whoever has those paired has the four who are not */
    { { 99, 2, 1, 1, 1 }, 4 }, /* five are not */
  };
  gsize i;
  guint class;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CasenessAdsmUse use = { .rows = g_ptr_array_new (), .cases = g_array_new (FALSE, FALSE, 1) };
      const CasenessAdsmUse *uses[] = { &use };
      g_autoptr(CasenessAdsmTold) told = NULL;
      guint n_hidden = 0;

      for (class = 0; class < N_CLASSES; class++)
        add_class (&use.total, class, cases[i].counts[class]);
      use.descriptors.courses = use.descriptors.recorded = 200;
      told = caseness_adsm_told_new (uses, 1);
      for (class = 0; class < N_CLASSES; class++)
        n_hidden += !caseness_adsm_told_has (told, 0, 0, class);
      g_assert_cmpuint (n_hidden, ==, cases[i].n_hidden);
      g_ptr_array_unref (use.rows);
      g_array_unref (use.cases);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/measures/adsm-told/subtraction", test_subtraction);
  g_test_add_func ("/measures/adsm-told/edges", test_edges);
  return g_test_run ();
}
