/*
 * layout.c - the stage: document -> pages
 *
 * The document becomes one vertical list (flow.c), whose lines are broken as
 * they come; the list is cut into pages as a whole (pagebreak.c); then
 * everything is put in its place (out.c).
 */
#include "layout/flow.h"
#include "layout/out.h"
#include "model/stage.h"

static struct vlist
list_of(struct arena *a, const struct maker *m, const struct flow *f)
{
	const struct sheet *s = m->sheet;
	struct vbox *box = arena_alloc(a, (f->boxes.n + 1) * sizeof(*box));
	struct vnote *note = arena_alloc(a, (m->notes.n + 1) * sizeof(*note));
	size_t notes = 0;

	for (size_t i = 0; i < f->boxes.n; i++) {
		box[i] = f->boxes.at[i].v;
		if (box[i].notes < notes)
			box[i].notes = notes;
		notes = box[i].notes;
	}
	for (size_t i = 0; i < m->notes.n; i++)
		note[i] = (struct vnote){m->notes.at[i].v.skip,
		    m->notes.at[i].v.height, m->note_first.at[i]};
	return (struct vlist){.box = box,
	    .n = f->boxes.n,
	    .note = note,
	    .nnotes = m->notes.n,
	    .room = {s->height - s->top - s->bottom,
		s->width - s->top - s->bottom},
	    .note_gap = s->note_gap};
}

/* What could not be set as it should be. */
static void
report(const struct maker *m, const struct flow *f, const struct vpages *cut)
{
	for (size_t i = 0; i < cut->page.n; i++) {
		const struct vpage *p = &cut->page.at[i];
		if (p->overfull && p->from < p->to)
			diag(m->d, LEVEL_WARNING, "LAY-01",
			    f->boxes.at[p->from].pos,
			    "this is higher than a page: page %zu", i + 1);
		if (p->forbidden)
			diag(m->d, LEVEL_WARNING, "LAY-02",
			    f->boxes.at[p->to].pos,
			    "what belongs together is parted here, because it "
			    "does not fit on one page: page %zu",
			    i + 1);
	}
}

static void
make_pages(struct maker *m, struct head *head)
{
	const struct sheet *s = m->sheet;
	struct arena *scratch = arena_new();
	struct flow f = flow_new(m);
	struct place area = {.width = s->width - s->inner - s->outer,
	    .type = TYPE_BODY};

	flow_blocks(&f, m->doc->root, &area);
	f.skip = 0;
	if (f.boxes.n == 0 || f.marks || f.waiting.n)
		flow_box(&f, 0, NULL, 0); /* an empty report has a page */
	struct vlist list = list_of(scratch, m, &f);
	struct vpages cut = pagebreak(scratch, &list);
	report(m, &f, &cut);
	out_pages(m, &f, &cut, head);
	arena_free(scratch);
}

const struct pages *
layout(struct arena *a, const struct doc *doc, const struct library *lib,
    const struct kase *kase, struct diag *d)
{
	const struct profile *profile =
	    lib && kase ? map_at(&lib->profiles, kase->profile) : NULL;

	if (!doc || !profile || !profile->sheet)
		return NULL;
	struct maker m = {.a = a,
	    .sheet = profile->sheet,
	    .doc = doc,
	    .d = d,
	    .lang = profile->lang,
	    .pages = arena_make(a, struct pages)};
	m.set = setter_open(a, lib, m.sheet, d);
	flow_tag(&m, "Document", 0, NULL);
	struct head head = head_new(a, m.set, kase, profile);
	make_pages(&m, &head);
	setter_close(m.set);
	return m.pages;
}
