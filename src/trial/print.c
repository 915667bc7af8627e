#include "base/quote.h"
#include "trial/facts.h"
#include "trial/sentence.h"
#include "trial/why.h"

enum { PRINT_SHORT = 72, PRINT_LONG = 400 };

/* --- findings --- */

static void
report(const struct trial *t, const struct trial_fault *f, struct diag *d)
{
	size_t n = t->cover.rows.n;
	int *classes = arena_alloc(d->a, (n + 1) * sizeof(int));

	for (size_t i = 0; i < n; i++)
		classes[i] = f->in[i] ? 1 : 0;
	struct finding *out = diag(d, f->found.level, f->found.code,
	    f->found.at, "%.*s", TEXT_ARG(f->found.text));
	if (strcmp(f->found.code, "FACT-02") == 0 && f->count < n)
		finding_hint(d, out,
		    "a case may leave it out: ask first, or name it under "
		    "needs:");
	else if (f->found.hint.n)
		finding_hint(d, out, "%.*s", TEXT_ARG(f->found.hint));
	for (const struct remark *m = f->found.remarks; m; m = m->next)
		finding_remark(d, out, m->label, m->at, "%.*s",
		    TEXT_ARG(m->text));
	struct factor_set why = why_of(d->a, t, classes, f->near);
	if (!why_tells(t, classes, &why))
		why = why_of(d->a, t, classes, f->on);
	struct text facts = why_words(d->a, t, classes, 1, &why);
	if (f->count == n)
		finding_remark(d, out, "facts", (struct pos){0},
		    "in every variant (%zu)", n);
	else
		finding_remark(d, out, "facts", (struct pos){0},
		    "%.*s%sin %zu of %zu variants", TEXT_ARG(facts),
		    facts.n ? "; " : "", f->count, n);
}

void
trial_report(const struct trial *t, struct diag *d)
{
	for (size_t i = 0; i < t->faults.n; i++)
		report(t, t->faults.at[i], d);
}

/* --- what differs --- */

/* The wordings of a stretch of a template: a paragraph or a sentence. */
struct variety {
	int *classes;          /* by variant */
	ARRAY(struct text) as; /* by class: words; "" : not printed */
	const bool *on;        /* the factors it may depend on */
};

static struct variety
variety_of(struct arena *a, const struct text *form, const struct text *words,
    const int *only, size_t n)
{
	struct variety v = {.classes = arena_alloc(a, (n + 1) * sizeof(int))};
	ARRAY(struct text) forms = {0};

	for (size_t i = 0; i < n; i++) {
		size_t k = 0;
		v.classes[i] = WHY_NONE;
		if (only && only[i] == WHY_NONE)
			continue;
		while (k < forms.n && !text_eq(forms.at[k], form[i]))
			k++;
		if (k == forms.n) {
			array_push(a, &forms, form[i]);
			array_push(a, &v.as, words[i]);
		}
		v.classes[i] = (int)k;
	}
	return v;
}

/* All that is said of one paragraph. */
struct shown {
	const struct trial_spot *spot;
	struct variety there; /* printed, or not */
	ARRAY(struct variety) parts;
};

/* Sentence by sentence, where all variants have as many. */
static bool
by_sentence(struct arena *a, const struct trial *t, struct shown *s)
{
	size_t n = t->cover.rows.n, count = 0;
	struct text **form = arena_alloc(a, (n + 1) * sizeof(struct text *));
	struct text **words = arena_alloc(a, (n + 1) * sizeof(struct text *));
	struct text *f = arena_alloc(a, (n + 1) * sizeof(struct text));
	struct text *w = arena_alloc(a, (n + 1) * sizeof(struct text));

	for (size_t i = 0; i < n; i++) {
		if (s->there.classes[i] == WHY_NONE)
			continue;
		size_t k = sentences(a, s->spot->form[i], &form[i]);
		if (sentences(a, s->spot->words[i], &words[i]) != k
		    || (count && k != count))
			return false;
		count = k;
	}
	for (size_t k = 0; k < count; k++) {
		for (size_t i = 0; i < n; i++) {
			f[i] = form[i] ? form[i][k] : TEXT("");
			w[i] = words[i] ? words[i][k] : TEXT("");
		}
		struct variety v = variety_of(a, f, w, s->there.classes, n);
		v.on = k < s->spot->sentences.n ? s->spot->sentences.at[k]
						: s->spot->on;
		if (v.as.n > 1)
			array_push(a, &s->parts, v);
	}
	return true;
}

/* False: it is the same in all variants. */
static bool
differs(struct arena *a, const struct trial *t, const struct trial_spot *spot,
    struct shown *s)
{
	size_t n = t->cover.rows.n;
	bool here = false, gone = false;

	*s = (struct shown){.spot = spot};
	s->there.classes = arena_alloc(a, (n + 1) * sizeof(int));
	for (size_t i = 0; i < n; i++) {
		bool printed = spot->form[i].n > 0 && !spot->broken[i];
		here |= printed;
		gone |= !spot->form[i].n;
		s->there.classes[i] = printed ? 0 : WHY_NONE;
	}
	if (here && !by_sentence(a, t, s)) {
		struct variety v =
		    variety_of(a, spot->form, spot->words, s->there.classes, n);
		v.on = spot->on;
		if (v.as.n > 1)
			array_push(a, &s->parts, v);
	}
	gone = gone && here;
	for (size_t i = 0; gone && i < n; i++)
		if (!spot->form[i].n)
			s->there.classes[i] = 1;
	if (gone)
		for (size_t i = 0; i < n && s->there.as.n == 0; i++)
			if (s->there.classes[i] == 0)
				array_push(a, &s->there.as, spot->words[i]);
	return gone || s->parts.n;
}

/* --- for people --- */

/* A label made with a made-up fact names nothing in the template. */
static bool
is_typed(const struct trial_spot *s)
{
	size_t i = s->label.n;

	while (i && s->label.s[i - 1] != '/')
		i--;
	struct text tail = text_sub(s->label, i, s->label.n);
	return tail.n
	    && text_find(s->at.src->body, 0, tail) < s->at.src->body.n;
}

static struct text
shortened(struct arena *a, struct text t, size_t limit)
{
	size_t i = 0, n = 0;

	while (i < t.n && n < limit) {
		text_next(t, &i);
		n++;
	}
	if (i == t.n)
		return t;
	while (i && t.s[i] != ' ')
		i--;
	return text_fmt(a, "%.*s ...", TEXT_ARG(text_sub(t, 0, i)));
}

static void
print_line(FILE *f, struct text facts, struct text words)
{
	fprintf(f, "    %.*s\n", TEXT_ARG(facts));
	fputs("        ", f);
	for (size_t i = 0; i < words.n; i++) {
		fputc(words.s[i] == '\n' ? ' ' : words.s[i], f);
	}
	fputc('\n', f);
}

static void
print_variety(struct arena *a, const struct trial *t, const struct variety *v,
    FILE *f)
{
	struct factor_set why = why_of(a, t, v->classes, v->on);

	for (size_t i = 0; i < v->as.n; i++)
		print_line(f, why_words(a, t, v->classes, (int)i, &why),
		    shortened(a, v->as.at[i], PRINT_LONG));
}

static void
print_shown(struct arena *a, const struct trial *t, const struct shown *s,
    FILE *f)
{
	const struct trial_spot *spot = s->spot;
	struct text place = pos_show(a, spot->at);

	fprintf(f, "\n  %.*s %s", TEXT_ARG(place), node_kind_name(spot->kind));
	if (is_typed(spot))
		fprintf(f, " #%.*s", TEXT_ARG(spot->label));
	fputc('\n', f);
	if (s->there.as.n) {
		struct factor_set why =
		    why_of(a, t, s->there.classes, spot->on);
		struct text facts = why_words(a, t, s->there.classes, 0, &why);
		fprintf(f, "    only with %.*s\n",
		    TEXT_ARG(facts.n ? facts : TEXT("some facts")));
		if (!s->parts.n)
			fprintf(f, "        %.*s\n",
			    TEXT_ARG(
				shortened(a, s->there.as.at[0], PRINT_SHORT)));
	}
	for (size_t i = 0; i < s->parts.n; i++)
		print_variety(a, t, &s->parts.at[i], f);
}

/* "subject.pronouns: she, he, they". */
static void
print_facts(const struct trial *t, FILE *f)
{
	for (size_t i = 0; i < t->plan->factors.n; i++) {
		const struct factor *x = &t->plan->factors.at[i];
		if (x->choices.n < 2)
			continue;
		fprintf(f, "  %.*s:", TEXT_ARG(x->path));
		for (size_t k = 0; k < x->choices.n; k++)
			fprintf(f, "%s %.*s", k ? "," : "",
			    TEXT_ARG(x->choices.at[k].label));
		fputc('\n', f);
	}
}

static size_t
facts_that_vary(const struct trial *t)
{
	size_t n = 0;

	for (size_t i = 0; i < t->plan->factors.n; i++)
		n += t->plan->factors.at[i].choices.n > 1;
	return n;
}

static void
print_variants(struct arena *a, const struct trial *t, FILE *f)
{
	struct factor_set all = {{0}};

	for (size_t i = 0; i < t->plan->factors.n; i++)
		if (t->plan->factors.at[i].choices.n > 1)
			array_push(a, &all.at, i);
	for (size_t v = 0; v < t->cover.rows.n; v++) {
		struct text facts =
		    facts_label(a, t->plan, &t->cover.rows.at[v], &all);
		fprintf(f, "\n--- variant %zu: %.*s\n", v + 1,
		    TEXT_ARG(facts.n ? facts : TEXT("no facts")));
		for (size_t i = 0; i < t->spots.n; i++) {
			struct text w = t->spots.at[i]->words[v];
			if (w.n)
				fprintf(f, "\n%.*s\n", TEXT_ARG(w));
		}
	}
}

/* How many variants are not like the first of their kind. */
static size_t
distinct(struct arena *a, const struct trial *t)
{
	struct map seen = {0};

	for (size_t v = 0; v < t->cover.rows.n; v++) {
		struct buf b = {.a = a};
		for (size_t i = 0; i < t->spots.n; i++) {
			buf_add(&b, t->spots.at[i]->form[v]);
			buf_addc(&b, '\n');
		}
		map_put(a, &seen, buf_text(&b), a);
	}
	return seen.n;
}

static void
print_head(struct arena *a, const struct trial *t, size_t differing, FILE *f)
{
	size_t facts = facts_that_vary(t), n = t->cover.rows.n;

	fprintf(f, "%.*s: %zu variant%s of %zu fact%s, %zu different; ",
	    TEXT_ARG(t->id), n, n == 1 ? "" : "s", facts, facts == 1 ? "" : "s",
	    distinct(a, t));
	fprintf(f, "%zu of %zu paragraphs vary\n", differing, t->spots.n);
}

void
trial_print(const struct trial *t, enum trial_form form, FILE *f)
{
	struct arena *a = arena_new();
	size_t differing = 0;
	struct shown s;

	for (size_t i = 0; i < t->spots.n; i++)
		differing += differs(a, t, t->spots.at[i], &s);
	print_head(a, t, differing, f);
	print_facts(t, f);
	for (size_t i = 0; form == TRIAL_DIFFERING && i < t->spots.n; i++)
		if (differs(a, t, t->spots.at[i], &s))
			print_shown(a, t, &s, f);
	if (form == TRIAL_ALL)
		print_variants(a, t, f);
	arena_free(a);
}

/* --- for programs --- */

static void
json_facts(struct buf *b, const struct trial *t)
{
	const char *gap = "";

	buf_add(b, TEXT("\"facts\":["));
	for (size_t i = 0; i < t->plan->factors.n; i++) {
		const struct factor *x = &t->plan->factors.at[i];
		if (x->choices.n < 2)
			continue;
		buf_fmt(b, "%s{\"path\":", gap);
		quote_json(b, x->path);
		buf_add(b, TEXT(",\"values\":["));
		for (size_t k = 0; k < x->choices.n; k++) {
			buf_add(b, k ? TEXT(",") : TEXT(""));
			quote_json(b, x->choices.at[k].label);
		}
		buf_add(b, TEXT("]}"));
		gap = ",";
	}
	buf_addc(b, ']');
}

static void
json_wordings(struct buf *b, const struct trial *t, const struct variety *v)
{
	struct factor_set why = why_of(b->a, t, v->classes, v->on);

	buf_addc(b, '[');
	for (size_t i = 0; i < v->as.n; i++) {
		buf_add(b, i ? TEXT(",{\"facts\":") : TEXT("{\"facts\":"));
		quote_json(b, why_words(b->a, t, v->classes, (int)i, &why));
		buf_add(b, TEXT(",\"text\":"));
		quote_json(b, v->as.at[i]);
		buf_addc(b, '}');
	}
	buf_addc(b, ']');
}

static void
json_shown(struct buf *b, const struct trial *t, const struct shown *s)
{
	const struct trial_spot *spot = s->spot;
	unsigned line, col;

	pos_linecol(spot->at, &line, &col);
	buf_add(b, TEXT("{\"file\":"));
	quote_json(b, spot->at.src->name);
	buf_fmt(b, ",\"line\":%u,\"kind\":\"%s\",\"label\":", line,
	    node_kind_name(spot->kind));
	quote_json(b, spot->label);
	if (s->there.as.n) {
		struct factor_set why =
		    why_of(b->a, t, s->there.classes, spot->on);
		buf_add(b, TEXT(",\"only_with\":"));
		quote_json(b, why_words(b->a, t, s->there.classes, 0, &why));
	}
	buf_add(b, TEXT(",\"wordings\":["));
	for (size_t i = 0; i < s->parts.n; i++) {
		buf_add(b, i ? TEXT(",") : TEXT(""));
		json_wordings(b, t, &s->parts.at[i]);
	}
	buf_add(b, TEXT("]}"));
}

static void
json_trial(struct buf *b, const struct trial *t)
{
	const char *gap = "";
	struct shown s;

	buf_add(b, TEXT("{\"id\":"));
	quote_json(b, t->id);
	buf_fmt(b, ",\"variants\":%zu,\"different\":%zu,\"complete\":%s,",
	    t->cover.rows.n, distinct(b->a, t),
	    t->cover.cut ? "false" : "true");
	json_facts(b, t);
	buf_add(b, TEXT(",\"varying\":["));
	for (size_t i = 0; i < t->spots.n; i++) {
		if (!differs(b->a, t, t->spots.at[i], &s))
			continue;
		buf_add(b, text_of(gap));
		json_shown(b, t, &s);
		gap = ",";
	}
	buf_add(b, TEXT("]}"));
}

void
trial_print_json(const struct trial *const *t, size_t n, FILE *f)
{
	struct arena *a = arena_new();
	struct buf b = {.a = a};

	buf_add(&b, TEXT("{\"schema\":1,\"sections\":["));
	for (size_t i = 0; i < n; i++) {
		buf_add(&b, i ? TEXT(",\n") : TEXT("\n"));
		json_trial(&b, t[i]);
	}
	buf_add(&b, TEXT("\n]}\n"));
	fwrite(b.at, 1, b.n, f);
	arena_free(a);
}
