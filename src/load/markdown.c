/*
 * One pass cuts the text into pieces, marks among them; a mark that can close
 * looks for its opener on a stack of those still open, and what was opened
 * after it stays as written.  No piece is looked at twice, so the time grows
 * with the length, whatever is written.
 */
#include "load/markdown.h"

#include "base/uni.h"

enum mark_kind {
	MARK_STAR,
	MARK_LINE,
	MARK_SUP,
	MARK_SUB,
	MARK_BRACKET,
	MARKS
};

enum {
	TAGS = 6,
	WORDS = 80 /* bytes of a tag, or of attributes in braces */
};

struct piece {
	struct text text; /* of a mark: what is left of it as written */
	const char *close[TAGS], *open[TAGS]; /* in the order of pairing */
	unsigned nclose, nopen;
};

struct open {
	size_t piece;
	enum mark_kind kind;
};

struct scan {
	struct arena *a;
	struct text t;
	ARRAY(struct piece) pieces;
	ARRAY(struct open) stack;
	size_t count[MARKS]; /* open ones of a kind */
	size_t blank;        /* the last piece with a blank in it, plus 1 */
};

static const char small[] = "<span style=\"font-variant:small-caps;\">";
static const char nocase[] = "<span class=\"nocase\">";

static void
piece(struct scan *s, struct text t)
{
	array_push(s->a, &s->pieces, ((struct piece){.text = t}));
}

static bool
blank_at(struct text t, size_t i)
{
	return i >= t.n || t.s[i] == ' ' || t.s[i] == '\t' || t.s[i] == '\n'
	    || text_starts(text_sub(t, i, t.n), TEXT("\u00a0"));
}

static bool
word_at(struct text t, size_t i)
{
	return i < t.n && uni_is_word(text_next(t, &i));
}

static bool
word_before(struct text t, size_t i)
{
	if (i == 0)
		return false;
	do
		i--;
	while (i && ((unsigned char)t.s[i] & 0xc0) == 0x80);
	return uni_is_word(text_next(t, &i));
}

/* --- pairing --- */

static void
pop(struct scan *s)
{
	s->count[s->stack.at[--s->stack.n].kind]--;
}

/* The opener of this kind, off the stack with all above it; or none. */
static struct piece *
opener(struct scan *s, enum mark_kind kind, size_t *at)
{
	if (!s->count[kind])
		return NULL;
	while (s->stack.at[s->stack.n - 1].kind != kind)
		pop(s);
	*at = s->stack.at[s->stack.n - 1].piece;
	return &s->pieces.at[*at];
}

static void
pair(struct piece *from, struct piece *to, const char *open, const char *close)
{
	if (from->nopen < TAGS)
		from->open[from->nopen++] = open;
	if (to->nclose < TAGS)
		to->close[to->nclose++] = close;
}

static void
hold_open(struct scan *s, enum mark_kind kind)
{
	array_push(s->a, &s->stack, ((struct open){s->pieces.n - 1, kind}));
	s->count[kind]++;
}

/* --- marks --- */

/* A run of one to three: the outer two are <b>, an odd one <i>. */
static void
close_run(struct scan *s, enum mark_kind kind)
{
	size_t at;
	struct piece *from, *to = &s->pieces.at[s->pieces.n - 1];

	while (to->text.n && (from = opener(s, kind, &at))) {
		bool two = from->text.n >= 2 && to->text.n >= 2;
		size_t n = two ? 2 : 1;
		pair(from, to, two ? "<b>" : "<i>", two ? "</b>" : "</i>");
		from->text.n -= n;
		to->text.n -= n;
		if (!from->text.n)
			pop(s);
	}
}

static size_t
run(struct scan *s, size_t i, enum mark_kind kind)
{
	struct text t = s->t;
	size_t end = i;

	while (end < t.n && t.s[end] == t.s[i])
		end++;
	piece(s, text_sub(t, i, end));
	if (end - i > 3)
		return end;
	bool opens = !blank_at(t, end), closes = i && !blank_at(t, i - 1);
	if (kind == MARK_LINE) {
		opens = opens && !word_before(t, i);
		closes = closes && !word_at(t, end);
	}
	if (closes)
		close_run(s, kind);
	if (opens && s->pieces.at[s->pieces.n - 1].text.n)
		hold_open(s, kind);
	return end;
}

/* ^ and ~: nothing blank may stand between. */
static size_t
raised(struct scan *s, size_t i, enum mark_kind kind)
{
	struct text t = s->t;
	size_t at = 0, end = i;

	while (end < t.n && t.s[end] == t.s[i])
		end++;
	piece(s, text_sub(t, i, end));
	if (end - i > 1)
		return end; /* "~~" is not CSL's */
	struct piece *to = &s->pieces.at[s->pieces.n - 1];
	struct piece *from = opener(s, kind, &at);
	if (from && at + 1 > s->blank) {
		pair(from, to, kind == MARK_SUP ? "<sup>" : "<sub>",
		    kind == MARK_SUP ? "</sup>" : "</sub>");
		from->text.n = to->text.n = 0;
		pop(s);
		return end;
	}
	if (from)
		pop(s);
	if (!blank_at(t, end))
		hold_open(s, kind);
	return end;
}

/* Where c stands in the WORDS bytes from i on, or t.n. */
static size_t
soon(struct text t, size_t i, char c)
{
	size_t stop = t.n - i > WORDS ? i + WORDS : t.n;
	size_t at = text_findc(text_sub(t, 0, stop), i, c);

	return at < stop ? at : t.n;
}

/* The words of {...} that begins at i; "" when it is no such thing. */
static struct text
attributes(struct text t, size_t i)
{
	if (i >= t.n || t.s[i] != '{')
		return TEXT("");
	size_t end = soon(t, i, '}');
	if (end == t.n)
		return TEXT("");
	return text_sub(t, i + 1, end);
}

static const char *
span_of(struct text words)
{
	words = text_trim(words);
	if (text_is(words, ".smallcaps") || text_is(words, ".sc")
	    || text_is(words, "style=\"font-variant:small-caps;\"")
	    || text_is(words, "style=\"font-variant: small-caps;\""))
		return small;
	return text_is(words, ".nocase") ? nocase : NULL;
}

static size_t
bracket(struct scan *s, size_t i)
{
	size_t at;
	struct text words = attributes(s->t, i + 1);
	const char *open = span_of(words);

	piece(s, text_sub(s->t, i, i + 1));
	struct piece *to = &s->pieces.at[s->pieces.n - 1];
	struct piece *from = opener(s, MARK_BRACKET, &at);
	if (!from)
		return i + 1;
	pop(s);
	if (!open)
		return i + 1;
	pair(from, to, open, "</span>");
	from->text.n = to->text.n = 0;
	return i + words.n + 3;
}

/* --- what is no mark --- */

static bool
escapable(char c)
{
	return c > ' ' && c < 0x7f && !(c >= '0' && c <= '9')
	    && !((c | 32) >= 'a' && (c | 32) <= 'z');
}

static size_t
escape(struct scan *s, size_t i)
{
	if (i + 1 < s->t.n && s->t.s[i + 1] == ' ') {
		piece(s, TEXT("\u00a0"));
		return i + 2;
	}
	if (i + 1 < s->t.n && escapable(s->t.s[i + 1])) {
		piece(s, text_sub(s->t, i + 1, i + 2));
		return i + 2;
	}
	piece(s, text_sub(s->t, i, i + 1));
	return i + 1;
}

/* `x`: as it is.  Runs of more than one are left alone. */
static size_t
code(struct scan *s, size_t i)
{
	size_t end = text_findc(s->t, i + 1, '`');

	if (end == s->t.n || end == i + 1) {
		piece(s, text_sub(s->t, i, end));
		return end > i + 1 ? end : i + 1;
	}
	piece(s, text_sub(s->t, i + 1, end));
	if (text_findc(s->t, i + 1, ' ') < end)
		s->blank = s->pieces.n;
	return end + 1;
}

static size_t
smart(struct scan *s, size_t i)
{
	static const char *const signs[][2] = {{"---", "\u2014"},
	    {"--", "\u2013"}, {"...", "\u2026"}};
	struct text at = text_sub(s->t, i, s->t.n);

	for (size_t k = 0; k < 3; k++)
		if (text_starts(at, text_of(signs[k][0]))) {
			piece(s, text_of(signs[k][1]));
			return i + strlen(signs[k][0]);
		}
	piece(s, text_sub(s->t, i, i + 1));
	return i + 1;
}

/* A tag of CSL's own, whose quotes and dashes are no signs. */
static size_t
tag(struct scan *s, size_t i)
{
	size_t end = soon(s->t, i, '>');

	if (end == s->t.n)
		end = i;
	piece(s, text_sub(s->t, i, end + 1));
	return end + 1;
}

static bool
special(char c)
{
	return memchr("*_^~[]\\`-.<", c, 11) != NULL;
}

static size_t
plain(struct scan *s, size_t i)
{
	size_t end = i;
	bool blank = false;

	for (; end < s->t.n && !special(s->t.s[end]); end++)
		blank |= blank_at(s->t, end);
	piece(s, text_sub(s->t, i, end));
	if (blank)
		s->blank = s->pieces.n;
	return end;
}

static size_t
step(struct scan *s, size_t i)
{
	switch (s->t.s[i]) {
	case '*':
		return run(s, i, MARK_STAR);
	case '_':
		return run(s, i, MARK_LINE);
	case '^':
		return raised(s, i, MARK_SUP);
	case '~':
		return raised(s, i, MARK_SUB);
	case '[':
		piece(s, text_sub(s->t, i, i + 1));
		hold_open(s, MARK_BRACKET);
		return i + 1;
	case ']':
		return bracket(s, i);
	case '\\':
		return escape(s, i);
	case '`':
		return code(s, i);
	case '-':
	case '.':
		return smart(s, i);
	case '<':
		return tag(s, i);
	default:
		return plain(s, i);
	}
}

static void
print(struct buf *b, const struct piece *p)
{
	for (unsigned i = 0; i < p->nclose; i++)
		buf_add(b, text_of(p->close[i]));
	buf_add(b, p->text);
	for (unsigned i = p->nopen; i > 0; i--)
		buf_add(b, text_of(p->open[i - 1]));
}

struct text
markdown_csl(struct arena *a, struct text t)
{
	struct arena *scratch = arena_new();
	struct scan s = {.a = scratch, .t = t};
	struct buf b = {.a = a};
	bool any = false;

	for (size_t i = 0; i < t.n && !any; i++)
		any = special(t.s[i]);
	for (size_t i = 0; any && i < t.n;)
		i = step(&s, i);
	for (size_t i = 0; i < s.pieces.n; i++)
		print(&b, &s.pieces.at[i]);
	arena_free(scratch);
	return any ? buf_text(&b) : t;
}
