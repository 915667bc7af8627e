/*
 * Expat is asked for a plain tree.  A style may have no document type, so that
 * it declares no entities (neither bombs nor files of the machine then exist),
 * nest DEPTH deep and be LIMIT bytes long; the largest one that is in use has
 * 300 kB.
 */
#include "load/csl.h"

#include <expat.h>
#include <string.h>

#include "base/file.h"
#include "load/dialect.h"

enum { DEPTH = 100, MEGABYTES = 4, LIMIT = MEGABYTES * 1024 * 1024 };

struct reader {
	struct arena *a;
	XML_Parser xml;
	const struct source *src;
	struct elem *root, *open[DEPTH];
	struct buf chars;
	size_t depth;
	struct diag *d;
	bool refused; /* and said so, when expat is content */
};

static struct text
keep(struct reader *r, const char *s)
{
	return text_dup(r->a, text_of(s));
}

/* Where expat is: what it has before it as a whole, or its first byte. */
static struct pos
here(struct reader *r, bool whole)
{
	long off = XML_GetCurrentByteIndex(r->xml);
	size_t n = r->src->body.n;
	size_t at = off < 0 ? 0 : (size_t)off > n ? n : (size_t)off;

	return (struct pos){r->src, (uint32_t)at,
	    whole ? (uint32_t)XML_GetCurrentByteCount(r->xml) : 0};
}

static void
refuse(struct reader *r, struct pos at, const char *what, const char *hint)
{
	struct finding *f = diag(r->d, LEVEL_ERROR, "CSL-07", at, "%s", what);

	finding_hint(r->d, f, "%s", hint);
	r->refused = true;
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
			return text_join(r->a, text_of(known[i][1]),
			    text_of(blank + 1));
	return TEXT("");
}

static void
on_start(void *data, const char *name, const char **at)
{
	struct reader *r = data;

	if (r->depth == DEPTH) {
		refuse(r, here(r, true), "elements are nested too deep",
		    "100 levels are read");
		return;
	}
	struct elem *e = arena_make(r->a, struct elem);
	e->name = known_name(r, name);
	e->pos = here(r, true);
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
on_doctype(void *data, const char *name, const char *system, const char *public,
    int internal)
{
	struct reader *r = data;
	struct pos at = here(r, false);
	const struct text open = TEXT("<!DOCTYPE");

	(void)name, (void)system, (void)public, (void)internal;
	/* Expat has read it up to its "[" or ">". */
	while (at.off
	    && !text_starts(text_sub(r->src->body, at.off, r->src->body.n),
		open))
		at.off--;
	at.len = (uint32_t)open.n;
	refuse(data, at, "a document type is refused, and its entities with it",
	    "write the characters themselves");
}

static bool
too_long(const struct source *src, struct diag *d)
{
	struct pos at = {src, 0, 0};

	if (src->body.n <= LIMIT)
		return false;
	diag(d, LEVEL_ERROR, "CSL-07", at,
	    "a style or locale of more than %d MB is not read: %.*s", MEGABYTES,
	    TEXT_ARG(src->name));
	return true;
}

/* CSL 1.0.2, "The Root Element - cs:style": version is "1.0" for all of CSL
 * 1.0.x; so it is for locale files. */
static bool
right_version(const struct elem *root, struct diag *d)
{
	struct text version = elem_attr(root, "version");

	if (text_is(version, "1.0") || text_starts(version, TEXT("1.0.")))
		return true;
	struct finding *f = diag(d, LEVEL_ERROR, "CSL-03", root->pos,
	    version.n ? "written for another version of CSL: %.*s"
		      : "the version of CSL is not said%.*s",
	    TEXT_ARG(version));
	finding_hint(d, f, "version=\"1.0\" is read");
	return false;
}

bool
csl_is(const struct elem *root, const char *what, struct diag *d)
{
	if (text_is(root->name, what))
		return right_version(root, d);
	struct finding *f = diag(d, LEVEL_ERROR, "CSL-03", root->pos,
	    root->name.n ? "the root element is not <%s>: %.*s"
			 : "the root element is not the <%s> of CSL%.*s",
	    what, TEXT_ARG(root->name));
	if (text_is(root->name, "locale"))
		finding_hint(d, f, "this is a locale, the words of a language");
	else if (!root->name.n)
		finding_hint(d, f,
		    "CSL is xmlns=\"http://purl.org/net/xbiblio/csl\"");
	return false;
}

struct elem *
csl_parse(struct arena *a, const struct source *src, struct diag *d)
{
	struct reader r = {.a = a, .src = src, .chars = {.a = a}, .d = d};

	if (too_long(src, d))
		return NULL;
	r.xml = XML_ParserCreateNS("UTF-8", ' ');
	if (!r.xml)
		return NULL;
	XML_SetUserData(r.xml, &r);
	XML_SetElementHandler(r.xml, on_start, on_end);
	XML_SetCharacterDataHandler(r.xml, on_chars);
	XML_SetStartDoctypeDeclHandler(r.xml, on_doctype);
	bool fine = XML_Parse(r.xml, src->body.s ? src->body.s : "",
			(int)src->body.n, XML_TRUE)
	    == XML_STATUS_OK;
	if (!fine && !r.refused)
		diag(d, LEVEL_ERROR, "CSL-02", here(&r, false),
		    "broken XML: %s", XML_ErrorString(XML_GetErrorCode(r.xml)));
	XML_ParserFree(r.xml);
	return fine ? r.root : NULL;
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
		struct text path = text_fmt(a, "%.*s/locales-%.*s.xml",
		    TEXT_ARG(folder), TEXT_ARG(want[i]));
		const struct source *src = NULL;
		if (file_exists(a, path))
			src = file_read(a, path, path, (struct pos){0}, d);
		const struct elem *root = src ? csl_parse(a, src, d) : NULL;
		if (root && csl_is(root, "locale", d))
			style->locale[n++] = root;
		else if (i == 2 && !src)
			finding_hint(d,
			    diag(d, LEVEL_WARNING, "CSL-04", style->root->pos,
				"no locale: en-US"),
			    "install citation-style-language-locales");
	}
}
