#include "expand/attr.h"

struct reader {
	struct arena *a;
	struct text t;
	size_t i;
	struct pos at;
	struct attrs *out;
	struct attr *last;
	struct buf classes;
};

/* A label, a class, a key: letters, digits and - _ : . / */
static bool
name_char(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':'
	    || c == '.' || c == '/' || (unsigned char)c >= 0x80;
}

static struct text
name(struct reader *r)
{
	size_t from = r->i;

	while (r->i < r->t.n && name_char(r->t.s[r->i]))
		r->i++;
	return text_sub(r->t, from, r->i);
}

static void
add_class(struct reader *r, struct text class)
{
	if (r->classes.n)
		buf_addc(&r->classes, ' ');
	buf_add(&r->classes, class);
	r->out->classes = buf_text(&r->classes);
}

/* value <- '"' any* '"' | "'" any* "'" | (any but blank and "}")* */
static bool
value(struct reader *r, struct text *out)
{
	char c = r->i < r->t.n ? r->t.s[r->i] : 0;
	size_t from = r->i;

	if (c == '"' || c == '\'') {
		size_t end = text_findc(r->t, from + 1, c);
		if (end == r->t.n)
			return false;
		*out = text_sub(r->t, from + 1, end);
		r->i = end + 1;
		return true;
	}
	while (r->i < r->t.n && r->t.s[r->i] != '}' && r->t.s[r->i] != ' '
	    && r->t.s[r->i] != '\t' && r->t.s[r->i] != '\n')
		r->i++;
	*out = text_sub(r->t, from, r->i);
	return true;
}

static bool
pair(struct reader *r)
{
	size_t from = r->i;
	struct text key = name(r), v;

	if (!key.n || r->i == r->t.n || r->t.s[r->i] != '=')
		return false;
	r->i++;
	if (!value(r, &v))
		return false;
	struct attr *p = arena_make(r->a, struct attr);
	p->name = text_dup(r->a, key);
	p->value = text_dup(r->a, v);
	p->pos = pos_sub(r->at, from, r->i - from);
	if (r->last)
		r->last->next = p;
	else
		r->out->list = p;
	r->last = p;
	return true;
}

/* one <- "#" name | "." name | "-" | name "=" value */
static bool
one(struct reader *r)
{
	char c = r->t.s[r->i];
	size_t from = r->i;
	struct text word;

	if (c == '-' && r->i + 1 < r->t.n
	    && (r->t.s[r->i + 1] == '}' || r->t.s[r->i + 1] == ' ')) {
		r->i++;
		add_class(r, TEXT("unnumbered"));
		return true;
	}
	if (c != '#' && c != '.')
		return pair(r);
	r->i++;
	word = name(r);
	if (!word.n || (c == '#' && r->out->label.n))
		return false;
	if (c == '.') {
		add_class(r, word);
		return true;
	}
	r->out->label = text_dup(r->a, word);
	r->out->labelpos = pos_sub(r->at, from, r->i - from);
	return true;
}

/* attributes <- "{" blank* (one (blank+ one)*)? blank* "}" */
size_t
attrs_read(struct arena *a, struct text t, struct pos at, struct attrs *out)
{
	struct reader r = {a, t, 1, at, out, NULL, {.a = a}};
	bool apart = true, any = false;

	*out = (struct attrs){0};
	if (!t.n || t.s[0] != '{')
		return 0;
	while (r.i < t.n) {
		char c = t.s[r.i];
		if (c == '}')
			return any ? r.i + 1 : 0;
		if (c == ' ' || c == '\t' || c == '\n') {
			apart = true;
			r.i++;
		} else if (!apart || !one(&r)) {
			return 0;
		} else {
			apart = false;
			any = true;
		}
	}
	return 0;
}

bool
attrs_meant(struct text t)
{
	return t.n > 2 && t.s[0] == '{' && (t.s[1] == '#' || t.s[1] == '.')
	    && name_char(t.s[2]) && t.s[2] != '.';
}

struct text
attrs_label(struct arena *a, struct text scope, struct text label)
{
	if (!scope.n || !label.n)
		return label;
	return text_fmt(a, "%.*s/%.*s", TEXT_ARG(scope), TEXT_ARG(label));
}

void
attrs_give(struct arena *a, struct node *n, const struct attrs *at,
    struct text scope)
{
	const struct attr *head = NULL, **tail = &head;

	if (at->label.n) {
		n->label = attrs_label(a, scope, at->label);
		n->labelpos = at->labelpos;
	}
	if (at->classes.n)
		n->classes = n->classes.n ? text_fmt(a, "%.*s %.*s",
				 TEXT_ARG(n->classes), TEXT_ARG(at->classes))
					  : at->classes;
	for (const struct attr *one = at->list; one; one = one->next) {
		struct attr *copy = arena_make(a, struct attr);
		*copy = *one;
		copy->next = NULL;
		*tail = copy;
		tail = &copy->next;
	}
	*tail = n->attrs;
	n->attrs = head;
}
