#include "expand/label.h"

enum { DEEPEST = 1000 };

static struct pos
place_of(const struct node *n)
{
	return n->labelpos.src ? n->labelpos : n->pos;
}

static void
collect(struct arena *a, struct map *m, struct node *n, struct diag *d,
    unsigned depth)
{
	for (; n && depth < DEEPEST; n = n->next) {
		struct node *first = n->label.n ? map_at(m, n->label) : NULL;
		if (first) {
			struct finding *f = diag(d, LEVEL_ERROR, "LABEL-01",
			    place_of(n), "a label that stands twice: %.*s",
			    TEXT_ARG(n->label));
			finding_remark(d, f, "note", place_of(first),
			    "is where it stands first");
		} else if (n->label.n) {
			map_put(a, m, n->label, n);
		}
		collect(a, m, n->child, d, depth + 1);
	}
}

struct map *
label_map(struct arena *a, struct node *root, struct diag *d)
{
	struct map *m = arena_make(a, struct map);

	collect(a, m, root, d, 0);
	return m;
}
