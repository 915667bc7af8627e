/*
 * column.c - the widths of columns
 *
 * A table that fits with every cell on one line is as wide as that.  One that
 * does not gets the whole width: modest columns what they want, the others
 * their widest word each and then, of what is left, in proportion to what they
 * want beyond that, as CSS 2.2, 17.5.2.2 has it for all columns.
 */
#include "layout/table.h"

/* By the shares that were asked for; columns that asked for none get the mean
 * of the others. */
static void
by_shares(struct column *c, size_t n, int64_t room)
{
	int64_t total = 0, asked = 0;

	for (size_t i = 0; i < n; i++)
		total += c[i].share, asked += c[i].share > 0;
	int64_t mean = total / asked > 0 ? total / asked : 1;
	for (size_t i = 0; i < n; i++)
		total += c[i].share ? 0 : mean;
	for (size_t i = 0; i < n; i++) {
		int64_t share = c[i].share ? c[i].share : mean;
		c[i].width = (mpt)(room * share / total);
	}
}

/* Columns that ask for no more than an even share of the room get all they
 * ask for, and the others share the rest: a date is not broken in two to make
 * a sentence beside it one line shorter. */
static size_t
content_modest(struct column *c, size_t n, int64_t *room)
{
	size_t left = n;
	bool more = true;

	while (more && left > 0) {
		int64_t even = *room / (int64_t)left;
		more = false;
		for (size_t i = 0; i < n; i++) {
			if (c[i].width || c[i].most > even)
				continue;
			c[i].width = c[i].most;
			*room -= c[i].most;
			left--;
			more = true;
		}
	}
	return left;
}

/* All at their widest word, if that must be. */
static void
content_least(struct column *c, size_t n, int64_t room)
{
	int64_t least = 0;

	for (size_t i = 0; i < n; i++)
		least += c[i].least;
	for (size_t i = 0; i < n; i++)
		c[i].width = (mpt)(room * c[i].least / (least ? least : 1));
}

static void
by_content(struct column *c, size_t n, int64_t room)
{
	int64_t all = room, least = 0, most = 0;

	if (content_modest(c, n, &room) == 0)
		return;
	for (size_t i = 0; i < n; i++)
		if (!c[i].width)
			least += c[i].least, most += c[i].most;
	if (least >= room) {
		content_least(c, n, all);
		return;
	}
	for (size_t i = 0; i < n; i++)
		if (!c[i].width)
			c[i].width = c[i].least
			    + (mpt)((room - least) * (c[i].most - c[i].least)
				/ (most - least));
}

bool
columns_share(struct column *c, size_t n, mpt room, mpt gap)
{
	int64_t inner = room - (int64_t)(n - 1) * gap;
	bool asked = false, fits = true;
	mpt x = 0;

	if (inner < 0)
		inner = 0;
	for (size_t i = 0; i < n; i++)
		asked |= c[i].share > 0;
	if (asked)
		by_shares(c, n, inner);
	else
		by_content(c, n, inner);
	for (size_t i = 0; i < n; i++) {
		c[i].x = x;
		x += c[i].width + gap;
		fits &= c[i].width >= c[i].least;
	}
	return fits;
}
