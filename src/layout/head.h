/*
 * head.h - within layout/: what stands at the head and the foot of each page
 *
 * A sheet's patterns may have {page}, {pages}, {title} (kase_title), {date}
 * (the case's report_date, written out) and whatever kase_words knows:
 * {reference}, {expert}, {subject} and other keys of the case.
 */
#ifndef LAYOUT_HEAD_H
#define LAYOUT_HEAD_H

#include "layout/line.h"
#include "model/kase.h"

enum { HEAD_LEFT, HEAD_RIGHT, FOOT_LEFT, FOOT_CENTRE, FOOT_RIGHT, HEAD_SLOTS };

struct slot {
	struct text words; /* all put in but the page's numbers */
	bool page, pages;  /* those it has */
	struct line line;  /* set once, if it has none that change */
	bool set;
};

struct head {
	struct arena *a;
	struct setter *set;
	const struct type *type;
	struct slot slot[HEAD_SLOTS];
};

struct head head_new(struct arena *a, struct setter *set,
    const struct kase *kase, const struct profile *profile);

/* The words of a slot on page `page` (1..) of `pages`, set; no runs: none. */
struct line head_line(struct head *h, int slot, size_t page, size_t pages);

#endif
