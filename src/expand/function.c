#include "expand/trail.h"

/*
 * What stands before a bracket: a macro or a variable that is one, else one of
 * the functions below.  Values are not called; their methods are filters.
 */

/* range(stop), range(start, stop), range(start, stop, step) */
static struct datum
range(struct call *c)
{
	int64_t from = 0, to = call_int(c, 0, 0), step = call_int(c, 2, 1);
	struct seq s = {0};

	if (c->given[1]) {
		from = to;
		to = call_int(c, 1, 0);
	}
	if (step == 0) {
		fault_type(c->ev, c->pos, "range cannot go on by 0");
		return fault_datum(TEXT(""));
	}
	for (int64_t i = from; step > 0 ? i < to : i > to;) {
		array_push(c->ev->a, &s, datum_int(i));
		if (!eval_step(c->ev, c->pos)
		    || __builtin_add_overflow(i, step, &i))
			break;
	}
	return datum_seq(c->ev->a, &s);
}

static struct datum
tool(struct call *c, struct tool t)
{
	struct tool *kept = arena_make(c->ev->a, struct tool);

	*kept = t;
	return (struct datum){.kind = DATUM_TOOL, .tool = kept};
}

/* joiner(sep=', '): its first call gives nothing, each other the sep */
static struct datum
joiner(struct call *c)
{
	struct datum sep = c->given[0] ? c->arg[0] : datum_text(TEXT(", "));

	return tool(c, (struct tool){.kind = TOOL_JOINER, .sep = sep});
}

/* cycler(a, b ...): c.next() gives each in turn */
static struct datum
cycler(struct call *c)
{
	struct tool t = {.kind = TOOL_CYCLER};

	for (size_t i = 0; i < c->rest.n; i++)
		array_push(c->ev->a, &t.seq, c->rest.at[i].item);
	if (t.seq.n)
		return tool(c, t);
	fault_type(c->ev, c->pos, "cycler needs what to go through");
	return fault_datum(TEXT(""));
}

static const struct function {
	const char *name;
	struct datum (*run)(struct call *c);
	const char *params;
} functions[] = {
    {"range", range, "!start stop step"},
    {"cycler", cycler, "*"},
    {"joiner", joiner, "sep"},
    {"cite", function_cite,
	"!key locator prefix suffix suppress_author narrative"},
    {"ref", function_ref, "!label bare"},
    {"dict", NULL, NULL},
    {"namespace", NULL, NULL},
};

enum { FUNCTIONS = sizeof(functions) / sizeof(functions[0]) };

static const struct function *
function_at(struct text name)
{
	for (size_t i = 0; i < FUNCTIONS; i++)
		if (text_is(name, functions[i].name))
			return &functions[i];
	return NULL;
}

/* Names that users of other engines know, and what to do here. */
static const char *
elsewhere(struct text name)
{
	static const char *const known[][2] = {
	    {"lipsum", "a report has no filler: write [words to come]"},
	    {"caller", "it is what a block of {% call %} says, in a macro"},
	    {"super", "there are no blocks to inherit: use {% include %}"},
	    {"now", "the only today is report_date"},
	    {"today", "the only today is report_date"},
	    {"gettext", "write the words in the report's language"},
	    {"_", "write the words in the report's language"},
	    {"len", "use x|length"},
	    {"str", "use x|string"},
	    {"list", "use x|list"},
	    {"sorted", "use x|sort"},
	    {"enumerate", "a loop counts itself: loop.index"},
	    {"zip", "go through range(xs|length), and take xs[i]"},
	    {"defined", "use x is defined"},
	    {"showifdef", "use x|default('')"},
	    {"comma_and_list", "use xs|and_list"},
	    {"comma_list", "use xs|and_list"},
	    {"indefinite_article", "use x|a_or_an"},
	    {"nice_number", "use n|num_words"},
	    {"ordinal", "use n|ordinal"},
	    {"capitalize", "use x|capitalize"},
	    {"format_date", "use x|date('D MMMM YYYY')"},
	    {"redact", "use x|redact('name')"},
	};

	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (text_is(name, known[i][0]))
			return known[i][1];
	return NULL;
}

/* dict(a=1), dict(m, a=1) */
static void
merge(struct eval *ev, struct dict *into, struct datum from, struct pos at)
{
	struct seq all = datum_elements(ev->a, from);

	if (from.kind == DATUM_FAULT)
		return;
	for (size_t i = 0; i < all.n && eval_step(ev, at); i++) {
		struct datum key = all.at[i], item = {0};
		if (from.kind == DATUM_MAP) {
			datum_key(from, key.text, &item);
		} else if (key.kind == DATUM_LIST && datum_length(key) == 2) {
			item = datum_nth(key, 1);
			key = datum_nth(key, 0);
		}
		if (item.kind == DATUM_UNDEFINED || !datum_is_words(key)) {
			from.kind = DATUM_NULL;
			break;
		}
		dict_put(ev->a, into, datum_words(ev->a, key), item);
	}
	if (from.kind != DATUM_MAP && from.kind != DATUM_LIST)
		fault_type(ev, at, "a dict is made of a map, or of pairs");
}

struct datum
function_dict(struct eval *ev, const struct expr *e)
{
	struct datum m = datum_dict(ev->a);

	for (const struct arg *arg = e->args; arg; arg = arg->next) {
		struct datum i = trail_need(ev, arg->value);
		struct pos at = eval_pos(ev, arg->span);
		if (arg->name.n)
			dict_put(ev->a, m.dict, arg->name, i);
		else if (arg == e->args)
			merge(ev, m.dict, i, at);
		else
			fault_type(ev, at,
			    "an argument without a name for: %.*s",
			    TEXT_ARG(e->a->name));
	}
	m.dict->open = text_is(e->a->name, "namespace");
	return m;
}

static struct datum
run_function(struct eval *ev, const struct expr *e, const struct function *f)
{
	struct call c = {.ev = ev,
	    .name = e->a->name,
	    .pos = eval_pos(ev, e->span),
	    .span = e->span};

	if (!f->run)
		return function_dict(ev, e);
	return call_bind(&c, f->params, e->args) ? f->run(&c)
						 : fault_datum(TEXT(""));
}

/* loop.cycle(a, b ...), loop.changed(a) */
static struct datum
loop_method(struct eval *ev, const struct expr *e, struct loop *l)
{
	bool like, cycle = text_is(e->a->name, "cycle");
	struct seq s = {0};

	ev->reads = reads_join(ev->a, ev->reads, l->reads);
	for (const struct arg *arg = e->args; arg; arg = arg->next)
		array_push(ev->a, &s, eval_need(ev, arg->value));
	if (s.n == 0 || (!cycle && !text_is(e->a->name, "changed"))) {
		fault_type(ev, eval_pos(ev, e->span),
		    "a loop has cycle(a, b ...) and changed(a), not: %.*s",
		    TEXT_ARG(eval_text(ev, e->span)));
		return fault_datum(TEXT(""));
	}
	if (cycle)
		return s.at[l->at % s.n];
	struct datum now = datum_seq(ev->a, &s);
	bool changed = !l->seen || !datum_equal(now, l->last, &like);
	l->seen = true;
	l->last = now;
	return datum_bool(changed);
}

/* loop(x), in a recursive loop */
static struct datum
loop_again(struct eval *ev, const struct expr *e, const struct loop *l)
{
	struct pos at = eval_pos(ev, e->span);

	if (!l->stmt->recursive) {
		struct finding *f =
		    fault_type(ev, at, "a loop that does not call itself: %.*s",
			TEXT_ARG(eval_text(ev, e->span)));
		finding_hint(ev->d, f, "{%% for ... in ... recursive %%}");
	} else if (l->frame->view != ev->frame->view) {
		fault_type(ev, at, "a loop calls itself in its own file only");
	} else if (!e->args || e->args->next || e->args->name.n) {
		fault_type(ev, at, "loop goes through one list");
	} else {
		struct datum over = eval_need(ev, e->args->value);
		return exec_again(ev, l, over, e->args->value->span);
	}
	return fault_datum(TEXT(""));
}

static struct datum
wrong_tool(struct eval *ev, const struct expr *e, const struct tool *t)
{
	fault_type(ev, eval_pos(ev, e->span),
	    t->kind == TOOL_CYCLER
		? "a cycler has next() and reset(), not: %.*s"
		: "a joiner is called by its name alone, not: %.*s",
	    TEXT_ARG(eval_text(ev, e->span)));
	return fault_datum(TEXT(""));
}

/* c.next(), c.reset() */
static struct datum
cycler_method(struct eval *ev, const struct expr *e, struct tool *t)
{
	struct datum now = {.kind = DATUM_NULL};
	bool next = text_is(e->a->name, "next");

	if (t->kind != TOOL_CYCLER || e->args
	    || (!next && !text_is(e->a->name, "reset")))
		return wrong_tool(ev, e, t);
	trail_tool(ev, t);
	if (next)
		now = t->seq.at[t->at];
	t->at = next ? (t->at + 1) % t->seq.n : 0;
	return now;
}

/* Methods of Python, and what to do here; others are filters of that name. */
static const char *
method_hint(struct text name)
{
	static const char *const methods[][2] = {
	    {"join", "use xs|join(', ')"},
	    {"strip", "use |trim"},
	    {"lstrip", "use |trim"},
	    {"rstrip", "use |trim"},
	    {"split", "write it as a list in the case"},
	    {"splitlines", "write it as a list in the case"},
	    {"startswith", "use x[:2] == 'ab'"},
	    {"endswith", "use x[-2:] == 'ab'"},
	    {"find", "use 'part' in x"},
	    {"isdigit", "use x is integer"},
	    {"isupper", "use x is upper"},
	    {"islower", "use x is lower"},
	    {"strftime", "use |date('D MMMM YYYY')"},
	    {"get", "use m['key']|default('...')"},
	    {"keys", "use {% for key in m %}"},
	    {"values", "use {% for key, value in m|items %}"},
	    {"append", "use {% set xs = xs + [x] %}"},
	    {"extend", "use {% set xs = xs + more %}"},
	};

	for (size_t i = 0; i < sizeof(methods) / sizeof(*methods); i++)
		if (text_is(name, methods[i][0]))
			return methods[i][1];
	return NULL;
}

/* Methods are what peers of other languages try first: say the filter. */
static struct datum
method(struct eval *ev, const struct expr *e)
{
	struct text name = e->a->kind == EXPR_ATTR ? e->a->name : TEXT("it");
	const char *hint = method_hint(name);
	struct finding *f = diag(ev->d, LEVEL_ERROR, "TPL-09",
	    eval_pos(ev, e->span), "a value cannot be called: %.*s",
	    TEXT_ARG(eval_text(ev, e->a->span)));

	if (hint)
		finding_hint(ev->d, f, "%s", hint);
	else if (e->a->kind == EXPR_ATTR && filter_at(name))
		finding_hint(ev->d, f, "use %.*s|%.*s",
		    TEXT_ARG(eval_text(ev, e->a->a->span)), TEXT_ARG(name));
	else
		finding_hint(ev->d, f, "values have filters, not methods");
	return fault_datum(name);
}

static struct datum
unknown(struct eval *ev, const struct expr *e)
{
	struct near near = near_to(e->a->name);
	const char *known = elsewhere(e->a->name);

	for (size_t i = 0; i < FUNCTIONS; i++)
		near_offer(&near, text_of(functions[i].name));
	for (const struct scope *s = ev->scope; s; s = s->up)
		for (size_t i = 0; i < s->vars.n; i++)
			if (s->vars.at[i].item.kind == DATUM_MACRO)
				near_offer(&near, s->vars.at[i].name);
	if (!known)
		return fault_unknown(ev, "function", e->a->span, e->a->name,
		    &near);
	struct finding *f =
	    diag(ev->d, LEVEL_ERROR, "TPL-03", eval_pos(ev, e->a->span),
		"unknown function: %.*s", TEXT_ARG(e->a->name));
	finding_hint(ev->d, f, "%s", known);
	return fault_datum(e->a->name);
}

/* {{ caller() }} of a macro that was not called by a {% call %}. */
static struct datum
no_caller(struct eval *ev, const struct expr *e)
{
	struct finding *f = fault_type(ev, eval_pos(ev, e->span),
	    "the macro was called without a block: caller");

	finding_hint(ev->d, f,
	    "call it with {%% call ... %%}, or ask first: caller is defined");
	return fault_datum(e->a->name);
}

/* m.name(...): what a module has, or what a value has not. */
static struct datum
call_attribute(struct eval *ev, const struct expr *e, const struct macro *block)
{
	struct datum of = eval_expr(ev, e->a->a), found = {0};
	struct near near = near_to(e->a->name);

	if (of.kind == DATUM_LOOP)
		return loop_method(ev, e, of.loop);
	if (of.kind == DATUM_TOOL)
		return cycler_method(ev, e, of.tool);
	if (of.kind == DATUM_UNDEFINED)
		return fault_missing(ev, of);
	if (of.kind == DATUM_FAULT)
		return of;
	bool known = datum_key(of, e->a->name, &found);
	if (known && found.kind == DATUM_MACRO)
		return macro_call(ev, e, found.macro, block);
	if (known || of.kind != DATUM_MAP || !of.dict || !of.dict->module)
		return method(ev, e);
	for (size_t i = 0; i < of.dict->n; i++)
		near_offer(&near, of.dict->at[i].key);
	return fault_unknown(ev, "macro", e->a->word, e->a->name, &near);
}

static struct datum
join(struct eval *ev, struct tool *t)
{
	trail_tool(ev, t);
	return t->at++ ? t->sep : datum_text(TEXT(""));
}

/* A variable that can be called; false if it is none. */
static bool
call_variable(struct eval *ev, const struct expr *e, const struct macro *block,
    struct datum *out)
{
	struct datum of = {0};

	if (!scope_find(ev, e->a->name, &of))
		return false;
	if (of.kind == DATUM_MACRO)
		*out = macro_call(ev, e, of.macro, block);
	else if (of.kind == DATUM_LOOP)
		*out = loop_again(ev, e, of.loop);
	else if (of.kind == DATUM_TOOL && of.tool->kind == TOOL_JOINER && !block
	    && !e->args)
		*out = join(ev, of.tool);
	else if (of.kind == DATUM_TOOL)
		*out = wrong_tool(ev, e, of.tool);
	else if (of.kind == DATUM_UNDEFINED)
		*out = no_caller(ev, e);
	else if (of.kind == DATUM_FAULT)
		*out = of;
	else
		return false;
	return true;
}

struct datum
function_call_block(struct eval *ev, const struct expr *e,
    const struct macro *block)
{
	const struct function *f;
	struct datum out = {0};

	if (e->kind != EXPR_CALL) /* and so it was said */
		return fault_datum(TEXT(""));
	if (e->a->kind == EXPR_ATTR)
		return call_attribute(ev, e, block);
	if (e->a->kind != EXPR_NAME)
		return method(ev, e);
	if (call_variable(ev, e, block, &out))
		return out;
	f = function_at(e->a->name);
	if (f && !block)
		return run_function(ev, e, f);
	if (f) {
		fault_type(ev, eval_pos(ev, e->span),
		    "only a macro takes a block, not: %.*s",
		    TEXT_ARG(e->a->name));
		return fault_datum(TEXT(""));
	}
	return scope_find(ev, e->a->name, &out) ? method(ev, e)
						: unknown(ev, e);
}

struct datum
function_call(struct eval *ev, const struct expr *e)
{
	return function_call_block(ev, e, NULL);
}
