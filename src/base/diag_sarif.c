/*
 * diag_sarif.c - findings as SARIF 2.1.0 (OASIS), for editors and forges
 *
 * One run; a rule for each code that was found, with the words of the
 * catalogue.  Regions count code points from 1 and end at the first that is
 * not meant (3.30).  Names of files are URIs relative to %SRCROOT%.
 *
 * A fingerprint is of the code, the file, the words and the line as it is
 * written, not of its number: what is added above does not make a fault a new
 * one.  Equal ones are told apart by their order.
 */
#include "base/catalogue.h"
#include "base/diag_format.h"
#include "base/map.h"
#include "base/quote.h"
#include "base/sha256.h"

#define SCHEMA                                                                \
	"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/" \
	"sarif-schema-2.1.0.json"

struct sarif {
	const struct report *r;
	struct buf b;
	struct map rules; /* code -> its index, from 1, as a text */
	struct map seen;  /* fingerprint -> how often, as a text */
	ARRAY(const char *) codes;
};

static void
member(struct buf *b, const char *key, struct text t)
{
	buf_fmt(b, "\"%s\":", key);
	quote_json(b, t);
}

static const char *
level_word(enum level level)
{
	static const char *const words[LEVEL_COUNT] = {"note", "warning",
	    "error", "error"};

	return words[level];
}

/* RFC 3986: what is not unreserved, nor parts a path, is written in hex. */
static struct text
uri(struct arena *a, struct text path)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < path.n; i++) {
		unsigned char c = (unsigned char)path.s[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
		    || (c >= '0' && c <= '9') || (c && strchr("-._~/", c));
		if (plain)
			buf_addc(&b, path.s[i]);
		else
			buf_fmt(&b, "%%%02X", c);
	}
	return buf_text(&b);
}

static void
location(struct sarif *s, struct pos at, const struct region *g)
{
	struct buf *b = &s->b;
	struct text name = at.src->name;

	buf_add(b, TEXT("\"physicalLocation\":{\"artifactLocation\":{"));
	if (text_starts(name, TEXT("/")))
		name = text_join(s->r->a, TEXT("file://"), uri(s->r->a, name));
	else
		name = uri(s->r->a, name);
	member(b, "uri", name);
	if (!text_starts(name, TEXT("file:")))
		buf_add(b, TEXT(",\"uriBaseId\":\"%SRCROOT%\""));
	buf_fmt(b,
	    "},\"region\":{\"startLine\":%u,\"startColumn\":%u,"
	    "\"endLine\":%u,\"endColumn\":%u}}",
	    g->line, g->col, g->end_line, g->end_col);
}

static void
related_one(struct sarif *s, unsigned *n, struct pos at, struct text words)
{
	struct region g = region_of(s->r->cursor, at);

	buf_add(&s->b, *n ? TEXT(",{") : TEXT(",\"relatedLocations\":[{"));
	buf_fmt(&s->b, "\"id\":%u,", ++*n);
	location(s, at, &g);
	buf_add(&s->b, TEXT(",\"message\":{"));
	member(&s->b, "text", words);
	buf_add(&s->b, TEXT("}}"));
}

static void
related(struct sarif *s, const struct place *p)
{
	struct pos up = p->at;
	unsigned n = 0;

	for (const struct remark *k = p->f->remarks; k; k = k->next) {
		struct pos at = pos_file(k->at);
		if (at.src)
			related_one(s, &n, at,
			    text_fmt(s->r->a, "%s%s%.*s", k->label,
				k->text.n ? ": " : "", TEXT_ARG(k->text)));
	}
	for (unsigned i = 0; i < PLACE_DEPTH && place_up(&up); i++)
		related_one(s, &n, up, TEXT("included from"));
	buf_add(&s->b, n ? TEXT("]") : TEXT(""));
}

/* The words, the way out, and what is remarked of no place. */
static struct text
message(struct arena *a, const struct finding *f)
{
	struct buf b = {.a = a};

	buf_add(&b, f->text);
	if (f->hint.n)
		buf_fmt(&b, " (%.*s)", TEXT_ARG(f->hint));
	for (const struct remark *k = f->remarks; k; k = k->next)
		if (!k->at.src)
			buf_fmt(&b, "\n%s: %.*s", k->label, TEXT_ARG(k->text));
	return buf_text(&b);
}

enum { AROUND = 128 }; /* bytes: a line can be a book */

/* The line of the fault as far as it is near. */
static struct text
line_near(const struct place *p)
{
	struct text b = p->at.src->body;
	size_t off = p->at.off < b.n ? p->at.off : b.n;
	size_t from = p->r.start, to = text_findc(b, off, '\n');

	if (from + AROUND < off)
		from = off - AROUND;
	if (to > off + AROUND)
		to = off + AROUND;
	return text_trim(text_sub(b, from, to));
}

static void
fingerprint(struct sarif *s, const struct place *p)
{
	struct arena *a = s->r->a;
	struct text name = p->at.src ? p->at.src->name : TEXT("");
	struct text line = p->at.src ? line_near(p) : TEXT("");
	struct text whole = text_fmt(a, "%s\n%.*s\n%.*s\n%.*s", p->f->code,
	    TEXT_ARG(name), TEXT_ARG(p->f->text), TEXT_ARG(line));
	struct text hash = text_sub(sha256_hex(a, whole), 0, 32);
	void **slot = map_slot(a, &s->seen, hash);

	if (!*slot)
		*slot = arena_make(a, unsigned);
	unsigned *n = *slot;
	buf_fmt(&s->b, ",\"partialFingerprints\":{\"peritus/v1\":\"%.*s:%u\"}",
	    TEXT_ARG(hash), ++*n);
}

static unsigned
rule_of(struct sarif *s, const char *code)
{
	void **slot = map_slot(s->r->a, &s->rules, text_of(code));

	if (!*slot) {
		unsigned *n = arena_make(s->r->a, unsigned);
		*n = (unsigned)s->codes.n;
		*slot = n;
		array_push(s->r->a, &s->codes, code);
	}
	return *(unsigned *)*slot;
}

static void
result(struct sarif *s, const struct place *p)
{
	struct buf *b = &s->b;

	buf_addc(b, '{');
	member(b, "ruleId", text_of(p->f->code));
	buf_fmt(b, ",\"ruleIndex\":%u,\"level\":\"%s\",\"message\":{",
	    rule_of(s, p->f->code), level_word(p->f->level));
	member(b, "text", message(s->r->a, p->f));
	buf_addc(b, '}');
	if (p->at.src) {
		buf_add(b, TEXT(",\"locations\":[{"));
		location(s, p->at, &p->r);
		buf_add(b, TEXT("}]"));
	}
	related(s, p);
	fingerprint(s, p);
	buf_fmt(b, ",\"properties\":{\"level\":\"%s\"",
	    level_name(p->f->level));
	for (size_t i = 0; i < p->f->cases.n; i++) {
		buf_add(b, i ? TEXT(",") : TEXT(",\"cases\":["));
		quote_json(b, p->f->cases.at[i]);
	}
	buf_add(b, p->f->cases.n ? TEXT("]}}") : TEXT("}}"));
}

static void
rule(struct sarif *s, const char *code)
{
	const struct explanation *e = catalogue_at(text_of(code));
	struct buf *b = &s->b;

	buf_addc(b, '{');
	member(b, "id", text_of(code));
	if (e) {
		buf_add(b, TEXT(",\"shortDescription\":{"));
		member(b, "text", text_of(e->title));
		buf_add(b, TEXT("},\"fullDescription\":{"));
		member(b, "text", text_of(e->means));
		buf_add(b, TEXT("},\"help\":{"));
		member(b, "text", text_of(e->fix));
		buf_fmt(b, "},\"defaultConfiguration\":{\"level\":\"%s\"}",
		    level_word(e->level));
	}
	buf_addc(b, '}');
}

void
diag_sarif(const struct report *r)
{
	struct sarif s = {.r = r, .b = {.a = r->a}};
	const char *version = r->look->version;

	for (size_t i = 0; i < r->n; i++) {
		buf_add(&s.b, i ? TEXT(",\n") : TEXT("\n"));
		result(&s, &r->at[i]);
	}
	struct buf results = s.b;
	s.b = (struct buf){.a = r->a};
	buf_fmt(&s.b,
	    "{\"$schema\":\"" SCHEMA "\",\n\"version\":\"2.1.0\",\n"
	    "\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\n"
	    "\"tool\":{\"driver\":{\"name\":\"peritus\",");
	if (version) {
		member(&s.b, "version", text_of(version));
		buf_addc(&s.b, ',');
	}
	buf_add(&s.b, TEXT("\"rules\":["));
	for (size_t i = 0; i < s.codes.n; i++) {
		buf_add(&s.b, i ? TEXT(",\n") : TEXT("\n"));
		rule(&s, s.codes.at[i]);
	}
	buf_add(&s.b, TEXT("]}},\n\"results\":["));
	buf_add(&s.b, buf_text(&results));
	buf_add(&s.b, TEXT("]}]}\n"));
	fwrite(s.b.at, 1, s.b.n, r->out);
}
