/*
 * label.h - within expand/: what can be referred to
 */
#ifndef EXPAND_LABEL_H
#define EXPAND_LABEL_H

#include "base/map.h"
#include "model/doc.h"

/* The labels of a tree, label -> struct node; one that stands twice means the
 * first (number/ says so). */
struct map *label_map(struct arena *a, struct node *root);

#endif
