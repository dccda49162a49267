/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-random.h"

#define GOLDEN_STEP G_GUINT64_CONSTANT (0x9E3779B97F4A7C15)

static guint64
mix (guint64 z)
{
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xBF58476D1CE4E5B9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94D049BB133111EB);
  return z ^ (z >> 31);
}

static guint64
next (CasenessRandom *random)
{
  random->state += GOLDEN_STEP;
  return mix (random->state);
}

void
caseness_random_init (CasenessRandom *random, guint32 seed, guint32 topic, guint32 number)
{
  random->state = mix (mix (seed + GOLDEN_STEP) + ((guint64) topic << 32 | number));
}

guint32
caseness_random_below (CasenessRandom *random, guint32 n)
{
  return (guint32) ((next (random) >> 32) * n >> 32);
}

int
caseness_random_between (CasenessRandom *random, int low, int high)
{
  return low + (int) caseness_random_below (random, (guint32) (high - low + 1));
}

gboolean
caseness_random_chance (CasenessRandom *random, gint64 millionths)
{
  return (gint64) caseness_random_below (random, CASENESS_RANDOM_ONE) < millionths;
}

int
caseness_random_normal (CasenessRandom *random)
{
  gint64 sum = 0;
  guint64 bits;
  int i;

  for (i = 0; i < 3; i++)
    {
      bits = next (random);
      sum += (bits & 0xffff) + (bits >> 16 & 0xffff) + (bits >> 32 & 0xffff) + (bits >> 48);
    }
  return (int) ((sum - 6 * 65536) * 1000 / 65536);
}
