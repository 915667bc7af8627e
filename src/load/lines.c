#include "load/lines.h"

static bool
blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many source bytes an escape beginning at j takes: backslash escapes of
 * double quotes, or the doubled quote of single quotes. */
static size_t
escape(struct text s, size_t j)
{
	if (s.s[j] == '\'')
		return 2;
	char c = j + 1 < s.n ? s.s[j + 1] : 0;
	return c == 'x' ? 4 : c == 'u' ? 6 : c == 'U' ? 10 : 2;
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

static void
line_up(struct lines *l, size_t i, size_t j)
{
	struct pos where = {l->src, (uint32_t)(l->base + j), 0};

	array_push(l->a, &l->map, ((struct origin){(uint32_t)i, where}));
}

/*
 * Walk text and source together.  Where they differ the source has an indent,
 * a fold or an escape; a new entry of the map begins after it.
 */
static void
align(struct lines *l, struct text t, struct text s)
{
	size_t i = 0, j = 0;
	bool fresh = true;

	while (i < t.n && j < s.n) {
		bool quote = s.s[j] == '\'' && t.s[i] == '\'';
		if (t.s[i] == s.s[j] && s.s[j] != '\\' && !quote) {
			if (fresh)
				line_up(l, i, j);
			fresh = t.s[i] == '\n';
			i++, j++;
			continue;
		}
		fresh = true;
		if (s.s[j] == '\\' || quote) {
			bool fold =
			    s.s[j] == '\\' && j + 1 < s.n && blank(s.s[j + 1]);
			line_up(l, i, j);
			j += escape(s, j);
			i += fold ? 0 : char_length(t, i);
		} else if (blank(t.s[i]) && s.s[j] == '\n') {
			line_up(l, i, j);
			i++, j++;
		} else if (blank(s.s[j])) {
			j++;
		} else {
			i++;
		}
	}
}

const struct source *
lines_of(struct arena *a, const struct source *src, struct text t,
    struct pos at)
{
	struct text body = text_sub(src->body, at.off, at.off + at.len);
	struct lines l = {.a = a, .src = src, .base = at.off};
	struct source *s = arena_make(a, struct source);

	align(&l, t, body);
	if (l.map.n == 0)
		line_up(&l, 0, 0);
	s->name = src->name;
	s->body = t;
	s->map = l.map.at;
	s->nmap = l.map.n;
	return s;
}
