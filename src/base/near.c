#include "base/near.h"

enum { LONGEST = 64 };

static unsigned
least(unsigned a, unsigned b)
{
	return a < b ? a : b;
}

unsigned
near_distance(struct text a, struct text b, unsigned limit)
{
	unsigned row[3][LONGEST + 1];

	if (a.n > LONGEST || b.n > LONGEST || a.n > b.n + limit
	    || b.n > a.n + limit)
		return limit + 1;
	for (unsigned j = 0; j <= b.n; j++)
		row[0][j] = j;
	for (unsigned i = 1; i <= a.n; i++) {
		unsigned *now = row[i % 3], *up = row[(i + 2) % 3];
		unsigned *up2 = row[(i + 1) % 3];
		now[0] = i;
		for (unsigned j = 1; j <= b.n; j++) {
			bool eq = a.s[i - 1] == b.s[j - 1];
			now[j] = least(up[j] + 1, now[j - 1] + 1);
			now[j] = least(now[j], up[j - 1] + !eq);
			if (i > 1 && j > 1 && a.s[i - 1] == b.s[j - 2]
			    && a.s[i - 2] == b.s[j - 1])
				now[j] = least(now[j], up2[j - 2] + 1);
		}
	}
	return least(row[a.n % 3][b.n], limit + 1);
}

struct near
near_to(struct text want)
{
	/* One slip for a short word, a third of the letters at most. */
	unsigned most = want.n < 3 ? 1 : want.n < 9 ? 2 : 3;

	return (struct near){want, TEXT(""), most + 1};
}

void
near_offer(struct near *n, struct text candidate)
{
	unsigned d = near_distance(n->want, candidate, n->distance);

	if (d < n->distance) {
		n->distance = d;
		n->best = candidate;
	}
}
