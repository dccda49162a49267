/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/** CasenessPageType: one page of the navigation. */
typedef struct
{
  const char *name;        /* short, for file names and the stack: `ptl` */
  GType (*get_type) (void); /* a CasenessPage */
} CasenessPageType;

/** caseness_page_types_get: Returns: (transfer none) (array length=n): the finished pages in the order of the sidebar. */
const CasenessPageType *caseness_page_types_get (guint *n);

G_END_DECLS
