#include "load/lines.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many bytes an escape at j takes within such quotes; 0: it is none. */
static size_t
escape(struct text s, size_t j, char quote)
{
	char c = j + 1 < s.n ? s.s[j + 1] : '\0';

	if (quote == '\'')
		return s.s[j] == '\'' && c == '\'' ? 2 : 0;
	if (quote != '"' || s.s[j] != '\\')
		return 0;
	return c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
}

size_t
lines_wide_break(struct text s, size_t j)
{
	struct text rest = text_sub(s, j, s.n);

	if (text_starts(rest, TEXT("\xc2\x85")))
		return 2;
	return text_starts(rest, TEXT("\xe2\x80\xa8"))
		|| text_starts(rest, TEXT("\xe2\x80\xa9"))
	    ? 3
	    : 0;
}

static size_t
char_length(struct text t, size_t i)
{
	size_t at = i;

	text_next(t, &i);
	return i - at;
}

struct lines {
	struct arena *a;
	const struct source *src;
	size_t base; /* of the scalar in the source */
	ARRAY(struct origin) map;
};

/* From text byte i on the bytes run along those from j, or stay there. */
static void
line_up(struct lines *l, size_t i, size_t j, bool stay)
{
	struct pos where = {l->src, (uint32_t)(l->base + j), stay};

	array_push(l->a, &l->map, ((struct origin){(uint32_t)i, where}));
}

/* Text and source differ at i and j: one of them, or both, moves on. */
static void
differ(struct lines *l, struct text t, struct text s, size_t *i, size_t *j,
    char quote)
{
	size_t n = escape(s, *j, quote), wide = lines_wide_break(s, *j);

	if (n && s.s[*j] == '\\' && *j + 1 < s.n && blank(s.s[*j + 1])) {
		*j += 1; /* the fold that it hides follows */
	} else if (n) {
		line_up(l, *i, *j, true);
		*j += n;
		*i += char_length(t, *i);
	} else if (blank(t.s[*i]) && (s.s[*j] == '\n' || wide)) {
		line_up(l, *i, *j, true);
		*i += 1;
		*j += wide ? wide : 1;
	} else if (blank(s.s[*j]) || wide) {
		*j += wide ? wide : 1;
	} else {
		line_up(l, *i, *j, true);
		*i += 1;
	}
}

/*
 * Walk text and source together.  Where they differ the source has an indent,
 * a fold or an escape; a new entry of the map begins after it.
 */
static void
align(struct lines *l, struct text t, struct text s, char quote)
{
	size_t i = 0, j = 0;
	bool fresh = true;

	while (i < t.n && j < s.n) {
		if (t.s[i] != s.s[j] || escape(s, j, quote)) {
			differ(l, t, s, &i, &j, quote);
			fresh = true;
			continue;
		}
		if (fresh)
			line_up(l, i, j, false);
		fresh = t.s[i] == '\n';
		i++, j++;
	}
	if (i < t.n || l->map.n == 0)
		line_up(l, i, j, true);
}

const struct source *
lines_of(struct arena *a, const struct source *src, struct text t,
    struct pos at, char quote)
{
	struct text body = text_sub(src->body, at.off, at.off + at.len);
	struct lines l = {.a = a, .src = src, .base = at.off};
	struct source *s = arena_make(a, struct source);

	align(&l, t, body, quote);
	s->name = src->name;
	s->body = t;
	s->map = l.map.at;
	s->nmap = l.map.n;
	return s;
}
