#include "expand/asks.h"

#include "expand/asks_walk.h"

/* --- what is asked --- */

size_t
asks_touch(struct walker *w, struct text path, unsigned uses)
{
	size_t i = 0;

	while (i < w->out->at.n && !text_eq(w->out->at.at[i].path, path))
		i++;
	if (i == w->out->at.n)
		array_push(w->a, &w->out->at,
		    ((struct ask){.path = text_dup(w->a, path)}));
	w->out->at.at[i].uses |= uses;
	array_push(w->a, &w->touched, i);
	return i;
}

void
asks_literal(struct walker *w, size_t ask, struct text literal)
{
	struct ask *r = &w->out->at.at[ask];

	for (size_t i = 0; i < r->literals.n; i++)
		if (text_eq(r->literals.at[i], literal))
			return;
	array_push(w->a, &r->literals, literal);
}

void
asks_same(struct walker *w, size_t x, size_t y)
{
	if (x != y) {
		array_push(w->a, &w->out->at.at[x].same, y);
		array_push(w->a, &w->out->at.at[y].same, x);
	}
}

/* Each once: what depends on itself would grow without end. */
static void
depend(struct walker *w, struct meaning *m, size_t ask)
{
	for (size_t i = 0; i < m->from.n; i++)
		if (m->from.at[i] == ask)
			return;
	array_push(w->a, &m->from, ask);
}

/* --- scopes --- */

void
asks_bind(struct walker *w, struct text name, struct meaning m)
{
	struct names *s = w->names;

	for (size_t i = 0; i < s->at.n; i++) {
		struct named *old = &s->at.at[i];
		if (!text_eq(old->name, name))
			continue;
		/* Set in another branch: either may be meant. */
		if (!text_eq(old->means.path, m.path))
			m.path = TEXT("");
		for (size_t k = 0; k < old->means.from.n; k++)
			depend(w, &m, old->means.from.at[k]);
		old->means = m;
		return;
	}
	array_push(w->a, &s->at, ((struct named){name, m}));
}

bool
asks_find(const struct walker *w, struct text name, struct meaning *out)
{
	for (const struct names *s = w->names; s; s = s->up) {
		for (size_t i = 0; i < s->at.n; i++) {
			if (text_eq(s->at.at[i].name, name)) {
				*out = s->at.at[i].means;
				return true;
			}
		}
	}
	return false;
}

struct names *
asks_scope(struct walker *w, struct names *up)
{
	struct names *s = arena_make(w->a, struct names);

	s->up = up;
	return s;
}

/* --- spots --- */

static void
add_once(struct walker *w, struct ask_spot *s, size_t ask)
{
	for (size_t i = 0; i < s->asks.n; i++)
		if (s->asks.at[i] == ask)
			return;
	array_push(w->a, &s->asks, ask);
}

/* The statement depends on its own, those touched since `mark`, and on
 * the conditions around it. */
static void
spot(struct walker *w, const struct stmt *st, size_t mark)
{
	struct ask_spot s = {.src = w->src,
	    .from = st->span.off,
	    .to = st->span.off + st->span.len};

	for (size_t i = 0; i < w->around.n; i++)
		add_once(w, &s, w->around.at[i]);
	for (size_t i = mark; i < w->touched.n; i++)
		add_once(w, &s, w->touched.at[i]);
	if (s.asks.n)
		array_push(w->a, &w->out->spots, s);
}

/* What was touched since `mark` surrounds what follows. */
static void
surround(struct walker *w, size_t mark)
{
	for (size_t i = mark; i < w->touched.n; i++)
		array_push(w->a, &w->around, w->touched.at[i]);
}

struct meaning
asks_since(struct walker *w, size_t mark)
{
	struct meaning m = {.counted = false};

	for (size_t i = mark; i < w->touched.n; i++)
		depend(w, &m, w->touched.at[i]);
	return m;
}

/* --- statements --- */

static void
bind_target(struct walker *w, const struct target *t, struct meaning m)
{
	for (const struct target *k = t; k; k = k->next) {
		struct meaning part = m;
		if (t->next || k->inner)
			part.path = TEXT("");
		if (k->inner)
			bind_target(w, k->inner, part);
		else if (k->name.n)
			asks_bind(w, k->name, part);
	}
}

static void
walk_if(struct walker *w, const struct stmt *s)
{
	size_t outer = w->around.n;

	for (; s; s = s->other) {
		size_t mark = w->touched.n;
		if (s->expr)
			asks_use(w, asks_expr(w, s->expr), ASK_WHETHER);
		surround(w, mark);
		asks_body(w, s->body);
	}
	w->around.n = outer;
}

static void
walk_for(struct walker *w, const struct stmt *s)
{
	size_t outer = w->around.n, mark = w->touched.n;
	struct meaning all = asks_expr(w, s->expr);
	struct names *names = w->names;

	asks_use(w, all, ASK_LISTED);
	w->names = asks_scope(w, names);
	surround(w, mark);
	struct meaning loop = asks_since(w, mark);
	asks_bind(w, TEXT("loop"), loop);
	bind_target(w, s->target, asks_element(w, all));
	mark = w->touched.n;
	if (s->cond)
		asks_use(w, asks_expr(w, s->cond), ASK_WHETHER);
	surround(w, mark);
	asks_body(w, s->body);
	w->names = names;
	asks_body(w, s->other);
	w->around.n = outer;
}

static void
walk_set(struct walker *w, const struct stmt *s)
{
	size_t mark = w->touched.n;
	struct meaning m = {.counted = false};

	if (s->kind == STMT_SET) {
		m = asks_expr(w, s->expr);
	} else {
		asks_body(w, s->body);
		m = asks_since(w, mark);
	}
	for (size_t i = 0; i < w->around.n; i++)
		depend(w, &m, w->around.at[i]);
	bind_target(w, s->target, m);
}

static void
walk_inner(struct walker *w, const struct stmt *s)
{
	struct names *names = w->names;

	w->names = asks_scope(w, names);
	for (const struct stmt *set = s->other; set; set = set->next)
		walk_set(w, set);
	asks_body(w, s->body);
	w->names = names;
}

static void
statement(struct walker *w, const struct stmt *s)
{
	size_t mark = w->touched.n;

	switch (s->kind) {
	case STMT_TEXT:
		spot(w, s, mark);
		break;
	case STMT_PRINT:
		asks_use(w, asks_expr(w, s->expr), ASK_PRINTED);
		spot(w, s, mark);
		break;
	case STMT_IF:
		walk_if(w, s);
		break;
	case STMT_ELSE: /* reached only through its `if` */
		break;
	case STMT_FOR:
		walk_for(w, s);
		break;
	case STMT_SET:
	case STMT_BLOCK:
		walk_set(w, s);
		break;
	case STMT_WITH:
	case STMT_FILTER:
		walk_inner(w, s);
		break;
	case STMT_MACRO:
		asks_bind(w, s->name,
		    (struct meaning){.macro = s, .src = w->src});
		break;
	case STMT_CALL:
		asks_body(w, s->body);
		asks_use(w, asks_expr(w, s->expr), ASK_PRINTED);
		spot(w, s, mark);
		break;
	case STMT_INCLUDE:
		asks_include(w, s);
		break;
	case STMT_IMPORT:
	case STMT_FROM:
		asks_import(w, s);
		break;
	}
}

void
asks_body(struct walker *w, const struct stmt *body)
{
	if (w->depth >= WALK_DEPTH)
		return;
	w->depth++;
	for (; body && w->steps < WALK_STEPS; body = body->next) {
		w->steps++;
		statement(w, body);
	}
	w->depth--;
}

/* --- files --- */

static const struct template *
template_at(const struct walker *w, struct text id)
{
	const struct template *t = map_at(&w->kase->templates, id);

	return t ? t : map_at(&w->lib->templates, id);
}

static const struct ast *
ast_of(struct walker *w, const struct template *t)
{
	void **slot = map_slot(w->a, &w->parsed, t->id);

	if (!*slot)
		*slot = ast_parse(w->a, t->src, t->body, w->d);
	return *slot;
}

static void
walk_file(struct walker *w, const struct template *t)
{
	const struct source *src = w->src;
	struct names *names = w->names;

	if (!t || w->files >= EVAL_INCLUDES)
		return;
	w->files++;
	w->src = t->src;
	w->names = asks_scope(w, names);
	asks_body(w, ast_of(w, t)->body);
	w->names = names;
	w->src = src;
	w->files--;
}

void
asks_include(struct walker *w, const struct stmt *s)
{
	struct meaning m = asks_expr(w, s->expr);

	if (s->expr->kind == EXPR_CONST && s->expr->value.kind == DATUM_TEXT)
		walk_file(w, template_at(w, s->expr->value.text));
	else if (text_is(m.path, "sections[].id"))
		for (size_t i = 0; i < w->kase->sections.n; i++)
			walk_file(w,
			    template_at(w, w->kase->sections.at[i].id));
}

/* The macros of the file are bound, by their names or as fields of one. */
void
asks_import(struct walker *w, const struct stmt *s)
{
	const struct template *t = NULL;

	if (s->expr->kind == EXPR_CONST && s->expr->value.kind == DATUM_TEXT)
		t = template_at(w, s->expr->value.text);
	if (!t)
		return;
	for (const struct stmt *m = ast_of(w, t)->body; m; m = m->next) {
		struct meaning means = {.macro = m, .src = t->src};
		if (m->kind != STMT_MACRO)
			continue;
		if (s->kind == STMT_IMPORT)
			asks_bind(w,
			    text_fmt(w->a, "%.*s.%.*s", TEXT_ARG(s->name),
				TEXT_ARG(m->name)),
			    means);
		const struct target *all = s->target;
		if (all && all->inner)
			all = all->inner;
		for (const struct target *k = all; k; k = k->next)
			if (text_eq(k->field, m->name)
			    || (!k->field.n && text_eq(k->name, m->name)))
				asks_bind(w, k->name, means);
	}
}

/* A verb agrees with a number, with how many a list has, or with a person by
 * the pronouns: which of them it is, the others tell. */
static void
agree(struct walker *w)
{
	for (size_t i = 0; i < w->out->at.n; i++) {
		struct ask *r = &w->out->at.at[i];
		struct text below = text_join(w->a, r->path, TEXT("[]"));
		bool many = r->uses
		    & (ASK_LISTED | ASK_COUNTED | ASK_NUMBER | ASK_PRINTED);
		if (!(r->uses & ASK_AGREES))
			continue;
		for (size_t k = 0; k < w->out->at.n; k++)
			many |= text_starts(w->out->at.at[k].path, below);
		if (many) {
			r->uses |= ASK_NUMBER;
			continue;
		}
		r->path = text_join(w->a, r->path, TEXT(".pronouns"));
		r->uses |= ASK_PRONOUNS;
	}
}

struct asks *
asks_of(struct arena *a, const struct library *lib, const struct kase *kase,
    const struct template *t, struct diag *d)
{
	struct walker w = {.a = a, .lib = lib, .kase = kase, .d = d};

	w.out = arena_make(a, struct asks);
	w.names = asks_scope(&w, NULL);
	walk_file(&w, t);
	agree(&w);
	return w.out;
}
