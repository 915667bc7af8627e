#include "base/file.h"
#include "expand/trail.h"

enum { INCLUDE_STEPS = 100 }; /* what one costs, of EVAL_STEPS */

/* Is it a country section?  Parts and reports are known by their path. */
static bool
is_section(struct text id)
{
	return !text_starts(id, TEXT("parts/"))
	    && !text_starts(id, TEXT("reports/"));
}

/* What its labels begin with: "belarus/detention"; a file of the case's own
 * goes by its name. */
static struct text
scope_of(const struct template *t)
{
	struct text id = value_text(t->front, "id");

	if (id.n)
		return id;
	return text_ends(t->id, TEXT(".md")) ? text_sub(t->id, 0, t->id.n - 3)
					     : t->id;
}

/* The file as seen from this inclusion: the same words, another `from`. */
static const struct source *
view_of(struct eval *ev, const struct source *src, struct pos from)
{
	struct source *view = arena_make(ev->a, struct source);

	*view = *src;
	view->from = from;
	return view;
}

/* Parsed when first asked for; faults of the syntax are said then. */
static const struct ast *
ast_of(struct eval *ev, const struct template *t, const struct source *view)
{
	void **slot = map_slot(ev->a, &ev->parsed, t->id);

	if (!*slot) {
		*slot = ast_parse(ev->a, view, t->body, ev->d);
		array_push(ev->a, &ev->files, t);
	}
	return *slot;
}

static void
set_kind(struct eval *ev, struct node *para, struct text kind)
{
	if (para->kind != NODE_PARA || node_attr(para, "kind").n)
		return;
	struct attr *k = arena_make(ev->a, struct attr);
	k->name = TEXT("kind");
	k->value = kind;
	k->next = para->attrs;
	para->attrs = k;
}

/* What a macro of another file says is said by who calls it. */
static bool
is_imported(const struct eval *ev, const struct source *src)
{
	for (size_t i = 0; i < ev->views.n; i++)
		if (ev->views.at[i] == src)
			return true;
	return false;
}

/* Paragraphs of a section are of its kind, unless they say otherwise.  The
 * cells of a table state nothing alone: a row's source may stand in another
 * cell, or with the caption. */
static void
give_kind(struct eval *ev, struct node *n, struct text kind,
    const struct source *view, unsigned depth)
{
	for (; n && depth < EVAL_DEPTH; n = n->next) {
		if (n->pos.src == view || is_imported(ev, n->pos.src))
			set_kind(ev, n, kind);
		if (n->kind != NODE_PARA && n->kind != NODE_TABLE)
			give_kind(ev, n->child, kind, view, depth + 1);
	}
}

static void
prose_kinds(struct eval *ev, struct node *n, unsigned depth)
{
	for (; n && depth < EVAL_DEPTH; n = n->next) {
		for (size_t i = 0; n->kind == NODE_PARA && i < ev->prose.n; i++)
			if (ev->prose.at[i].lines == n->pos.src
			    && ev->prose.at[i].kind)
				set_kind(ev, n, text_of(ev->prose.at[i].kind));
		if (n->kind != NODE_PARA)
			prose_kinds(ev, n->child, depth + 1);
	}
}

void
include_prose_kinds(struct eval *ev, struct node *root)
{
	if (ev->prose.n)
		prose_kinds(ev, root->child, 0);
}

/* Where a fact that is needed is written: "expert.title" in the expert's file,
 * "profile.court" in the profile, all else in the case. */
struct home {
	const struct value *root;
	const char *label, *hint;
	size_t skip; /* of its path, what names the file */
};

static struct home
home_of(const struct eval *ev, struct text path)
{
	if (text_starts(path, TEXT("expert.")))
		return (struct home){ev->kase->expert, "expert",
		    "add it to the expert's file", sizeof("expert.") - 1};
	if (text_starts(path, TEXT("profile.")))
		return (struct home){ev->profile ? ev->profile->root : NULL,
		    "profile", "add it to the profile", sizeof("profile.") - 1};
	return (struct home){ev->kase->facts, "case", "add it to the case", 0};
}

/* One that several files need is said once, with all of them. */
static void
say_lack(struct eval *ev, const struct template *t, const struct value *need,
    struct home home, const struct value *v)
{
	const char *what = is_section(t->id) ? "section" : "part";

	for (size_t i = 0; i < ev->lacks.n; i++)
		if (text_eq(ev->lacks.at[i].path, need->text)) {
			finding_remark(ev->d, ev->lacks.at[i].finding, what,
			    need->pos, "needs it too");
			return;
		}
	struct finding *f = diag(ev->d, ev->draft ? LEVEL_WARNING : LEVEL_ERROR,
	    "FACT-05", need->pos, "the %s %.*s needs a fact: %.*s", what,
	    TEXT_ARG(t->id), TEXT_ARG(need->text));
	finding_hint(ev->d, f, "%s", home.hint);
	if (home.root)
		finding_remark(ev->d, f, home.label,
		    v ? v->keypos : home.root->pos,
		    v ? "leaves it empty" : "does not have it");
	array_push(ev->a, &ev->lacks, ((struct lack){need->text, f}));
}

/* `needs:` of the front matter: facts without which the file is not. */
static void
check_needs(struct eval *ev, const struct template *t)
{
	const struct value *needs = value_key(t->front, TEXT("needs"));

	for (const struct value *n = needs ? needs->child : NULL; n;
	     n = n->next) {
		struct home home = home_of(ev, n->text);
		struct text path = text_sub(n->text, home.skip, n->text.n);
		const struct value *v =
		    value_at(home.root, text_cstr(ev->a, path));
		if (!v || v->kind == VALUE_NULL)
			say_lack(ev, t, n, home, v);
	}
}

const struct ast *
include_enter(struct eval *ev, const struct template *t, struct pos from,
    bool context)
{
	struct frame *frame = arena_make(ev->a, struct frame);

	frame->id = t->id;
	frame->view = view_of(ev, t->src, from);
	frame->up = ev->frame;
	frame->depth = ev->frame ? ev->frame->depth + 1 : 1;
	ev->frame = frame;
	ev->scope = scope_new(ev, context ? ev->scope : NULL);
	ev->scope->bare = !context;
	ev->steps += INCLUDE_STEPS;
	return ast_of(ev, t, frame->view);
}

const struct source *
include_pieces(struct eval *ev, const struct template *t, struct pos from,
    bool context, struct pieces *into)
{
	struct scope *outer = ev->scope;
	const struct frame *above = ev->frame;
	struct pieces *out = ev->out;

	const struct ast *ast = include_enter(ev, t, from, context);
	const struct source *view = ev->frame->view;
	check_needs(ev, t);
	ev->out = into;
	exec_body(ev, ast->body);
	ev->frame = above;
	ev->scope = outer;
	ev->out = out;
	return view;
}

struct node *
include_file(struct eval *ev, const struct template *t, struct pos from,
    bool context)
{
	struct pieces pieces = {{0}};
	struct mark_options o = {.tmp = ev->tmp};
	const struct source *view =
	    include_pieces(ev, t, from, context, &pieces);

	if (ev->frame && is_section(t->id))
		o.scope = scope_of(t);
	struct node *tree = mark(ev->a, &pieces, &o, ev->d);
	if (ev->tmp)
		arena_reset(ev->tmp);
	struct text kind = value_text(t->front, "kind");
	if (kind.n)
		give_kind(ev, tree->child, kind, view, 0);
	return tree;
}

static void
offer_all(struct near *near, const struct map *m)
{
	for (size_t i = 0; i < m->cap; i++)
		if (m->slots[i].value)
			near_offer(near, m->slots[i].key);
}

static void
not_there(struct eval *ev, struct text id, struct pos at)
{
	struct near near = near_to(id);
	struct finding *f = diag(ev->d, LEVEL_ERROR, "TPL-04", at,
	    "there is no template to include: %.*s", TEXT_ARG(id));

	offer_all(&near, &ev->kase->templates);
	offer_all(&near, &ev->lib->templates);
	if (near.best.n)
		finding_hint(ev->d, f, "did you mean %.*s?",
		    TEXT_ARG(near.best));
}

/* "a -> b -> a", from the file that comes again.  A macro's file is not being
 * run, but who called the macro is. */
static bool
is_cycle(struct eval *ev, struct text id, struct pos at)
{
	const struct frame *f = ev->frame;
	struct text chain = id;

	for (; f && (f->call || !text_eq(f->id, id)); f = f->up)
		if (!f->call)
			chain = text_fmt(ev->a, "%.*s -> %.*s", TEXT_ARG(f->id),
			    TEXT_ARG(chain));
	if (!f)
		return false;
	diag(ev->d, LEVEL_ERROR, "TPL-05", at,
	    "an include that goes round: %.*s -> %.*s", TEXT_ARG(id),
	    TEXT_ARG(chain));
	return true;
}

/* The template of that name, if there is one; false if the name is none. */
static bool
look_up(struct eval *ev, struct datum which, struct pos at, struct text *id,
    const struct template **t)
{
	if (!datum_is_words(which)) {
		fault_type(ev, at, "a template has a name, not a %s",
		    datum_kind_name(which));
		return false;
	}
	*id = datum_words(ev->a, which);
	if (path_climbs(*id)) {
		diag(ev->d, LEVEL_ERROR, "TPL-06", at,
		    "an include must stay within the library: %.*s",
		    TEXT_ARG(*id));
		return false;
	}
	*t = map_at(&ev->kase->templates, *id);
	if (!*t)
		*t = map_at(&ev->lib->templates, *id);
	return true;
}

/* Those of a list are tried in turn. */
static const struct template *
first_there(struct eval *ev, struct seq names, const struct stmt *s)
{
	struct pos at = eval_pos(ev, s->expr->span);
	const struct template *t = NULL;
	struct text id = TEXT("");

	for (size_t i = 0; !t && i < names.n && eval_step(ev, at); i++)
		if (!look_up(ev, names.at[i], at, &id, &t))
			return NULL;
	if (!t && !s->ignore && names.n == 1)
		not_there(ev, id, at);
	else if (!t && !s->ignore)
		diag(ev->d, LEVEL_ERROR, "TPL-04", at,
		    "there is no template to include: none of %.*s",
		    TEXT_ARG(eval_text(ev, s->expr->span)));
	return t;
}

const struct template *
include_which(struct eval *ev, const struct stmt *s)
{
	struct datum which = eval_need(ev, s->expr);
	struct pos at = eval_pos(ev, s->expr->span);
	struct seq one = {.at = &which, .n = 1};

	which = fault_empty(ev, which, s->expr->span);
	if (which.kind == DATUM_FAULT)
		return NULL;
	if (s->kind == STMT_INCLUDE && which.kind == DATUM_LIST)
		one = datum_elements(ev->a, which);
	const struct template *t = first_there(ev, one, s);
	if (!t || is_cycle(ev, t->id, at))
		return NULL;
	if (ev->frame->depth < EVAL_INCLUDES)
		return t;
	diag(ev->d, LEVEL_ERROR, "TPL-07", at,
	    "includes nested more than %d deep", EVAL_INCLUDES);
	return NULL;
}

static void
include_blocks(struct eval *ev, const struct template *t, const struct stmt *s)
{
	/* Alone on its line, an include stands apart from what is around it. */
	struct piece apart = {.text = s->alone ? TEXT("\n\n") : TEXT(""),
	    .pos = eval_pos(ev, s->span)};
	struct piece p = {.kind = PIECE_BLOCKS,
	    .pos = eval_pos(ev, s->span),
	    .section = is_section(t->id)};

	p.tree = include_file(ev, t, eval_pos(ev, s->expr->span), s->context);
	array_push(ev->a, &ev->out->p, apart);
	array_push(ev->a, &ev->out->p, p);
	array_push(ev->a, &ev->out->p, apart);
}

void
include_run(struct eval *ev, const struct stmt *s)
{
	const struct template *t = include_which(ev, s);

	if (!t)
		return;
	const struct reads *outer = trail_enter(ev);
	if (ev->text_only)
		include_pieces(ev, t, eval_pos(ev, s->expr->span), s->context,
		    ev->out);
	else
		include_blocks(ev, t, s);
	ev->control = outer;
}
