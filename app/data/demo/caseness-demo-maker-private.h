/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-demo-private.h"

G_BEGIN_DECLS

/** CasenessDemoMaker: what making one course needs at hand. */
typedef struct
{
  const CasenessDemoService *service;
  const CasenessDemoTables *tables;
  const CasenessDemoRates *rates;
  const CasenessDemoPerson *person;
  CasenessDemoCourse *course;
  CasenessRandom random;
  int time;              /* usual time of day, seconds */
  const char *mechanism; /* usual way of meeting */
} CasenessDemoMaker;

/* caseness-demo-choice.c: who has what, before anything happens. */
void caseness_demo_choose_course (CasenessDemoMaker *maker);

static inline const char *
draw_code (CasenessDemoMaker *maker, CasenessDemoKind kind)
{
  return caseness_demo_draw_kind (maker->tables, kind, &maker->random)->code;
}

static inline gboolean
chance (CasenessDemoMaker *maker, gint64 millionths)
{
  return caseness_random_chance (&maker->random, millionths);
}

G_END_DECLS
