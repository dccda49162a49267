/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "caseness"
#include "config.h"

#include "caseness-therapy-stage.h"

/* Sessions of one intensity that follow each other. */
typedef struct
{
  CasenessIntensity intensity;
  guint n;
  CasenessDate first;
  CasenessDate last;
} Run;

typedef struct
{
  CasenessTherapyStages stages;
  Run run;
  CasenessDate first_stage_last;
  guint n_lone; /* sessions before the first stage */
} Finder;

/* A run has ended: it is a stage, or a lone session. */
static void
end_run (Finder *finder)
{
  const Run *run = &finder->run;

  if (run->n == 1 && finder->stages.first == CASENESS_INTENSITY_NONE)
    finder->n_lone++;
  if (run->n < 2)
    return;
  if (finder->stages.first == CASENESS_INTENSITY_NONE)
    {
      finder->stages.first = run->intensity;
      finder->first_stage_last = run->last;
    }
  else if (finder->stages.second == CASENESS_INTENSITY_NONE)
    {
      finder->stages.second = run->intensity;
      finder->stages.days = run->first - finder->first_stage_last;
    }
}

static void
add_session (Finder *finder, CasenessIntensity intensity, CasenessDate date)
{
  if (finder->run.intensity != intensity)
    {
      end_run (finder);
      finder->run = (Run){ .intensity = intensity, .first = date };
    }
  finder->run.n++;
  finder->run.last = date;
}

CasenessTherapyStages
caseness_therapy_stages_find (const CasenessTreatment *treatments, guint n)
{
  Finder finder = { .stages = { .days = -1 } };
  guint i;

  for (i = 0; i < n; i++)
    {
      if ((treatments[i].intensity & CASENESS_INTENSITY_LOW) != 0)
        add_session (&finder, CASENESS_INTENSITY_LOW, treatments[i].date);
      if ((treatments[i].intensity & CASENESS_INTENSITY_HIGH) != 0)
        add_session (&finder, CASENESS_INTENSITY_HIGH, treatments[i].date);
    }
  end_run (&finder);
  if (finder.n_lone > 1)
    return (CasenessTherapyStages){ .days = -1 };
  return finder.stages;
}
