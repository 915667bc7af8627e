#include "base/uni.h"
#include "check/grammar_rule.h"

static const struct {
	const char *code;
	void (*run)(struct gram *g);
} rows[] = {
    {"GRAM-01", gram_agreement},
    {"GRAM-02", gram_article},
    {"GRAM-03", gram_doubled},
    {"GRAM-04", gram_blanks},
    {"GRAM-05", gram_spaced},
    {"GRAM-06", gram_empty},
    {"GRAM-07", gram_small},
    {"GRAM-08", gram_pairs},
    {"GRAM-09", gram_capital},
    {"GRAM-10", gram_stops},
    {"GRAM-11", gram_count},
    {"GRAM-12", gram_other_set},
    {"GRAM-13", gram_tags},
};

void
gram_hit(struct gram *g, size_t from, size_t to, const char *way,
    const char *fmt, ...)
{
	struct grammar_hit h = {.code = g->code,
	    .from = from,
	    .to = to,
	    .way = way};
	va_list ap;

	for (size_t i = from; i < to;) {
		const struct wording_part *part = wording_part(g->p, i);
		if (!part || part->opaque)
			return;
		i = part->off + part->len;
	}
	va_start(ap, fmt);
	h.says = text_vfmt(g->a, fmt, ap);
	va_end(ap);
	array_push(g->a, &g->out->at, h);
}

bool
gram_among(const char *list, struct text low)
{
	if (!low.n)
		return false;
	for (const char *s = list + 1; *s; s++) {
		size_t n = 0;
		while (n < low.n && s[n] == low.s[n])
			n++;
		if (n == low.n && s[n] == ' ')
			return true;
		for (s += n; *s != ' ';)
			s++;
	}
	return false;
}

const struct gram_word *
gram_word(const struct gram *g, size_t i)
{
	static const struct gram_word none;

	return i < g->words.n ? &g->words.at[i] : &none;
}

struct text
gram_gap(const struct gram *g, size_t i)
{
	size_t from = i ? g->words.at[i - 1].to : 0;

	return text_sub(g->t, from,
	    i < g->words.n ? g->words.at[i].from : g->t.n);
}

bool
gram_joined(const struct gram *g, size_t i)
{
	struct text gap = gram_gap(g, i);

	if (text_is(gap, " ") && i && i < g->words.n)
		return true;
	return i && i < g->words.n && gap.n
	    && (text_is(gap, "\xc2\xa0") || uni_blanks(gap, 0) == gap.n)
	    && text_findc(gap, 0, '\n') == gap.n;
}

static bool
is_small(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* An apostrophe or hyphen between letters belongs to the word. */
static bool
binds(struct text t, size_t i, size_t *next)
{
	uint32_t cp = text_next(t, &i);

	*next = i;
	if (cp != '\'' && cp != 0x2019 && cp != '-' && cp != 0x2010
	    && cp != 0x2011)
		return false;
	return i < t.n && uni_is_word(text_next(t, &i));
}

static size_t
word_end(struct text t, size_t i)
{
	size_t next = i;

	while (i < t.n) {
		if (is_small(t.s[i])) { /* nearly always */
			next = ++i;
			continue;
		}
		uint32_t cp = text_next(t, &next);
		if (!uni_is_word(cp) && !binds(t, i, &next))
			break;
		i = next;
	}
	return i;
}

static struct text
lower(struct arena *a, struct text word)
{
	size_t i = 0;

	while (i < word.n && is_small(word.s[i]))
		i++;
	return i == word.n ? word : uni_lower(a, word);
}

/* A full stop, question or exclamation mark, a colon, a line end. */
static bool
ends_sentence(struct text gap)
{
	static const char marks[] = ".?!:\n";

	if (text_is(gap, " "))
		return false;
	for (size_t i = 0; i < gap.n; i++)
		if (gap.s[i] && strchr(marks, gap.s[i]))
			return true;
	return text_find(gap, 0, TEXT("\u2026")) < gap.n;
}

static void
add_word(struct gram *g, size_t from, size_t to, bool opaque)
{
	size_t at = from, k = g->words.n;
	struct gram_word w = {.from = from, .to = to, .opaque = opaque};

	w.low = lower(g->a, text_sub(g->t, from, to));
	w.capital = uni_is_upper(text_next(g->t, &at));
	array_push(g->a, &g->words, w);
	g->words.at[k].begins = k == 0 || ends_sentence(gram_gap(g, k));
}

static void
split(struct gram *g)
{
	const struct wording_part *part = g->p->parts.at;

	for (size_t i = 0; i < g->t.n;) {
		size_t next = i;
		if (g->t.s[i] == ' ' || !uni_is_word(text_next(g->t, &next))) {
			i = next > i ? next : i + 1;
			continue;
		}
		while (i >= part->off + part->len)
			part++;
		size_t end = word_end(g->t, next);
		add_word(g, i, end, part->opaque);
		i = end;
	}
}

void
grammar(struct arena *a, const struct wording *p,
    const struct grammar_subject *who, struct grammar_hits *out)
{
	struct gram g = {.a = a, .p = p, .t = p->text, .who = who, .out = out};

	if (p->verbatim)
		return;
	split(&g);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		g.code = rows[i].code;
		rows[i].run(&g);
	}
}
