/*
 * out.h - within layout/: the boxes of each page, put in their places
 */
#ifndef LAYOUT_OUT_H
#define LAYOUT_OUT_H

#include "layout/flow.h"
#include "layout/head.h"

/* Fills m->pages: pages with items and links, anchors, outlines. */
void out_pages(struct maker *m, const struct flow *f, const struct vpages *cut,
    struct head *head);

#endif
