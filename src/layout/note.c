/*
 * note.c - footnotes
 *
 * A note is set as soon as the line that marks it, into the list of all notes'
 * lines; the page breaker then takes as many of them to a page as its boxes
 * have marked.  The number stands full size in the note, as Bringhurst (The
 * Elements of Typographic Style, 4.3) asks, and the note's text beside it.
 */
#include "layout/flow.h"

#include <string.h>

static void
take(struct maker *m, const struct flow *f)
{
	for (size_t i = 0; i < f->boxes.n; i++) {
		array_push(m->a, &m->notes, f->boxes.at[i]);
		array_push(m->a, &m->note_first, i == 0);
	}
}

/* 14.8.4: tables and lists hold nothing but their parts, so a note that is
 * marked in a caption or a term stands after the whole. */
static uint32_t
note_parent(const struct maker *m, uint32_t tag)
{
	static const char *const closed[] = {"Table", "TR", "L", "LI", "TOC",
	    "TOCI"};
	const struct tag *tags = m->pages->tags.at;
	size_t i = 0;

	tag = tags[tag].parent;
	while (i < sizeof(closed) / sizeof(*closed)) {
		if (strcmp(tags[tag].role, closed[i++]) == 0)
			tag = tags[tag].parent, i = 0;
	}
	return tag;
}

static void
set_note(struct maker *m, struct note_call call)
{
	const struct node *n = call.note;
	const struct sheet *s = m->sheet;
	const struct type *type = &s->type[TYPE_NOTE];
	struct flow f = flow_new(m);
	struct line *line = arena_make(m->a, struct line);
	mpt hang = type->size * 2;
	uint32_t note = flow_tag(m, "Note", note_parent(m, call.tag), n);
	uint32_t lbl = flow_tag(m, "Lbl", note, NULL);
	struct place p = {.x = hang,
	    .width = s->width - s->inner - s->outer - hang,
	    .type = TYPE_NOTE,
	    .tag = note};

	*line = words_set(m->set, n->number, type, 0);
	flow_wait(&f,
	    (struct piece){.kind = PIECE_LINE,
		.y = type_base(type),
		.line = line,
		.tag = lbl,
		.pos = n->pos});
	if (n->label.n)
		flow_label(&f, n->label);
	flow_skip(&f, type->after);
	flow_inside(&f, n, &p);
	if (f.waiting.n > 0) /* an empty note still has its number */
		flow_box(&f, type->leading, NULL, 0);
	take(m, &f);
}

/* A note that is marked in a note follows it. */
void
note_set(struct maker *m, const struct node *n, uint32_t tag)
{
	array_push(m->a, &m->calls, ((struct note_call){n, tag}));
	if (m->in_note)
		return;
	m->in_note = true;
	for (size_t i = 0; i < m->calls.n; i++)
		set_note(m, m->calls.at[i]);
	m->calls.n = 0;
	m->in_note = false;
}
