#include "expand/citegroup.h"

#include <string.h>

static const char *const prefixes[] = {"sec-", "par-", "tbl-", "fig-", "app-",
    "fn-"};

static bool
alnum(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
	    || (c >= '0' && c <= '9') || c == '_';
}

/* The length of the key character at t[i], or 0.  Beyond ASCII everything is
 * a letter but spaces and punctuation (the blocks that hold them). */
static size_t
letter(struct text t, size_t i)
{
	size_t at = i;

	if (i >= t.n)
		return 0;
	if ((unsigned char)t.s[i] < 0x80)
		return alnum(t.s[i]);
	uint32_t cp = text_next(t, &at);
	bool other = cp < 0xc0 || (cp >= 0x2000 && cp < 0x2070)
	    || (cp >= 0x3000 && cp < 0x3040) || cp >= 0xe000;
	return other ? 0 : at - i;
}

size_t
citegroup_key(struct text t)
{
	size_t i = 0, n;

	while (i < t.n) {
		if ((n = letter(t, i))) {
			i += n;
		} else if (i && t.s[i] && strchr(":.#$%&-+?<>~/", t.s[i])
		    && (n = letter(t, i + 1))) {
			i += 1 + n;
		} else {
			break;
		}
	}
	return i;
}

bool
citegroup_xref(struct text key)
{
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		const char *p = prefixes[i];
		size_t n = strlen(p);
		if (key.n > n && (key.s[0] | 32) == p[0]
		    && memcmp(key.s + 1, p + 1, n - 1) == 0)
			return true;
	}
	return false;
}

/* A key found: where it was, and how many tokens it used up. */
struct key {
	struct text text;
	struct pos pos; /* of "@key" */
	size_t next;    /* the first token that is not used up */
	size_t cut;     /* bytes of the words of t[next] that are */
};

/* key <- "@" word / "@{" any-but-"}"* "}" */
static bool
read_key(struct marker *m, const struct slice *s, const struct toks *t,
    size_t i, struct key *k)
{
	const struct tok *at = &t->t.at[i], *word = at + 1;
	size_t to;

	if (i + 1 >= t->t.n || word->from != at->to)
		return false;
	if (word->special == '{') {
		size_t j = i + 2;
		while (j < t->t.n && t->t.at[j].special != '}' && j < i + 16)
			j++;
		if (j >= t->t.n || t->t.at[j].special != '}' || j == i + 2)
			return false;
		k->next = j + 1;
		k->cut = 0;
		to = t->t.at[j].to;
		k->text = slice_text(s, word->to, to - 1);
	} else {
		if (!word->node || word->node->kind != NODE_TEXT || word->fixed)
			return false;
		struct text raw = slice_text(s, word->from, word->to);
		k->cut = citegroup_key(raw);
		k->next = i + 1;
		k->text = text_sub(raw, 0, k->cut);
		to = word->from + k->cut;
		if (!text_starts(word->node->text, k->text))
			return false;
	}
	k->text = text_trim(flow_words(m->a, s->flow, k->text));
	k->pos = slice_pos(s, at->from, to);
	return k->text.n > 0;
}

static struct node *
xref(struct marker *m, const struct key *k, bool bare)
{
	char *label = arena_alloc(m->a, k->text.n + 1);
	struct node *n =
	    node_new(m->a, NODE_XREF, (struct text){label, k->text.n}, k->pos);

	memcpy(label, k->text.s, k->text.n);
	if (label[0] >= 'A' && label[0] <= 'Z')
		n->flags |= NODE_CAPITAL;
	label[0] |= 32;
	if (bare)
		n->flags |= NODE_BARE;
	if (m->o->scope.n) {
		struct attr *at = arena_make(m->a, struct attr);
		at->name = TEXT("scope");
		at->value = m->o->scope;
		n->attrs = at;
	}
	return n;
}

static struct cite_item *
item_new(struct marker *m, const struct key *k)
{
	struct cite_item *it = arena_make(m->a, struct cite_item);

	it->key = k->text;
	it->pos = k->pos;
	return it;
}

/* Drop the key's bytes from the token that holds them. */
static void
cut(struct marker *m, struct tok *word, size_t n)
{
	struct node *rest = node_copy(m->a, word->node);

	rest->text = text_sub(rest->text, n, rest->text.n);
	rest->pos =
	    pos_sub(rest->pos, n, rest->pos.len > n ? rest->pos.len - n : 0);
	word->node = rest->text.n ? rest : NULL;
	word->from += (uint32_t)n;
}

/* "-@": drop the "-" that stands right before t[i]. */
static bool
take_minus(struct marker *m, struct toks *t, size_t i)
{
	struct tok *b = i ? &t->t.at[i - 1] : NULL;
	struct text raw;

	if (!b || !b->node || b->node->kind != NODE_TEXT || b->fixed
	    || b->to != t->t.at[i].from)
		return false;
	raw = b->node->text;
	char before = raw.n > 1 ? raw.s[raw.n - 2] : ' ';
	if (!raw.n || raw.s[raw.n - 1] != '-' || alnum(before)
	    || (raw.n == 1 && i > 1 && t->t.at[i - 2].to == b->from
		&& !strchr("([", t->t.at[i - 2].special)))
		return false;
	b->node = raw.n > 1 ? node_copy(m->a, b->node) : NULL;
	b->to--;
	if (b->node)
		b->node->text.n--;
	return true;
}

void
citegroup_bare(struct marker *m, const struct slice *s, struct toks *t,
    size_t i)
{
	struct tok *at = &t->t.at[i];
	struct text before = slice_text(s, 0, at->from);
	struct key k;

	if (before.n && alnum(before.s[before.n - 1]))
		return; /* name@host */
	if (!read_key(m, s, t, i, &k))
		return;
	bool minus = take_minus(m, t, i);
	struct node *n;
	if (citegroup_xref(k.text)) {
		n = xref(m, &k, minus);
	} else {
		struct cite_item *it = item_new(m, &k);
		it->suppress_author = minus;
		n = node_new(m->a, NODE_CITE, TEXT(""), k.pos);
		n->flags |= minus ? 0 : NODE_NARRATIVE;
		n->cites = it;
	}
	for (size_t j = i + 1; j < k.next; j++)
		t->t.at[j].node = NULL, t->t.at[j].special = 0;
	if (k.cut)
		cut(m, &t->t.at[k.next], k.cut);
	at->special = 0;
	at->node = n;
	at->fixed = true;
}

/* A group being read. */
struct group {
	struct marker *m;
	const struct slice *s;
	struct toks t; /* a copy: words are cut from it */
	struct node *node;
	struct cite_item *item, *last; /* item: has its key */
	struct node before, after;     /* builders of prefix and suffix */
	size_t xrefs;
	struct pos part; /* where the part begins */
	bool odd;
};

static void
trim_end(struct node *list)
{
	struct node *n = list->last;

	if (n && n->kind == NODE_TEXT && !n->fact.src)
		while (n->text.n && n->text.s[n->text.n - 1] == ' ')
			n->text.n--;
}

static void
trim_start(struct node *list)
{
	struct node *n = list->child;

	if (n && n->kind == NODE_SPACE)
		list->child = n = n->next;
	if (n && n->kind == NODE_TEXT && !n->fact.src)
		while (n->text.n && n->text.s[0] == ' ')
			n->text.s++, n->text.n--;
	if (n && n->kind == NODE_TEXT && !n->text.n)
		list->child = n->next;
	if (!list->child)
		list->last = NULL;
}

/* A part has ended; words without a key are an error, and stay. */
static void
part_end(struct group *g)
{
	trim_end(&g->before);
	trim_start(&g->before);
	trim_end(&g->after);
	if (g->item) {
		g->item->prefix = g->before.child;
		g->item->suffix = g->after.child;
		if (g->after.child)
			g->item->suffixpos = g->after.child->pos;
		if (g->last)
			g->last->next = g->item;
		else
			g->node->cites = g->item;
		g->last = g->item;
		g->before = g->after = (struct node){0};
	} else if (g->before.child) {
		finding_hint(g->m->d,
		    diag(g->m->d, LEVEL_ERROR, "MARK-07", g->part,
			"part of a citation without a key"),
		    "what belongs to a source follows it after a comma");
		node_add(g->m->a, &g->before, NODE_TEXT, TEXT("; "), g->part);
	}
	g->item = NULL;
}

static void
add_words(struct group *g, struct text t, struct pos pos)
{
	struct node *list = g->item ? &g->after : &g->before;

	if (t.n)
		node_add(g->m->a, list, NODE_TEXT, t, pos);
}

/* Words of the template: ";" parts the works. */
static void
split_words(struct group *g, const struct tok *t)
{
	struct text words = text_dup(g->m->a, tok_text(g->s, t));
	struct pos pos =
	    t->node ? t->node->pos : slice_pos(g->s, t->from, t->to);
	size_t from = 0, end;

	while ((end = text_findc(words, from, ';')) < words.n) {
		add_words(g, text_sub(words, from, end), pos_sub(pos, from, 0));
		part_end(g);
		from = end + 1;
		g->part = pos_sub(pos, from, 0);
	}
	size_t left = words.n - from;
	add_words(g, text_sub(words, from, words.n), pos_sub(pos, from, left));
}

static size_t
group_key(struct group *g, size_t i)
{
	struct key k;

	if (!read_key(g->m, g->s, &g->t, i, &k)) {
		add_words(g, TEXT("@"),
		    slice_pos(g->s, g->t.t.at[i].from, g->t.t.at[i].to));
		return i + 1;
	}
	struct node *list = g->item ? &g->after : &g->before;
	struct node *last = list->last;
	bool minus = last && last->kind == NODE_TEXT && !last->fact.src
	    && text_ends(last->text, TEXT("-"));
	if (minus)
		last->text.n--;
	if (k.cut)
		cut(g->m, &g->t.t.at[k.next], k.cut);
	if (citegroup_xref(k.text)) {
		g->xrefs++;
		node_append(list, xref(g->m, &k, minus));
		return k.next;
	}
	if (g->item) {
		diag(g->m->d, LEVEL_ERROR, "MARK-07", k.pos,
		    "two works in one part of a citation: put ';' before @%.*s",
		    TEXT_ARG(k.text));
		part_end(g);
	}
	g->item = item_new(g->m, &k);
	g->item->suppress_author = minus;
	return k.next;
}

static void
group_tokens(struct group *g)
{
	for (size_t i = 0; i < g->t.t.n;) {
		struct tok *t = &g->t.t.at[i];
		if (t->special == '@') {
			i = group_key(g, i);
			continue;
		}
		if (t->special
		    || (t->node && t->node->kind == NODE_TEXT && !t->fixed))
			split_words(g, t);
		else if (t->node)
			node_append(g->item ? &g->after : &g->before, t->node);
		i++;
	}
}

/* Copy t[from..]: a bracket that proves no citation is left as it was. */
static void
group_copy(struct group *g, const struct toks *t, size_t from)
{
	for (size_t i = from; i < t->t.n; i++)
		array_push(g->m->tmp, &g->t.t, t->t.at[i]);
	if (g->t.t.n)
		g->part = slice_pos(g->s, g->t.t.at[0].from, g->t.t.at[0].to);
}

static bool
alone_xref(const struct group *g)
{
	const struct node *n = g->before.child;

	while (n && n->kind == NODE_TEXT && !text_trim(n->text).n)
		n = n->next;
	return g->xrefs == 1 && n && n->kind == NODE_XREF && !n->next;
}

/* "[@]", "[@, p 3]", "[-@{}]": meant as a citation, without a key.  The words
 * stay. */
static void
no_key(struct marker *m, const struct slice *s, const struct toks *t,
    size_t from)
{
	size_t at = from;

	if (at < t->t.n && text_is(tok_text(s, &t->t.at[at]), "-"))
		at++;
	if (at >= t->t.n || t->t.at[at].special != '@')
		return;
	struct finding *f = diag(m->d, LEVEL_WARNING, "MARK-07",
	    slice_pos(s, t->t.at[at].from, t->t.at[at].to),
	    "citation without a key");
	finding_hint(m->d, f, "write \\@ where the sign itself is meant");
}

struct node *
citegroup_read(struct marker *m, const struct slice *s, const struct toks *t,
    size_t from)
{
	struct group g = {.m = m, .s = s};
	struct key k;
	bool any = false;

	for (size_t i = from; i < t->t.n && !any; i++)
		any = t->t.at[i].special == '@' && read_key(m, s, t, i, &k);
	if (!any) {
		no_key(m, s, t, from);
		return NULL;
	}
	g.node = node_new(m->a, NODE_CITE, TEXT(""),
	    slice_pos(s, t->t.at[from].from, t->t.at[t->t.n - 1].to));
	group_copy(&g, t, from);
	group_tokens(&g);
	if (!g.item && !g.last && alone_xref(&g)) {
		struct node *n = g.before.child;
		return n->kind == NODE_XREF ? n : n->next;
	}
	if (g.item || g.last)
		part_end(&g);
	return g.node->cites ? g.node : NULL;
}

size_t
citegroup_before(const struct slice *s, const struct toks *t, size_t open)
{
	size_t i = open;
	const struct tok *word;

	if (i-- < 2)
		return SIZE_MAX;
	struct text gap = slice_text(s, t->t.at[i].from, t->t.at[i].to);
	if (t->t.at[i].node && t->t.at[i].node->kind == NODE_SPACE && i-- < 2)
		return SIZE_MAX;
	word = &t->t.at[i];
	if (i < 1 || t->t.at[i - 1].special != '@' || word->special
	    || word->fixed || !word->node)
		return SIZE_MAX;
	struct text raw = slice_text(s, word->from, word->to);
	size_t n = citegroup_key(raw);
	if (!n || citegroup_xref(raw) || text_trim(raw).n != n
	    || (n == raw.n && text_trim(gap).n))
		return SIZE_MAX;
	return i - 1;
}

struct node *
citegroup_located(struct marker *m, const struct slice *s, struct toks *t,
    size_t i, size_t from)
{
	struct group g = {.m = m, .s = s};
	struct key k;

	if (!read_key(m, s, t, i, &k))
		return NULL;
	g.node = node_new(m->a, NODE_CITE, TEXT(""), k.pos);
	g.item = item_new(m, &k);
	g.item->suppress_author = take_minus(m, t, i);
	g.node->flags = g.item->suppress_author ? 0 : NODE_NARRATIVE;
	group_copy(&g, t, from);
	group_tokens(&g);
	part_end(&g);
	return g.node;
}
