/*
 * pick.h - within expand/: looking at the elements of a list by a key
 */
#ifndef EXPAND_PICK_H
#define EXPAND_PICK_H

#include "expand/call.h"

/* What stands at the dotted path `key` of an element; the element itself if
 * key is "".  A hole is said, with the element's number n (from 0). */
struct datum pick(struct call *c, struct datum element, struct text key,
    size_t n);

struct order {
	bool sensitive; /* A before a, not beside it */
	bool reverse;
};

/* `s` in the order of `keys`; equal ones stay as they stand. */
struct datum pick_sort(struct call *c, struct seq s, struct seq keys,
    struct order order);

#endif
