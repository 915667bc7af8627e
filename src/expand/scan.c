#include "expand/scan.h"

struct line {
	size_t from, to, text; /* text: the first byte that is not blank */
	unsigned indent;       /* columns before it */
	bool blank;
};

struct open_div {
	struct pos pos;
	bool defs;
};

struct scanner {
	struct arena *a;    /* for the parts */
	struct arena *kept; /* for attributes, which go into the tree */
	struct text t;
	const struct flow *f;
	struct diag *d;
	struct scan *out;
	size_t at;           /* where the next line begins */
	struct slice *slice; /* lines collected for cmark, or NULL */
	ARRAY(struct open_div) divs;
	char fence; /* within fenced code: ` or ~ */
	size_t fence_len;
	bool comment, deep;
};

static struct line
line_at(const struct scanner *s, size_t from)
{
	struct line l = {.from = from, .to = text_findc(s->t, from, '\n')};

	for (l.text = from; l.text < l.to; l.text++) {
		if (s->t.s[l.text] == '\t')
			l.indent = (l.indent / 4 + 1) * 4;
		else if (s->t.s[l.text] == ' ')
			l.indent++;
		else
			break;
	}
	l.blank = l.text == l.to;
	return l;
}

static bool
next_line(struct scanner *s, struct line *l)
{
	if (s->at >= s->t.n)
		return false;
	*l = line_at(s, s->at);
	s->at = l->to + 1;
	return true;
}

static char
char_at(const struct scanner *s, const struct line *l, size_t i)
{
	return i < l->to ? s->t.s[i] : '\n';
}

static size_t
run_length(const struct scanner *s, const struct line *l, char c)
{
	size_t i = l->text;

	while (char_at(s, l, i) == c)
		i++;
	return i - l->text;
}

static struct part *
part_add(struct scanner *s, enum part_kind kind)
{
	struct part p = {.kind = kind};

	array_push(s->a, &s->out->parts, p);
	return &s->out->parts.at[s->out->parts.n - 1];
}

static void
flush(struct scanner *s)
{
	if (s->slice)
		part_add(s, PART_BLOCKS)->slice = s->slice;
	s->slice = NULL;
}

static struct pos
place(const struct scanner *s, size_t from, size_t to)
{
	return flow_pos(s->f, from, to - from);
}

/* How far the marks of quotes and list items reach into the line: each nests a
 * block, and cmark's time grows with the depth of every line. */
static size_t
prefix_end(const struct scanner *s, const struct line *l)
{
	size_t i = l->text, last = l->from;

	for (; i < l->to; i++) {
		char c = s->t.s[i];
		if (c == '>' || c == '-' || c == '+' || c == '*')
			last = i;
		else if (c >= '0' && c <= '9')
			continue;
		else if ((c == '.' || c == ')') && i > l->text)
			last = i;
		else if (c != ' ' && c != '\t')
			break;
	}
	return last;
}

static void
put(struct scanner *s, struct slice *into, const struct line *l, size_t from)
{
	size_t last = s->fence || l->blank ? from : prefix_end(s, l);
	char c = char_at(s, l, l->text);
	bool rule =
	    (c == '-' || c == '*') && run_length(s, l, c) == l->to - l->text;

	if (last <= from + SCAN_PREFIX || rule) {
		slice_line(into, from, l->to);
		return;
	}
	if (!s->deep)
		diag(s->d, LEVEL_ERROR, "MARK-08", place(s, last, last + 1),
		    "lists and quotations nest too deep: more than %d columns",
		    SCAN_PREFIX);
	s->deep = true;
	slice_line(into, last + 1, l->to);
}

static void
keep(struct scanner *s, const struct line *l)
{
	if (!s->slice)
		s->slice = slice_new(s->a, s->f, s->d);
	put(s, s->slice, l, l->from);
}

/* fence <- "```" "`"* any-but-"`"* / "~~~" "~"* any*   (CommonMark 4.5) */
static bool
code_opens(struct scanner *s, const struct line *l)
{
	char c = char_at(s, l, l->text);
	size_t n = c == '`' || c == '~' ? run_length(s, l, c) : 0;

	if (n < 3)
		return false;
	if (c == '`' && text_findc(s->t, l->text + n, '`') < l->to)
		return false;
	s->fence = c;
	s->fence_len = n;
	return true;
}

static bool
code_closes(const struct scanner *s, const struct line *l)
{
	size_t n = run_length(s, l, s->fence);
	struct text tail = text_sub(s->t, l->text + n, l->to);

	return l->indent < 4 && n >= s->fence_len && !text_trim(tail).n;
}

/* Whether the line is part of fenced code, or of a comment that began a line:
 * both hide what they hold. */
static bool
verbatim(struct scanner *s, const struct line *l)
{
	struct text t = text_sub(s->t, l->text, l->to);

	if (s->fence) {
		if (code_closes(s, l))
			s->fence = 0;
		return true;
	}
	if (s->comment || (l->indent < 4 && text_starts(t, TEXT("<!--")))) {
		s->comment = text_find(t, 0, TEXT("-->")) == t.n;
		return true;
	}
	return l->indent < 4 && code_opens(s, l);
}

static void
open_div(struct scanner *s, const struct line *l, struct text rest,
    size_t colons)
{
	struct open_div div = {place(s, l->text, l->to), false};
	size_t at = l->text + colons;
	struct attrs attrs = {0};

	while (at < l->to && (s->t.s[at] == ' ' || s->t.s[at] == '\t'))
		at++;
	if (rest.s[0] != '{')
		attrs.classes = text_dup(s->kept, rest);
	else if (attrs_read(s->kept, rest, place(s, at, l->to), &attrs)
	    != rest.n)
		diag(s->d, LEVEL_ERROR, "MARK-06", place(s, at, l->to),
		    "attributes that cannot be read: %.*s", TEXT_ARG(rest));
	if (s->divs.n == SCAN_DIVS)
		diag(s->d, LEVEL_ERROR, "MARK-08", div.pos,
		    "fences nest too deep: more than %d", SCAN_DIVS);
	struct node shape = {.classes = attrs.classes};
	div.defs = node_has_class(&shape, "defs");
	array_push(s->a, &s->divs, div);
	if (s->divs.n > SCAN_DIVS)
		return;
	struct part *p = part_add(s, PART_OPEN);
	p->attrs = attrs;
	p->pos = div.pos;
	p->colons = (int)(colons < 1000 ? colons : 1000);
}

/* div <- ":::" ":"* blank* (attributes / word)? blank* ":"* */
static bool
div_fence(struct scanner *s, const struct line *l)
{
	size_t n = run_length(s, l, ':');

	if (n < 3)
		return false;
	struct text rest = text_sub(s->t, l->text + n, l->to);
	rest = text_trim(flow_words(s->a, s->f, rest));
	while (rest.n && rest.s[rest.n - 1] == ':')
		rest.n--;
	rest = text_trim(rest);
	if (rest.n && rest.s[0] != '{' && text_findc(rest, 0, ' ') < rest.n)
		return false; /* words: an ordinary line */
	flush(s);
	if (rest.n) {
		open_div(s, l, rest, n);
	} else if (!s->divs.n) {
		diag(s->d, LEVEL_ERROR, "MARK-04", place(s, l->text, l->to),
		    "fence that closes nothing");
	} else {
		if (s->divs.n-- <= SCAN_DIVS)
			part_add(s, PART_CLOSE);
	}
	return true;
}

/* The bytes of a line after `columns` columns of indentation, or all. */
static size_t
outdent(const struct scanner *s, const struct line *l, unsigned columns)
{
	size_t i = l->from;

	for (unsigned col = 0; i < l->text && col < columns; i++)
		col = s->t.s[i] == '\t' ? (col / 4 + 1) * 4 : col + 1;
	return i;
}

/* What belongs to a note or a meaning that began on the line before: lines up
 * to the next blank one, then those that are indented. */
static void
body(struct scanner *s, struct slice *into, unsigned columns)
{
	size_t after = s->at;
	struct line l;
	bool gap = false;

	while (next_line(s, &l)) {
		if (l.blank) {
			gap = true;
			continue;
		}
		bool marked = l.indent < columns
		    && (char_at(s, &l, l.text) == ':'
			|| text_starts(text_sub(s->t, l.text, l.to),
			    TEXT("[^")));
		if ((gap && l.indent < columns) || marked)
			break;
		if (gap)
			slice_line(into, l.from, l.from);
		gap = false;
		put(s, into, &l, outdent(s, &l, columns));
		after = s->at;
	}
	s->at = after;
}

/* note <- "[^" id "]:" blank* words */
static bool
note(struct scanner *s, const struct line *l)
{
	struct text t = text_sub(s->t, l->text, l->to);
	size_t end = text_find(t, 0, TEXT("]:"));

	if (!text_starts(t, TEXT("[^")) || end == t.n || end == 2)
		return false;
	struct text id = text_sub(t, 2, end);
	if (text_findc(id, 0, ' ') < id.n || text_findc(id, 0, ']') < id.n)
		return false;
	struct footnote *fn = arena_make(s->a, struct footnote);
	fn->id = id;
	fn->pos = place(s, l->text, l->text + end + 1);
	fn->slice = slice_new(s->a, s->f, s->d);
	size_t from = l->text + end + 2;
	while (char_at(s, l, from) == ' ' || char_at(s, l, from) == '\t')
		from++;
	slice_line(fn->slice, from, l->to);
	body(s, fn->slice, 4);
	array_push(s->a, &s->out->notes, fn);
	if (s->slice)
		slice_line(s->slice, l->from, l->from);
	return true;
}

/* defs <- (term blank-line? (":" blank+ words body)+)* */
static bool
definition(struct scanner *s, const struct line *l)
{
	size_t from = l->text;
	struct slice *into;

	if (!s->divs.n || !s->divs.at[s->divs.n - 1].defs)
		return false;
	if (l->blank)
		return true;
	flush(s);
	into = slice_new(s->a, s->f, s->d);
	char next = char_at(s, l, l->text + 1);
	if (char_at(s, l, l->text) == ':' && (next == ' ' || next == '\t')) {
		for (from++;
		     char_at(s, l, from) == ' ' || char_at(s, l, from) == '\t';)
			from++;
		slice_line(into, from, l->to);
		size_t columns = from - l->from;
		body(s, into, columns < 4 ? (unsigned)columns : 4);
		part_add(s, PART_DETAIL)->slice = into;
	} else {
		slice_line(into, from, l->to);
		part_add(s, PART_TERM)->slice = into;
	}
	return true;
}

static void
unclosed(struct scanner *s)
{
	for (size_t i = s->divs.n; i-- > 0;) {
		if (i >= SCAN_DIVS)
			continue;
		part_add(s, PART_CLOSE);
		finding_hint(s->d,
		    diag(s->d, LEVEL_ERROR, "MARK-04", s->divs.at[i].pos,
			"fence that is never closed"),
		    "close it with a line of ::: where it ends");
	}
}

struct scan *
scan_flow(struct arena *a, struct arena *tmp, const struct flow *f,
    struct diag *d)
{
	struct scanner s = {.a = tmp, .kept = a, .t = f->text, .f = f, .d = d};
	struct line l;

	s.out = arena_make(tmp, struct scan);
	while (next_line(&s, &l)) {
		bool margin = l.indent < 4 && !l.blank;
		if (verbatim(&s, &l))
			keep(&s, &l);
		else if (margin && (div_fence(&s, &l) || note(&s, &l)))
			continue;
		else if (!definition(&s, &l))
			keep(&s, &l);
	}
	flush(&s);
	unclosed(&s);
	return s.out;
}
