/*
 * flatten.c - the spans of a paragraph as one text with segments of style
 */
#include "base/uni.h"
#include "layout/set.h"

struct state {
	struct look style;
	unsigned flags;
	struct text lang;
	const struct node *span, *link;
};

struct flattener {
	struct setter *s;
	const struct measure *m;
	struct buf out;
	struct flat flat;
};

static void
set_face(struct state *st)
{
	st->style.face = (st->flags & TYPE_BOLD ? FACE_BOLD : 0)
	    + (st->flags & TYPE_ITALIC ? FACE_ITALIC : 0);
	st->style.features = st->flags
	    & (TYPE_SMALLCAPS | TYPE_OLDSTYLE | TYPE_TABULAR | TYPE_UPPER);
}

static struct segment *
open_segment(struct flattener *f, const struct state *st, struct pos pos,
    bool verbatim)
{
	struct segment seg = {.from = f->out.n,
	    .style = st->style,
	    .dress = dress_of(f->s, &st->style, st->lang),
	    .lang = st->lang,
	    .span = st->span,
	    .link = st->link,
	    .pos = pos,
	    .verbatim = verbatim};

	array_push(f->s->scratch, &f->flat.seg, seg);
	return &f->flat.seg.at[f->flat.seg.n - 1];
}

static void
add_stretch(struct flattener *f, const struct state *st, struct pos pos,
    bool verbatim, struct text words)
{
	struct segment *seg = open_segment(f, st, pos, verbatim);

	buf_add(&f->out, words);
	seg->to = f->out.n;
}

/* Small capitals where the face has none: capitals, four fifths as high. */
static void
add_scaled(struct flattener *f, struct state st, struct pos pos, bool verbatim,
    struct text words)
{
	struct state small = st;

	st.style.features &= ~(unsigned)TYPE_SMALLCAPS;
	small.style.features = st.style.features | TYPE_UPPER;
	small.style.size = st.style.size * 4 / 5;
	for (size_t i = 0, from = 0; i < words.n; from = i) {
		bool low = uni_is_lower(text_next(words, &i));
		for (size_t next = i; next < words.n; i = next)
			if (uni_is_lower(text_next(words, &next)) != low)
				break;
		struct pos at = pos;
		at.off += verbatim ? 0 : (uint32_t)from;
		add_stretch(f, low ? &small : &st, at, verbatim,
		    text_sub(words, from, i));
	}
}

static void
add_words(struct flattener *f, const struct state *st, const struct node *n,
    struct text words)
{
	bool verbatim = n->fact.src != NULL;
	struct pos pos = verbatim ? n->fact : n->pos;

	if (!words.n)
		return;
	if (st->style.features & TYPE_SMALLCAPS) {
		const struct dress *dress =
		    dress_of(f->s, &st->style, st->lang);
		const struct face *face = dress_face(dress);
		if (face && !face_has_smallcaps(face)) {
			add_scaled(f, *st, pos, verbatim, words);
			return;
		}
	}
	add_stretch(f, st, pos, verbatim, words);
}

/* The mark of a note: a raised number that leads to the note. */
static void
add_mark(struct flattener *f, struct state st, const struct node *n)
{
	st.style.shift += st.style.size / 3;
	st.style.size = st.style.size * 62 / 100;
	st.flags &= ~(
	    unsigned)(TYPE_ITALIC | TYPE_BOLD | TYPE_SMALLCAPS | TYPE_OLDSTYLE);
	set_face(&st);
	st.link = n;
	struct segment *seg = open_segment(f, &st, n->pos, true);
	seg->note = n;
	buf_add(&f->out, n->number);
	seg->to = f->out.n;
}

static void
add_label(struct flattener *f, struct text label)
{
	struct label_at at = {f->out.n, label};

	array_push(f->s->scratch, &f->flat.labels, at);
}

static void add_spans(struct flattener *f, struct state st,
    const struct node *n);

/* What is said aside is a little smaller and greyer, with contrast enough for
 * all eyes (WCAG 2.1, 1.4.3). */
static void
quiet(struct state *st)
{
	st->style.size = st->style.size * 9 / 10;
	st->style.colour = 0x555555;
}

static void
change(struct state *st, const struct node *n)
{
	struct text lang = node_attr(n, "lang");

	st->span = n;
	if (n->kind == NODE_EMPH)
		st->flags ^= TYPE_ITALIC;
	else if (n->kind == NODE_STRONG)
		st->flags |= TYPE_BOLD;
	else if (n->kind == NODE_SMALLCAPS || node_has_class(n, "smallcaps"))
		st->flags |= TYPE_SMALLCAPS;
	else if (n->kind == NODE_LINK || n->kind == NODE_XREF)
		st->link = n;
	else if (node_has_class(n, "cited"))
		quiet(st);
	if (n->kind == NODE_SUP || n->kind == NODE_SUB) {
		st->style.shift += n->kind == NODE_SUP ? st->style.size / 3
						       : -st->style.size / 6;
		st->style.size = st->style.size * 68 / 100;
	}
	if (lang.n)
		st->lang = lang;
	set_face(st);
}

static const struct family *
mono(const struct flattener *f)
{
	return fonts_family(f->s->lib->fonts,
	    f->s->sheet->type[TYPE_CODE].family);
}

static void
add_span(struct flattener *f, struct state st, const struct node *n)
{
	if (n->label.n && n->kind != NODE_XREF && n->kind != NODE_NOTE)
		add_label(f, n->label);
	if (n->kind == NODE_NOTE) {
		add_label(f, text_join(f->s->a, n->label, TEXT(".mark")));
		add_mark(f, st, n);
		return;
	}
	change(&st, n);
	if (n->kind == NODE_TEXT) {
		add_words(f, &st, n, n->text);
	} else if (n->kind == NODE_SPACE) {
		add_words(f, &st, n, TEXT(" "));
	} else if (n->kind == NODE_NEWLINE) {
		add_words(f, &st, n, TEXT("\n"));
	} else if (n->kind == NODE_CODE_SPAN) {
		const struct family *family = mono(f);
		if (family)
			st.style.family = family;
		add_words(f, &st, n, n->text);
	} else if (n->kind == NODE_MISSING) {
		st.flags |= TYPE_BOLD;
		st.style.colour = 0xb00020;
		set_face(&st);
		add_words(f, &st, n,
		    text_fmt(f->s->scratch, "[MISSING %.*s]",
			TEXT_ARG(n->text)));
	} else {
		if (n->kind == NODE_IMAGE)
			diag(f->s->d, LEVEL_ERROR, "LAY-06", n->pos,
			    "a picture is not set, only its words");
		add_spans(f, st, n);
	}
}

/* Depth is that of the Markdown parser's limit. */
static void
add_spans(struct flattener *f, struct state st, const struct node *n)
{
	for (const struct node *c = n->child; c; c = c->next)
		if (!node_is_block(c))
			add_span(f, st, c);
}

struct flat
flatten(struct setter *s, const struct node *n, const struct measure *m)
{
	struct flattener f = {.s = s, .m = m, .out.a = s->scratch};
	struct state st = {.flags = m->flags | m->type->flags, .lang = m->lang};

	st.style.family = fonts_family(s->lib->fonts, m->type->family);
	st.style.size = m->type->size;
	st.style.colour = m->type->colour;
	st.span = n;
	set_face(&st);
	if (!st.style.family)
		return f.flat; /* FONT-03 was said when the sheet was read */
	add_spans(&f, st, n);
	f.flat.text = buf_text(&f.out);
	return f.flat;
}
