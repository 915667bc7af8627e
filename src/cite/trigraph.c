#include "cite/trigraph.h"

#include <stdlib.h>

#include "base/uni.h"
#include "cite/particle.h"

enum { NAMES = 4, TITLE_LETTERS = 4 };

static const uint8_t letters[NAMES][NAMES] = {{4, 0, 0, 0}, {2, 2, 0, 0},
    {2, 1, 1, 0}, {1, 1, 1, 1}};

/* So many letters of a word or name: "Müll", "Obri" of "O'Brien". */
static void
add_letters(struct buf *b, struct text t, unsigned most)
{
	struct buf part = {.a = b->a};
	unsigned n = 0;

	for (size_t i = 0; i < t.n && n < most;) {
		uint32_t cp = text_next(t, &i);
		if (uni_class(cp) != UNI_LETTER)
			continue;
		buf_cp(&part, n++ ? cp : uni_to_upper(cp));
	}
	buf_add(b, buf_text(&part));
}

/* The author's names, or the first that there are.  The style need not know
 * the variable, so that they come from the reference. */
static const struct name_list *
names_of(const struct reference *ref)
{
	const struct name_list *first = NULL;

	for (size_t i = 0; i < ref->names.n; i++) {
		const struct name_list *l = &ref->names.at[i];
		if (l->n && (!first || text_is(l->var, "author")))
			first = l;
	}
	return first;
}

static struct text
label(struct arena *a, const struct rules *r, const struct work *w)
{
	struct buf b = {.a = a};
	const struct name_list *l = names_of(w->ref);
	const struct date *d = w->dates[r->issued];
	size_t n = l ? l->n < NAMES ? l->n : NAMES : 0;

	for (size_t i = 0; i < n; i++) {
		struct name p = particle_split(&l->at[i]);
		add_letters(&b, p.literal.n ? p.literal : p.family,
		    letters[n - 1][i]);
	}
	if (!n && w->var[r->title].n)
		add_letters(&b, w->var[r->title], TITLE_LETTERS);
	if (d && d->from.year)
		buf_fmt(&b, "%02d", abs(d->from.year) % 100);
	return buf_text(&b);
}

struct text
trigraph_of(struct arena *keep, const struct rules *r, struct work *w)
{
	struct text *t = &w->var[r->citation_label];

	if (!t->n)
		*t = label(keep, r, w);
	return *t;
}
