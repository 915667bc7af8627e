/*
 * flow_set.c - a text's lines as boxes
 *
 * Two lines of a paragraph stay together at either end of it: no widows, no
 * orphans.  A break after a hyphen at the foot of a page is avoided.
 */
#include "layout/flow.h"

enum { FRAME = 0xA02020, FRAME_ROOM = PT(1) };

/* Links already seen in this paragraph: one that goes over lines is one. */
struct seen {
	ARRAY(const struct node *) span;
	ARRAY(uint32_t) tag;
};

/* 14.8.4.4.2: a Link within a Reference leads into the document itself. */
static uint32_t
link_tag(struct maker *m, const struct line_link *link, uint32_t parent,
    struct seen *seen)
{
	uint32_t tag = parent;

	for (size_t i = seen->span.n; i-- > 0;)
		if (seen->span.at[i] == link->span)
			return seen->tag.at[i];
	if (!link->uri.n)
		tag = flow_tag(m, "Reference", tag, NULL);
	tag = flow_tag(m, "Link", tag, NULL);
	array_push(m->a, &seen->span, link->span);
	array_push(m->a, &seen->tag, tag);
	return tag;
}

static const uint32_t *
link_tags(struct maker *m, const struct line *line, uint32_t parent,
    struct seen *seen)
{
	if (!line->links.n || !parent)
		return NULL;
	uint32_t *tags = arena_alloc(m->a, line->links.n * sizeof(*tags));
	for (size_t i = 0; i < line->links.n; i++)
		tags[i] = link_tag(m, &line->links.at[i], parent, seen);
	return tags;
}

/* What is missing stands in a frame: nobody is to overlook it. */
static size_t
frames(const struct setting *s, const struct line *line, struct piece *out)
{
	const struct node *open = NULL;
	size_t n = 0;

	for (size_t i = 0; i < line->runs.n; i++) {
		const struct placed *run = &line->runs.at[i];
		mpt x = s->x + run->x;
		if (!run->span || run->span->kind != NODE_MISSING) {
			open = NULL;
		} else if (run->span == open) {
			out[n - 1].w =
			    x + run->run->width + FRAME_ROOM - out[n - 1].x;
		} else {
			open = run->span;
			out[n++] = (struct piece){.kind = PIECE_FRAME,
			    .x = x - FRAME_ROOM,
			    .y = type_base(s->type) - s->type->size * 7 / 8,
			    .w = run->run->width + 2 * FRAME_ROOM,
			    .h = s->type->size * 9 / 8,
			    .colour = FRAME,
			    .pos = run->pos};
		}
	}
	return n;
}

/* The number that hangs beside the first line. */
static struct piece
marker(struct maker *m, const struct setting *s)
{
	struct line *line = arena_make(m->a, struct line);

	*line = words_set(m->set, s->marker, s->type, s->flags);
	return (struct piece){.kind = PIECE_LINE,
	    .x = s->marker_x,
	    .y = type_base(s->type),
	    .line = line,
	    .tag = s->marker_tag ? s->marker_tag : s->tag,
	    .pos = s->node->pos};
}

struct piece
flow_line(struct maker *m, const struct line *line, mpt x, mpt y, uint32_t tag)
{
	struct seen seen = {0};

	return (struct piece){.kind = PIECE_LINE,
	    .x = x,
	    .y = y,
	    .line = line,
	    .tags = link_tags(m, line, tag, &seen),
	    .tag = tag,
	    .pos = line->runs.n ? line->runs.at[0].pos : (struct pos){0}};
}

static void
set_line(struct flow *f, const struct setting *s, const struct line *line,
    bool first, struct seen *seen)
{
	struct maker *m = f->m;
	struct piece *p = arena_alloc(m->a, (line->runs.n + 2) * sizeof(*p));
	size_t n = 0;

	if (first && s->marker.n)
		p[n++] = marker(m, s);
	p[n++] = (struct piece){.kind = PIECE_LINE,
	    .x = s->x,
	    .y = type_base(s->type),
	    .line = line,
	    .tags = link_tags(m, line, s->tag, seen),
	    .tag = s->tag,
	    .pos = line->runs.n ? line->runs.at[0].pos : s->node->pos};
	n += frames(s, line, p + n);
	for (size_t i = 0; i < line->labels.n; i++)
		flow_label(f, line->labels.at[i]);
	for (size_t i = 0; i < line->notes.n; i++)
		note_set(m, line->notes.at[i], s->tag);
	flow_box(f, s->type->leading, p, n);
}

void
flow_set(struct flow *f, const struct setting *s)
{
	struct measure how = {s->type, s->width, s->first, s->flags,
	    f->m->lang};
	struct lines lines = para_set(f->m->set, s->node, &how);
	struct seen seen = {0};
	size_t n = lines.line.n;

	for (size_t i = 0; i < n; i++) {
		const struct line *line = &lines.line.at[i];
		if (i == 1 || (i > 0 && i + 1 == n))
			flow_penalty(f, PENALTY_FORBID);
		else if (i > 0 && line[-1].hyphenated)
			flow_penalty(f, PENALTY_AVOID / 10);
		set_line(f, s, line, i == 0, &seen);
	}
}
