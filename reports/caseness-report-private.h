/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "caseness-report-builder.h"
#include "caseness-shared-text.h"

G_BEGIN_DECLS

typedef struct _CasenessReportBlock CasenessReportBlock;

/* What stands before a block. */
typedef enum
{
  CASENESS_REPORT_BREAK_NONE,
  CASENESS_REPORT_BREAK_PART, /* a new page, unless half of this one is left */
  CASENESS_REPORT_BREAK_PAGE, /* a new page */
} CasenessReportBreak;

/* Something to be put on a page as a whole. */
typedef struct
{
  double height;
  double space_before; /* left out at the top of a page */
  gboolean keeps_next; /* the next one must stand on the same page */
} CasenessReportItem;

/* Where and how a block is drawn. */
typedef struct
{
  CasenessReport *report;
  guint page;
  cairo_t *cr;
  double x;
  double y;
  double width;
  gboolean has_links; /* the surface holds every page, so that links have somewhere to go */
} CasenessReportCanvas;

/* A kind of block. The items of a block that stand on one page are a run: begin, each item, end. */
typedef struct
{
  void (*measure) (CasenessReportBlock *block, CasenessReport *report, double width, double page_height);
  void (*begin) (CasenessReportBlock *block, CasenessReportCanvas *canvas); /* nullable; draws repeated heads */
  void (*draw) (CasenessReportBlock *block, guint item, CasenessReportCanvas *canvas);
  void (*end) (CasenessReportBlock *block, CasenessReportCanvas *canvas); /* nullable */
  void (*free) (CasenessReportBlock *block);
  /* nullable: adds the items of a block that makes use of what is left of a page; measure only says least_height */
  void (*fill) (CasenessReportBlock *block, CasenessReport *report, double width, double left, double page_height);
} CasenessReportBlockClass;

struct _CasenessReportBlock
{
  const CasenessReportBlockClass *klass;
  GArray *items;         /* CasenessReportItem: filled by measure */
  double head_height;    /* of what is repeated where a run begins */
  double least_height;   /* of a block that is filled: with less left of a page it begins the next */
  CasenessReportBreak before;
  guint bookmark_level;  /* 0 for no bookmark */
  char *bookmark;        /* nullable */
  char *anchor;          /* nullable */
};

typedef struct
{
  CasenessReportBlock *block;
  guint item;
  guint page;
  double y; /* from the top of the body; of the head where a run begins */
  gboolean begins_run;
} CasenessReportPlace;

struct _CasenessReport
{
  int references;
  char *title;
  char *name;
  char *service;
  char *file_name;
  char *confidentiality;
  char *sources;
  char *method;
  char *definitions; /* nullable */
  CasenessDate as_at;
  double page_width;
  double page_height;
  CasenessTheme theme;
  PangoFontMap *font_map; /* owned by the report alone, so that reports can be drawn in different threads */
  PangoContext *context;
  CasenessTextStore *texts; /* of @context */
  GPtrArray *blocks;      /* CasenessReportBlock */
  gboolean has_reading;   /* the contents say how to read the charts too, and have a page of their own */
  guint n_contents;       /* the first of them are a page of contents, left out of a short report */
  GArray *places;         /* CasenessReportPlace in reading order; NULL until paginated */
  GHashTable *anchors;    /* name → page number from 1 */
  guint n_pages;
  gboolean is_close;      /* definitions are set as small and close as paper allows */
  double body_top;
  double body_bottom;
};

/* caseness-report-blocks.c */
CasenessReportBlock *caseness_report_block_heading (guint level, const char *text);
CasenessReportBlock *caseness_report_block_paragraph (CasenessReportStyle style, const char *text);
CasenessReportBlock *caseness_report_block_kept_paragraph (const char *text);
CasenessReportBlock *caseness_report_block_chart (CasenessChart *chart);
CasenessReportBlock *caseness_report_block_definitions (void);
gboolean caseness_report_block_is_definitions (const CasenessReportBlock *block);
void caseness_report_block_add_definition (CasenessReportBlock *block, const char *term, const char *text);
CasenessReportBlock *caseness_report_block_space (double height);

/* caseness-report-table.c: measures and draws rows. */
void caseness_report_table_measure (CasenessReportTable *table, CasenessReport *report, double width);
double caseness_report_table_get_natural_width (CasenessReportTable *table, CasenessReport *report);
double caseness_report_table_get_head_height (CasenessReportTable *table, CasenessReport *report);
double caseness_report_table_get_row_height (CasenessReportTable *table, CasenessReport *report, guint row);
void caseness_report_table_draw_heads (CasenessReportTable *table, CasenessReportCanvas *canvas, double height);
void caseness_report_table_draw_row (CasenessReportTable *table, guint row, double height,
                                     CasenessReportCanvas *canvas);
gboolean caseness_report_table_is_compact (const CasenessReportTable *table);
gboolean caseness_report_table_starts_section (const CasenessReportTable *table, guint row);

/* caseness-report-table-block.c: puts rows on pages. */
CasenessReportBlock *caseness_report_block_table (CasenessReportTable *table);

/* caseness-report.c */
CasenessReport *caseness_report_create (const CasenessReportInfo *info);
void caseness_report_paginate (CasenessReport *report);
guint caseness_report_get_page_of (CasenessReport *report, const char *anchor);
void caseness_report_draw_page_with_links (CasenessReport *report, guint page, cairo_t *cr, gboolean has_links);

/* caseness-report-contents.c */
void caseness_report_prepare_contents (CasenessReport *report, const char *reading);
gboolean caseness_report_needs_contents (CasenessReport *report);

/* Shared by the blocks. */
void caseness_report_block_init (CasenessReportBlock *block, const CasenessReportBlockClass *klass);
void caseness_report_block_free (CasenessReportBlock *block);
void caseness_report_block_add_item (CasenessReportBlock *block, double height, double space_before,
                                     gboolean keeps_next);
PangoLayout *caseness_report_create_text (CasenessReport *report, const char *text, double size, PangoWeight weight,
                                          double width);
double caseness_report_get_text_height (PangoLayout *layout);
void caseness_report_show_text (CasenessReportCanvas *canvas, PangoLayout *layout, double x, double y,
                                CasenessColour colour);

G_END_DECLS
