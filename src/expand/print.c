#include "expand/print.h"

#include "base/uni.h"

void
print_piece(struct eval *ev, struct piece piece)
{
	piece.reads = reads_join(ev->a, piece.reads, ev->reads);
	piece.control = reads_join(ev->a, piece.control, ev->control);
	if (eval_room(ev, sizeof(piece), piece.pos))
		array_push(ev->a, &ev->out->p, piece);
}

void
print_missing(struct eval *ev, struct text path, struct span where)
{
	print_piece(ev,
	    (struct piece){.kind = PIECE_MISSING,
		.text = path,
		.pos = eval_pos(ev, where)});
}

static void
splice(struct eval *ev, const struct pieces *p)
{
	for (size_t i = 0; i < p->p.n; i++) {
		const struct piece *one = &p->p.at[i];
		if (!eval_room(ev, one->text.n, one->pos))
			return;
		print_piece(ev, *one);
	}
}

/* The words of a prose value as a source of their own, for Markdown. */
static const struct source *
own_source(struct eval *ev, struct datum i, struct pos at)
{
	struct source *s = arena_make(ev->a, struct source);
	struct origin *o = arena_make(ev->a, struct origin);
	const struct value *v = i.value;

	/* The text as it was written has its own lines. */
	if (v && v->lines && text_eq(v->lines->body, i.text))
		return v->lines;
	o->where = v ? v->pos : at;
	s->name = o->where.src->name;
	s->body = i.text;
	s->map = o;
	s->nmap = 1;
	return s;
}

/* Going backwards through the words printed last, as far as they are the
 * template's own. */
struct back {
	const struct pieces *p;
	size_t piece, at; /* both count down to 0 */
};

static char
back_next(struct back *b)
{
	while (b->piece) {
		const struct piece *one = &b->p->p.at[b->piece - 1];
		if (one->kind != PIECE_SOURCE)
			break;
		if (b->at == SIZE_MAX)
			b->at = one->text.n;
		if (b->at)
			return one->text.s[--b->at];
		b->at = SIZE_MAX;
		b->piece--;
	}
	return '\n';
}

static bool
is_label_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9') || c == '-' || c == '/' || c == '_';
}

/* Do they end within an attribute, {#.., or a reference, @par-.. or (#.. ? */
static bool
in_label(const struct eval *ev)
{
	struct back b = {ev->out, ev->out->p.n, SIZE_MAX};
	char c = back_next(&b), later = '\0';

	for (; is_label_char(c); c = back_next(&b))
		later = c;
	if (c == '@' || (c == '#' && back_next(&b) == '('))
		return true;
	for (; c != '\n' && c != '}' && c != '{'; c = back_next(&b))
		later = c;
	return c == '{'
	    && (later == '#' || later == '.' || is_label_char(later));
}

/* A text that is no markup where a label stands. */
static bool
is_label(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (!is_label_char(t.s[i]))
			return false;
	return t.n > 0 && t.s[0] != '_' && t.s[t.n - 1] != '_';
}

/* An opinion is one wherever it is printed, and so on. */
static const char *
kind_of(struct text scope)
{
	static const char *const kinds[][2] = {{"opinions/", "opinion"},
	    {"facts/", "instructed_fact"}, {"instructions/", "instructed_fact"},
	    {"expert/", "own_knowledge"}};

	for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
		if (text_starts(scope, text_of(kinds[i][0])))
			return kinds[i][1];
	return NULL;
}

static void
print_text(struct eval *ev, struct datum i, struct span where)
{
	struct pos at = eval_pos(ev, where);
	struct piece p = {.kind = i.prose ? PIECE_PROSE : PIECE_VALUE,
	    .text = datum_words(ev->a, i),
	    .pos = at};

	/* {#{{ s.slug }}}, @par-{{ id }} : part of the template's own words. */
	if (is_label(p.text) && in_label(ev))
		p.kind = PIECE_SOURCE, p.made = true;
	if (i.value)
		p.fact = i.value->pos;
	if (p.kind == PIECE_PROSE) {
		p.lines = own_source(ev, i, at);
		p.scope = context_scope(ev, i.value);
		array_push(ev->a, &ev->prose,
		    ((struct prose){p.lines, kind_of(p.scope)}));
	}
	if (eval_room(ev, p.text.n, at))
		print_piece(ev, p);
}

void
print_datum(struct eval *ev, struct datum i, struct span where)
{
	i = fault_empty(ev, i, where);
	/* A fact of blanks is as empty as one of nothing; words that a filter
	 * or an `if` made empty are meant so. */
	if (i.kind == DATUM_TEXT && i.value && uni_is_blank(i.text)
	    && uni_is_blank(i.value->text))
		i = fault_blank(ev, i, where);
	if (i.kind == DATUM_FAULT)
		print_missing(ev, i.text.n ? i.text : eval_text(ev, where),
		    where);
	else if (i.kind == DATUM_PIECES)
		splice(ev, i.pieces);
	else if (datum_is_words(i))
		print_text(ev, i, where);
	else
		fault_print(ev, i, where);
}
