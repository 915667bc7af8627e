#include "expand/trail.h"

#include "expand/print.h"

enum {
	DEEPEST = 100, /* nesting of computed lists */
	LOOK_BACK = 64 /* empty pieces, for where a line begins */
};

static void
join(struct eval *ev, const struct reads *r)
{
	ev->reads = reads_join(ev->a, ev->reads, r);
}

static bool
has_parts(struct datum i)
{
	return i.kind == DATUM_LIST || i.kind == DATUM_MAP;
}

/* What is read only by who makes use of it. */
static bool
is_unread(struct datum i)
{
	return has_parts(i) || i.kind == DATUM_PIECES;
}

void
trail_value(struct eval *ev, const struct value *v)
{
	if (v)
		join(ev, reads_of(ev->a, READ_VALUE, v));
}

void
trail_result(struct eval *ev, struct datum i)
{
	if (i.reads)
		join(ev, i.reads);
	/* Words that were made of a list are still known by it. */
	if (i.value && i.value->kind != VALUE_LIST
	    && i.value->kind != VALUE_MAP)
		join(ev, reads_of(ev->a, READ_VALUE, i.value));
}

static void
pieces(struct eval *ev, const struct pieces *p)
{
	ev->work += p->p.n;
	for (size_t i = 0; i < p->p.n; i++) {
		join(ev, p->p.at[i].reads);
		join(ev, reads_if(ev->a, p->p.at[i].control));
	}
}

void
trail_shape(struct eval *ev, struct datum i)
{
	if (i.kind == DATUM_PIECES)
		pieces(ev, i.pieces);
	else if (has_parts(i) && i.value)
		join(ev, reads_of(ev->a, READ_SHAPE, i.value));
}

static void
all(struct eval *ev, struct datum i, unsigned depth)
{
	if (ev->work++ > EVAL_WORK) /* and whoever evaluates next says so */
		return;
	if (!has_parts(i) || depth > DEEPEST) {
		trail_result(ev, i);
		trail_shape(ev, i);
		return;
	}
	join(ev, i.reads);
	if (i.kind == DATUM_LIST && i.seq)
		for (size_t k = 0; k < i.seq->n; k++)
			all(ev, i.seq->at[k], depth + 1);
	else if (i.kind == DATUM_MAP && i.dict)
		for (size_t k = 0; k < i.dict->n; k++)
			all(ev, i.dict->at[k].item, depth + 1);
	else
		join(ev, reads_of(ev->a, READ_ALL, i.value));
}

void
trail_all(struct eval *ev, struct datum i)
{
	all(ev, i, 0);
}

void
trail_absent(struct eval *ev, const struct missing *m)
{
	join(ev, m->parent.reads);
	if (m->parent.value)
		join(ev, reads_absent(ev->a, m->parent.value, m->key));
}

void
trail_pronouns(struct eval *ev, struct datum of)
{
	struct datum set;

	if (datum_key(of, TEXT("pronouns"), &set))
		trail_all(ev, set);
	else
		trail_shape(ev, of);
}

void
trail_tool(struct eval *ev, struct tool *t)
{
	join(ev, t->reads);
	t->reads = reads_join(ev->a, t->reads, reads_if(ev->a, ev->control));
}

/* --- filters and tests, which differ in what they look at --- */

enum look {
	LOOK_ALL,
	LOOK_SHAPE,
	LOOK_NONE, /* it is handed on as it is */
	LOOK_ATTRIBUTE,
	LOOK_PRONOUNS,
	LOOK_NAME
};

static enum look
look_of(struct text name)
{
	static const struct {
		const char *name;
		enum look look;
	} looks[] = {{"length", LOOK_SHAPE}, {"count", LOOK_SHAPE},
	    {"first", LOOK_SHAPE}, {"last", LOOK_SHAPE},
	    {"reverse", LOOK_SHAPE}, {"list", LOOK_SHAPE},
	    {"items", LOOK_SHAPE}, {"batch", LOOK_SHAPE}, {"slice", LOOK_SHAPE},
	    {"map", LOOK_SHAPE}, {"plural", LOOK_SHAPE},
	    {"quantity", LOOK_SHAPE}, {"num_words", LOOK_SHAPE},
	    {"nice_number", LOOK_SHAPE}, {"default", LOOK_NONE},
	    {"d", LOOK_NONE}, {"selectattr", LOOK_ATTRIBUTE},
	    {"rejectattr", LOOK_ATTRIBUTE}, {"groupby", LOOK_ATTRIBUTE},
	    {"sort", LOOK_ATTRIBUTE}, {"unique", LOOK_ATTRIBUTE},
	    {"min", LOOK_ATTRIBUTE}, {"max", LOOK_ATTRIBUTE},
	    {"sum", LOOK_ATTRIBUTE}, {"join", LOOK_ATTRIBUTE},
	    {"verb", LOOK_PRONOUNS}, {"s", LOOK_PRONOUNS},
	    {"initials", LOOK_NAME}};

	for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++)
		if (text_is(name, looks[i].name))
			return looks[i].look;
	return LOOK_ALL;
}

/* The attribute of each element, by the parameter of that name; without one
 * an element counts as a whole. */
static void
attribute(struct call *c, const char *params)
{
	struct text rest = text_of(params), name;
	struct seq s = datum_elements(c->ev->a, c->in);
	size_t at = 0;

	while (text_split(&rest, ' ', &name) && !text_is(name, "attribute")
	    && !text_is(name, "!attribute"))
		at++;
	if (at >= CALL_ARGS || !c->given[at] || c->arg[at].kind != DATUM_TEXT) {
		trail_all(c->ev, c->in);
		return;
	}
	trail_shape(c->ev, c->in);
	for (size_t i = 0; i < s.n; i++)
		trail_all(c->ev,
		    eval_path(c->ev, s.at[i], c->arg[at].text, c->pos));
}

static void
arguments(struct call *c)
{
	for (size_t i = 0; i < CALL_ARGS; i++)
		if (c->given[i] && is_unread(c->arg[i]))
			trail_all(c->ev, c->arg[i]);
	for (size_t i = 0; i < c->rest.n; i++)
		if (is_unread(c->rest.at[i].item))
			trail_all(c->ev, c->rest.at[i].item);
}

/* A name is its initials, or what they are made from. */
static void
initials(struct call *c)
{
	struct datum part;

	if (datum_key(c->in, TEXT("initials"), &part)
	    || datum_key(c->in, TEXT("full"), &part))
		trail_all(c->ev, part);
	else
		trail_all(c->ev, c->in);
}

void
trail_filter(struct call *c, const struct filter *f)
{
	arguments(c);
	if (!is_unread(c->in))
		return; /* it was read when it was given */
	enum look look = look_of(c->name);
	if (look == LOOK_NONE)
		return;
	if (look == LOOK_SHAPE)
		trail_shape(c->ev, c->in);
	else if (look == LOOK_ATTRIBUTE)
		attribute(c, f->params);
	else if (look == LOOK_PRONOUNS)
		trail_pronouns(c->ev, c->in);
	else if (look == LOOK_NAME)
		initials(c);
	else
		trail_all(c->ev, c->in);
}

void
trail_test(struct call *c)
{
	arguments(c);
	if (!is_unread(c->in))
		return;
	/* What it is compared with was given; else it is its kind that counts. */
	if (c->given[0])
		trail_all(c->ev, c->in);
	else
		trail_shape(c->ev, c->in);
}

void
trail_operand(struct eval *ev, enum op op, struct datum i)
{
	if (!is_unread(i))
		return;
	bool key = (op == OP_IN || op == OP_NOT_IN) && i.kind == DATUM_MAP;

	if (key || op == OP_ADD)
		trail_shape(ev, i);
	else
		trail_all(ev, i);
}

/* --- statements --- */

struct datum
trail_need(struct eval *ev, const struct expr *e)
{
	const struct reads *outer = ev->reads;

	ev->reads = NULL;
	struct datum i = eval_need(ev, e);
	i.reads = reads_join(ev->a, i.reads, ev->reads);
	ev->reads = outer;
	return i;
}

struct datum
trail_carry(struct eval *ev, struct datum i)
{
	i.reads = reads_join(ev->a, i.reads, ev->reads);
	i.reads = reads_join(ev->a, i.reads, reads_if(ev->a, ev->control));
	return i;
}

const struct reads *
trail_enter(struct eval *ev)
{
	const struct reads *outer = ev->control;

	ev->control = reads_join(ev->a, ev->control, ev->reads);
	ev->reads = NULL;
	return outer;
}

static bool
at_line_start(const struct eval *ev)
{
	const struct pieces *p = ev->out;
	size_t stop = p->p.n > LOOK_BACK ? p->p.n - LOOK_BACK : 0;

	for (size_t i = p->p.n; i > stop; i--) {
		const struct piece *one = &p->p.at[i - 1];
		if (one->text.n || one->kind != PIECE_SOURCE)
			return one->kind == PIECE_SOURCE
			    && one->text.s[one->text.n - 1] == '\n';
	}
	return stop == 0;
}

/* A sign of CommonMark that begins a block: "#" to "######", "-", "12." and so
 * on with a blank behind it, or three of a fence or a rule. */
static bool
block_sign(struct text t)
{
	size_t n = 0, digits = 0;

	if (!t.n || text_findc(TEXT("\n>|"), 0, t.s[0]) < 3)
		return t.n > 0;
	while (digits < t.n && t.s[digits] >= '0' && t.s[digits] <= '9')
		digits++;
	if (digits)
		n = digits
		    + (digits < t.n
			&& text_findc(TEXT(".)"), 0, t.s[digits]) < 2);
	else if (text_findc(TEXT("#:-*+`"), 0, t.s[0]) < 6)
		while (n < t.n && t.s[n] == t.s[0])
			n++;
	if (n == digits)
		return false;
	bool blank = n < t.n && text_findc(TEXT(" \t\n"), 0, t.s[n]) < 3;
	if (digits || t.s[0] == '#')
		return blank;
	return t.s[0] == '`' ? n >= 3 : n >= 3 || (n == 1 && blank);
}

/* Whether the body, on a line of its own, would have begun a block. */
static bool
begins_block(const struct eval *ev, const struct stmt *body)
{
	struct text t = {0};

	if (body && body->kind == STMT_TEXT)
		t = eval_text(ev, body->span);
	while (t.n && (t.s[0] == ' ' || t.s[0] == '\t'))
		t = text_sub(t, 1, t.n);
	return block_sign(t);
}

static bool
ends_block(const struct eval *ev, const struct stmt *body)
{
	while (body && body->next)
		body = body->next;
	return body && body->kind == STMT_TEXT
	    && text_ends(eval_text(ev, body->span), TEXT("\n\n"));
}

void
trail_empty(struct eval *ev, const struct stmt *body, struct span where)
{
	if (!ev->reads)
		return;
	const struct reads *outer = trail_enter(ev);
	print_piece(ev,
	    (struct piece){.kind = PIECE_SOURCE,
		.pos = eval_pos(ev, where),
		.apart = at_line_start(ev) && begins_block(ev, body),
		.closed = ends_block(ev, body)});
	ev->control = outer;
}

static struct datum *
field_at(struct datum *space, struct text field)
{
	if (!space || space->kind != DATUM_MAP || !space->dict)
		return space;
	for (size_t k = 0; k < space->dict->n; k++)
		if (text_eq(space->dict->at[k].key, field))
			return &space->dict->at[k].item;
	return space;
}

static void
unset_target(struct eval *ev, const struct target *t, bool inner)
{
	for (; t; t = t->next) {
		struct datum *i = scope_at(ev, t->name);
		if (t->inner)
			unset_target(ev, t->inner, inner);
		if (t->field.n)
			i = field_at(i, t->field);
		else if (inner || t->inner)
			continue;
		if (i)
			*i = trail_carry(ev, *i);
	}
}

/* `inner`: what is set by name there is forgotten there. */
static void
unset(struct eval *ev, const struct stmt *s, bool inner, unsigned depth)
{
	const struct stmt *o;

	for (; s && depth < AST_DEPTH; s = s->next) {
		bool scoped = inner || s->kind != STMT_IF;
		if (s->kind == STMT_SET || s->kind == STMT_BLOCK)
			unset_target(ev, s->target, inner);
		if (s->kind == STMT_IF || s->kind == STMT_FOR
		    || s->kind == STMT_WITH)
			unset(ev, s->body, scoped, depth + 1);
		if (s->kind == STMT_FOR)
			unset(ev, s->other, inner, depth + 1);
		for (o = s->kind == STMT_IF ? s->other : NULL; o; o = o->other)
			unset(ev, o->body, inner, depth + 1);
	}
}

void
trail_unset(struct eval *ev, const struct stmt *body, bool inner)
{
	if (ev->reads)
		unset(ev, body, inner, 0);
}
