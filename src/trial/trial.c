#include "check/grammar.h"
#include "model/wording.h"
#include "trial/runner.h"
#include "trial/sentence.h"

/* --- places that outlive the variant --- */

/* The template's own source, for a view of it; NULL: it was made up. */
static const struct source *
source_of(const struct runner *r, const struct source *src)
{
	if (src->body.s == r->t->src->body.s)
		return r->t->src;
	for (size_t i = 0; i < r->l->lib->templates.cap; i++) {
		const struct template *t = r->l->lib->templates.slots[i].value;
		if (t && t->src->body.s == src->body.s)
			return t->src;
	}
	return NULL;
}

static bool
lasting(const struct runner *r, struct pos *at)
{
	struct pos file = pos_file(*at);
	const struct source *src = file.src ? source_of(r, file.src) : NULL;

	*at = file;
	at->src = src;
	return src != NULL;
}

static struct text
place_key(struct arena *a, const char *what, struct pos at)
{
	return text_fmt(a, "%s %p %u", what, (const void *)at.src->body.s,
	    at.off);
}

/* The factors on which the words at a place depend; unless `all`, those that
 * are only printed are left out: other words of a fact are no other form. */
static void
depends(struct runner *r, struct pos at, bool all, bool *on)
{
	const struct plan *p = r->trial->plan;
	struct factor_set set = {{0}};
	size_t end = at.off + (at.len ? at.len : 1);

	if (!at.src)
		return;
	for (size_t i = 0; i < p->asks->spots.n; i++) {
		const struct ask_spot *s = &p->asks->spots.at[i];
		if (s->src->body.s != at.src->body.s || s->to <= at.off
		    || s->from >= end)
			continue;
		for (size_t k = 0; k < s->asks.n; k++)
			if (all
			    || p->asks->at.at[s->asks.at[k]].uses
				!= ASK_PRINTED)
				plan_factors(p, s->asks.at[k], &set);
	}
	for (size_t i = 0; i < set.at.n; i++)
		on[set.at.at[i]] = true;
}

static bool *
no_factors(struct runner *r)
{
	return arena_alloc(r->a, r->trial->plan->factors.n + 1);
}

/* --- faults --- */

/* What leads to our own facts tells nobody anything. */
static void
copy_remarks(struct runner *r, struct trial_fault *f,
    const struct finding *from)
{
	struct diag keep = {.a = r->a};

	f->found.remarks = f->found.last = NULL;
	for (const struct remark *m = from->remarks; m; m = m->next) {
		struct pos at = m->at;
		if (at.src && !lasting(r, &at))
			continue;
		if (strcmp(m->label, "included from") == 0
		    || strcmp(m->label, "case") == 0)
			continue;
		finding_remark(&keep, &f->found, m->label, at, "%.*s",
		    TEXT_ARG(m->text));
	}
}

/* "unknown fact: documents[].note", as it is called in a loop: "d.note". */
static void
near_path(struct runner *r, struct trial_fault *f)
{
	struct text word = f->found.text;
	size_t i = word.n;

	while (i && !strchr(" .", word.s[i - 1]))
		i--;
	word = text_sub(word, i, word.n);
	for (size_t k = 1; k < r->trial->plan->factors.n; k++) {
		struct text path = r->trial->plan->factors.at[k].path;
		f->near[k] = word.n && text_ends(path, word)
		    && (path.n == word.n || path.s[path.n - word.n - 1] == '.');
	}
}

static struct trial_fault *
fault_at(struct runner *r, const struct finding *from, struct pos at)
{
	void **slot = map_slot(r->a, &r->trial->by_place,
	    place_key(r->a, from->code, at));
	struct trial_fault *f = *slot;

	if (f)
		return f;
	*slot = f = arena_make(r->a, struct trial_fault);
	f->found = *from;
	f->found.at = at;
	f->found.text = text_dup(r->a, from->text);
	f->found.hint = text_dup(r->a, from->hint);
	f->in = arena_alloc(r->a, r->trial->cover.rows.n + 1);
	f->on = no_factors(r);
	f->near = no_factors(r);
	near_path(r, f);
	copy_remarks(r, f, from);
	depends(r, at, true, f->on);
	array_push(r->a, &r->trial->faults, f);
	return f;
}

static struct trial_fault *
fault(struct runner *r, const struct finding *from)
{
	struct pos at = from->at;

	if (!at.src || !lasting(r, &at))
		return NULL;
	struct trial_fault *f = fault_at(r, from, at);
	if (!f->in[r->variant])
		f->count++;
	f->in[r->variant] = true;
	return f;
}

/* --- grammar --- */

/* Free words are ours: whether they end in a full stop tells nothing of the
 * template.  An article before them does. */
static bool
is_ours(const struct runner *r, const struct wording *w,
    const struct grammar_hit *h)
{
	bool article = strcmp(h->code, "GRAM-02") == 0;

	for (size_t i = h->from; i < h->to;) {
		const struct wording_part *part = wording_part(w, i);
		struct pos at = pos_file(part->node->pos);
		i = part->off + part->len;
		if (at.src == r->facts->src || at.src == r->facts->expert)
			return true;
		size_t factor =
		    facts_factor(r->facts, r->trial->plan, part->node->fact);
		if (factor != NO_FACTOR && !article
		    && r->trial->plan->factors.at[factor].free)
			return true;
	}
	return false;
}

/* The words around a hit, as they came out. */
static struct text
excerpt(struct runner *r, const struct wording *w, const struct grammar_hit *h)
{
	size_t from = h->from > 40 ? h->from - 40 : 0;
	size_t to = h->to + 40 < w->text.n ? h->to + 40 : w->text.n;

	while (from && w->text.s[from - 1] != ' ')
		from--;
	while (to < w->text.n && w->text.s[to] != ' ')
		to++;
	return text_fmt(r->scratch, "%s%.*s%s", from ? "... " : "",
	    TEXT_ARG(text_sub(w->text, from, to)),
	    to < w->text.n ? " ..." : "");
}

/* Where the hit spans several parts, it depends on the facts of each. */
static void
hit(struct runner *r, const struct wording *w, const struct grammar_hit *h)
{
	struct diag said = {.a = r->scratch};
	struct finding *f = diag(&said, LEVEL_WARNING, h->code,
	    wording_pos(w, h->from, h->to), "%.*s", TEXT_ARG(h->says));

	finding_hint(&said, f, "%s", h->way);
	finding_remark(&said, f, "reads", (struct pos){0}, "%.*s",
	    TEXT_ARG(excerpt(r, w, h)));
	struct trial_fault *found = fault(r, f);
	for (size_t i = h->from; found && i < h->to;) {
		const struct wording_part *part = wording_part(w, i);
		struct pos at = part->node->pos;
		i = part->off + part->len;
		if (at.src && lasting(r, &at))
			depends(r, at, true, found->on);
		size_t k =
		    facts_factor(r->facts, r->trial->plan, part->node->fact);
		if (k != NO_FACTOR)
			found->near[k] = true;
	}
}

static void
judge(struct runner *r, const struct wording *w)
{
	struct grammar_subject who = grammar_subject_of(r->facts->kase.facts);
	struct grammar_hits hits = {{0}};

	grammar(r->scratch, w, &who, &hits);
	for (size_t i = 0; i < hits.at.n; i++) {
		const struct grammar_hit *h = &hits.at.at[i];
		if (!is_ours(r, w, h))
			hit(r, w, h);
	}
}

/* --- spots --- */

static struct trial_spot *
spot_at(struct runner *r, const struct wording *w, struct pos at)
{
	void **slot = map_slot(r->a, &r->trial->by_place,
	    place_key(r->a, node_kind_name(w->block->kind), at));
	size_t n = r->trial->cover.rows.n;
	struct trial_spot *s = *slot;

	if (s)
		return s;
	*slot = s = arena_make(r->a, struct trial_spot);
	s->at = at;
	s->label = text_dup(r->a, w->block->label);
	s->kind = w->block->kind;
	s->form = arena_alloc(r->a, (n + 1) * sizeof(struct text));
	s->words = arena_alloc(r->a, (n + 1) * sizeof(struct text));
	s->broken = arena_alloc(r->a, n + 1);
	s->on = no_factors(r);
	array_push(r->a, &r->trial->spots, s);
	return s;
}

/* A fact printed as it stands: other words of it are no other form.  Words of
 * the profile are the forum's, not the case's. */
static bool
as_it_stands(const struct runner *r, const struct wording_part *part,
    struct text words, size_t factor)
{
	const struct factor *f;

	if (factor == NO_FACTOR)
		return text_starts(part->node->fact.src->name,
		    TEXT("templates/profiles/"));
	f = &r->trial->plan->factors.at[factor];
	for (size_t i = 0; !f->vital && i < f->choices.n; i++)
		if (text_eq(f->choices.at[i].label, words))
			return true;
	return false;
}

/* One part of the form; a fact that a filter made other words of counts as
 * something that the paragraph depends on. */
static void
add_part(struct runner *r, const struct wording *w,
    const struct wording_part *part, bool *on, struct buf *b)
{
	struct text words = text_sub(w->text, part->off, part->off + part->len);
	struct pos at = part->node->pos;

	if (at.src && lasting(r, &at))
		depends(r, at, false, on);
	if (!part->node->fact.src) {
		buf_add(b, words);
		return;
	}
	size_t k = facts_factor(r->facts, r->trial->plan, part->node->fact);
	if (as_it_stands(r, part, words, k)) {
		buf_fmt(b, "\x01%.*s\x01",
		    TEXT_ARG(k == NO_FACTOR
			    ? TEXT("profile")
			    : r->trial->plan->factors.at[k].path));
		return;
	}
	buf_add(b, words);
	if (k != NO_FACTOR)
		on[k] = true;
}

static bool *
sentence_at(struct runner *r, struct trial_spot *s, size_t n)
{
	while (s->sentences.n <= n)
		array_push(r->a, &s->sentences, no_factors(r));
	return s->sentences.at[n];
}

static struct text
joined(struct arena *a, struct text x, struct text y)
{
	return x.n ? text_fmt(a, "%.*s / %.*s", TEXT_ARG(x), TEXT_ARG(y))
		   : text_dup(a, y);
}

static void
record(struct runner *r, const struct wording *w)
{
	struct pos at = w->block->pos;
	struct buf form = {.a = r->scratch};
	size_t sentence = 0, end;

	if (!at.src || !lasting(r, &at))
		return;
	struct trial_spot *s = spot_at(r, w, at);
	end = sentence_end(w->text, 0);
	for (size_t i = 0; i < w->parts.n; i++) {
		const struct wording_part *part = &w->parts.at[i];
		bool *on =
		    arena_alloc(r->scratch, r->trial->plan->factors.n + 1);
		add_part(r, w, part, on, &form);
		s->broken[r->variant] |= part->node->kind == NODE_MISSING;
		for (;; end = sentence_end(w->text, end), sentence++) {
			bool *its = sentence_at(r, s, sentence);
			for (size_t k = 0; k < r->trial->plan->factors.n; k++) {
				s->on[k] |= on[k];
				its[k] |= on[k];
			}
			if (end >= part->off + part->len || end >= w->text.n)
				break;
		}
	}
	s->form[r->variant] =
	    joined(r->a, s->form[r->variant], buf_text(&form));
	s->words[r->variant] = joined(r->a, s->words[r->variant], w->text);
}

/* --- the variants --- */

/* The choices of all variants, for why.c to compare. */
static void
tabulate(struct runner *r)
{
	struct trial *t = r->trial;
	size_t n = t->plan->factors.n;

	t->values =
	    arena_alloc(r->a, (t->cover.rows.n * n + 1) * sizeof(unsigned));
	for (size_t v = 0; v < t->cover.rows.n; v++)
		for (size_t k = 0; k < n; k++)
			t->values[v * n + k] =
			    row_has(t->plan, &t->cover.rows.at[v], k)
			    ? t->cover.rows.at[v].at[k]
			    : TRIAL_NONE;
}

static void
run_variant(struct runner *r)
{
	struct expand_options o = {.draft = false};
	struct diag d = {.a = r->scratch};
	const struct row *row = &r->trial->cover.rows.at[r->variant];
	struct made_up *m =
	    facts_of(r->scratch, r->trial->plan, row, r->section);

	r->facts = m;
	const struct doc *doc = expand(r->scratch, &r->lib, &m->kase, &o, &d);
	for (size_t i = 0; i < d.found.n; i++)
		fault(r, d.found.at[i]);
	struct wordings all = wordings_of(r->scratch, doc ? doc->root : NULL);
	for (size_t i = 0; i < all.at.n; i++) {
		record(r, &all.at.at[i]);
		judge(r, &all.at.at[i]);
	}
}

/* Where nothing tells on which facts a fault depends, it may be any. */
static void
anyone(struct runner *r)
{
	size_t n = r->trial->plan->factors.n;

	for (size_t i = 0; i < r->trial->faults.n; i++) {
		bool *on = r->trial->faults.at[i]->on, any = false;
		for (size_t k = 0; k < n; k++)
			any |= on[k];
		for (size_t k = 0; k < n && !any; k++)
			on[k] = true;
	}
}

const struct asks *
trial_asks(struct arena *a, const struct trial_library *l,
    const struct template *t, struct diag *d)
{
	struct runner r = {.a = a, .l = l, .t = t};
	const struct template *top = runner_prepare(&r);
	struct kase kase = {.path = TEXT("")};

	array_push(a, &kase.sections, ((struct section_use){.id = r.section}));
	return asks_of(a, &r.lib, &kase, top, d);
}

const struct trial *
trial_run(struct arena *a, const struct trial_library *l,
    const struct template *t, struct diag *d)
{
	struct runner r = {.a = a, .l = l, .t = t};
	const struct template *top = runner_prepare(&r);
	struct diag unheard = {.a = a};

	r.trial = arena_make(a, struct trial);
	r.trial->id = t->id;
	r.trial->plan = runner_plan(&r, top, &unheard);
	r.trial->cover = cover_of(a, r.trial->plan, l->limit);
	tabulate(&r);
	if (r.trial->cover.cut)
		diag(d, LEVEL_INFO, "SECT-03", (struct pos){t->src, 0, 0},
		    "not every pair of facts was tried in %zu variants: %.*s",
		    r.trial->cover.rows.n, TEXT_ARG(t->id));
	for (; r.variant < r.trial->cover.rows.n; r.variant++) {
		r.scratch = arena_new();
		run_variant(&r);
		arena_free(r.scratch);
	}
	anyone(&r);
	return r.trial;
}
