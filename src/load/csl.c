/*
 * Expat is asked for a plain tree.  A style may declare no entities (neither
 * bombs nor files of the machine then exist), nest DEPTH deep and be LIMIT
 * bytes long; the largest one that is in use has 300 kB.
 */
#include "load/csl.h"

#include <expat.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "load/dialect.h"

enum { DEPTH = 100, LIMIT = 4 * 1024 * 1024 };

struct reader {
	struct arena *a;
	XML_Parser xml;
	const struct source *src;
	struct elem *root, *open[DEPTH];
	struct buf chars;
	size_t depth;
	const char *refused; /* why we stopped, when expat is content */
};

static struct text
keep(struct reader *r, const char *s)
{
	return text_dup(r->a, text_of(s));
}

static void
refuse(struct reader *r, const char *why)
{
	r->refused = why;
	XML_StopParser(r->xml, XML_FALSE);
}

/* Expat gives "URI NAME", or "NAME" outside of any namespace, where fragments
 * of styles may stand.  XML's own and ours (cite/extend.h) are told apart by a
 * fixed prefix; "" is a name of a vocabulary that is not read here. */
static struct text
known_name(struct reader *r, const char *name)
{
	static const char *const known[][2] =
	    {{"http://purl.org/net/xbiblio/csl", ""},
		{"http://www.w3.org/XML/1998/namespace", "xml:"},
		{"urn:peritus:csl:1", "p:"}};
	const char *blank = strrchr(name, ' ');

	if (!blank)
		return keep(r, name);
	struct text uri = {name, (size_t)(blank - name)};
	for (size_t i = 0; i < sizeof(known) / sizeof(*known); i++)
		if (text_is(uri, known[i][0]))
			return text_fmt(r->a, "%s%s", known[i][1], blank + 1);
	return TEXT("");
}

static void
on_start(void *data, const char *name, const char **at)
{
	struct reader *r = data;
	long off = XML_GetCurrentByteIndex(r->xml);

	if (r->depth == DEPTH) {
		refuse(r, "nested too deep");
		return;
	}
	struct elem *e = arena_make(r->a, struct elem);
	e->name = known_name(r, name);
	e->pos = (struct pos){r->src, off > 0 ? (uint32_t)off : 0,
	    (uint32_t)XML_GetCurrentByteCount(r->xml)};
	for (const struct xattr **end = &e->attrs; *at; at += 2) {
		struct xattr *x = arena_make(r->a, struct xattr);
		x->name = known_name(r, at[0]);
		x->value = keep(r, at[1]);
		*end = x;
		end = &x->next;
	}
	struct elem *up = r->depth ? r->open[r->depth - 1] : NULL;
	if (!up)
		r->root = e;
	else if (up->last)
		up->last->next = e;
	else
		up->child = e;
	if (up)
		up->last = e;
	r->open[r->depth++] = e;
	r->chars.n = 0;
}

/* A blank at the edge of a term is meant (" BC"); the line ends and blanks of
 * a file that is set out for the eye are not. */
static struct text
unindented(struct text t)
{
	struct text bare = text_trim(t);
	size_t from = bare.n ? (size_t)(bare.s - t.s) : t.n;
	size_t to = from + bare.n;

	return text_sub(t, text_findc(t, 0, '\n') < from ? from : 0,
	    text_findc(t, to, '\n') < t.n ? to : t.n);
}

static void
on_end(void *data, const char *name)
{
	struct reader *r = data;

	(void)name;
	if (r->depth == 0)
		return;
	struct elem *e = r->open[--r->depth];
	if (!e->child)
		e->text = text_dup(r->a, unindented(buf_text(&r->chars)));
	r->chars.n = 0;
}

static void
on_chars(void *data, const char *s, int n)
{
	struct reader *r = data;

	if (n > 0)
		buf_add(&r->chars, (struct text){s, (size_t)n});
}

static void
on_entity(void *data, const char *name, int parameter, const char *value, int n,
    const char *base, const char *system, const char *public,
    const char *notation)
{
	(void)name, (void)parameter, (void)value, (void)n, (void)base;
	(void)system, (void)public, (void)notation;
	refuse(data, "entity declarations are not allowed");
}

struct elem *
csl_parse(struct arena *a, const struct source *src, struct diag *d)
{
	struct reader r = {.a = a, .src = src, .chars = {.a = a}};

	r.xml = XML_ParserCreateNS("UTF-8", ' ');
	if (!r.xml)
		return NULL;
	XML_SetUserData(r.xml, &r);
	XML_SetElementHandler(r.xml, on_start, on_end);
	XML_SetCharacterDataHandler(r.xml, on_chars);
	XML_SetEntityDeclHandler(r.xml, on_entity);
	bool fine = XML_Parse(r.xml, src->body.s ? src->body.s : "",
			(int)src->body.n, XML_TRUE)
	    == XML_STATUS_OK;
	if (!fine) {
		long off = XML_GetCurrentByteIndex(r.xml);
		struct pos at = {src,
		    off < 0                         ? 0
			: (size_t)off > src->body.n ? (uint32_t)src->body.n
						    : (uint32_t)off,
		    0};
		diag(d, LEVEL_ERROR, "CSL-02", at, "broken XML: %s",
		    r.refused ? r.refused
			      : XML_ErrorString(XML_GetErrorCode(r.xml)));
	}
	XML_ParserFree(r.xml);
	return fine ? r.root : NULL;
}

const struct source *
csl_slurp(struct arena *a, struct text path)
{
	FILE *f = fopen(text_cstr(a, path), "rb");
	struct source *src = NULL;
	char part[16384];
	struct buf b = {.a = a};

	if (!f)
		return NULL;
	for (size_t n;
	     b.n <= LIMIT && (n = fread(part, 1, sizeof(part), f)) > 0;)
		buf_add(&b, (struct text){part, n});
	if (!ferror(f) && b.n <= LIMIT) {
		src = arena_make(a, struct source);
		src->name = path;
		src->body = buf_text(&b);
	}
	fclose(f);
	return src;
}

bool
csl_plain_name(struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		char c = t.s[i];
		if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
			|| (c >= '0' && c <= '9') || c == '-' || c == '_'
			|| (c == '.' && i)))
			return false;
	}
	return t.n > 0 && t.n < 200;
}

void
csl_locales(struct arena *a, const struct places *where, struct style *style,
    struct diag *d)
{
	struct text own = dialect_of(a, style->lang);
	style->lang = own.n ? own : TEXT("en-US");
	struct text want[3] = {style->lang, dialect_primary(a, style->lang),
	    TEXT("en-US")};
	struct text folder = where->locales.n
	    ? where->locales
	    : text_join(a, where->csl, TEXT("/locales"));
	size_t n = 0;

	for (size_t i = 0; i < 3; i++) {
		bool twice = !csl_plain_name(want[i]);
		for (size_t k = 0; k < i; k++)
			twice |= text_eq(want[i], want[k]);
		if (twice)
			continue;
		const struct source *src = csl_slurp(a,
		    text_fmt(a, "%.*s/locales-%.*s.xml", TEXT_ARG(folder),
			TEXT_ARG(want[i])));
		const struct elem *root = src ? csl_parse(a, src, d) : NULL;
		if (root)
			style->locale[n++] = root;
		else if (i == 2)
			finding_hint(d,
			    diag(d, LEVEL_WARNING, "CSL-04", style->root->pos,
				"no locale: en-US"),
			    "install citation-style-language-locales");
	}
}
