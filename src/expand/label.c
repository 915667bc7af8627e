#include "expand/label.h"

enum { DEEPEST = 1000 };

static void
collect(struct arena *a, struct map *m, struct node *n, unsigned depth)
{
	for (; n && depth < DEEPEST; n = n->next) {
		if (n->label.n && !map_at(m, n->label))
			map_put(a, m, n->label, n);
		collect(a, m, n->child, depth + 1);
	}
}

struct map *
label_map(struct arena *a, struct node *root)
{
	struct map *m = arena_make(a, struct map);

	collect(a, m, root, 0);
	return m;
}
