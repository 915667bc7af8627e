/*
 * csl-styles - every style of a folder formats the same works
 *
 *   csl-styles DIR REFS CITES [--every N] [-v]
 *
 * DIR holds styles, NAME.csl; of N of them one is taken.  Each is loaded and
 * makes the citations of CITES and the list of what they cite.  Prints the name
 * of each that cannot be used, or prints nothing of a cite without a warning
 * that says so (-v: each that prints nothing), and ends with
 * "N styles, M failed; ...".  Exit 1 when a style failed, or there was none.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "load/bare.h"
#include "load/folder.h"

struct tally {
	unsigned styles, failed, empty, silent;
	unsigned cites, entries; /* of one style */
	bool blank_cite, blank_entry;
};

static bool
has_words(struct arena *a, const struct node *n)
{
	struct node whole = {.kind = NODE_DIV, .child = n->child};

	return node_words(a, &whole).n > 0;
}

static void
look(struct tally *t, struct arena *a, const struct node *n)
{
	for (const struct node *c = n->child; c; c = c->next) {
		if (c->kind == NODE_CITE) {
			t->cites++;
			t->blank_cite |= !has_words(a, c);
		} else if (c->kind == NODE_BIBENTRY) {
			t->entries++;
			t->blank_entry |= !has_words(a, c);
		}
		look(t, a, c);
	}
}

/* The text's document, with the list of works behind it. */
static const struct doc *
cited(struct arena *a, const struct bare_loaded *l, struct diag *d)
{
	struct expand_options o = {0};
	const struct doc *doc =
	    number(a, expand(a, l->lib, l->kase, &o, d), l->profile, d);
	struct doc whole = {0};

	if (!doc)
		return NULL;
	struct node *root = node_copy(a, doc->root);
	struct node *old = node_copy(a, doc->root);
	old->child = doc->root->child;
	node_append(root, old);
	node_add(a, root, NODE_REFS, TEXT(""), (struct pos){0});
	whole.root = root;
	whole.labels = doc->labels;
	return cite(a, &whole, l->lib, l->kase, d);
}

/* Errors, but for one: some styles print nothing of works of some type, and
 * that is said.  A cite without words of which nothing is said is our fault. */
static unsigned
faults(const struct diag *d, bool blank_cite)
{
	unsigned said = 0, errors = diag_count(d, LEVEL_ERROR);

	for (size_t i = 0; i < d->found.n; i++) {
		const struct finding *f = d->found.at[i];
		if (strcmp(f->code, "CITE-L4") != 0)
			continue;
		said++;
		errors -= f->level >= LEVEL_ERROR;
	}
	return errors + (blank_cite && !said);
}

static void
one(struct tally *t, const struct places *where, struct bare want, bool loud)
{
	struct arena *a = arena_new();
	struct diag d = {.a = a};
	struct bare_loaded l = bare_load(a, where, &want, &d);
	const struct doc *doc = cited(a, &l, &d);

	t->styles++;
	t->cites = t->entries = 0;
	t->blank_cite = t->blank_entry = false;
	if (doc)
		look(t, a, doc->root);
	bool failed = !t->cites || faults(&d, t->blank_cite) > 0;
	if (failed || (loud && (t->blank_entry || t->blank_cite)))
		printf("%.*s%s\n", TEXT_ARG(want.style),
		    !t->cites           ? ": no citations"
			: t->blank_cite ? ": a citation without words"
			: failed        ? ": errors"
					: ": an entry without words");
	if (failed)
		diag_print(&d, stdout, DIAG_SHORT);
	t->failed += failed;
	t->empty += t->blank_entry;
	t->silent += t->blank_cite;
	arena_free(a);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct places where = {
	    .csl = TEXT("/usr/share/citation-style-language")};
	struct tally t = {0};
	unsigned every = 1;
	bool loud = false;

	if (argc < 4)
		return 2;
	for (int i = 4; i < argc; i++) {
		if (strcmp(argv[i], "--every") == 0 && i + 1 < argc)
			every = (unsigned)atoi(argv[++i]);
		else
			loud |= strcmp(argv[i], "-v") == 0;
	}
	struct text refs = text_of(argv[2]), folder = text_of(argv[1]);
	struct names n = folder_list(a, folder);
	for (size_t i = 0; i < n.at.n; i++) {
		if (!text_ends(n.at.at[i], TEXT(".csl"))
		    || i % (every ? every : 1))
			continue;
		struct bare want = {.refs = &refs,
		    .nrefs = 1,
		    .cites = text_of(argv[3]),
		    .style = text_fmt(a, "%.*s/%.*s", TEXT_ARG(folder),
			TEXT_ARG(n.at.at[i]))};
		one(&t, &where, want, loud);
	}
	arena_free(a);
	printf("%u styles, %u failed; %u print nothing of a cite, %u of an "
	       "entry\n",
	    t.styles, t.failed, t.silent, t.empty);
	return t.styles == 0 || t.failed > 0;
}
