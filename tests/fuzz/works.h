/*
 * works.h - what the targets for lists of references have in common
 *
 * The properties: every fault has a code and a place within the file; a work
 * has an id; its words are well-formed UTF-8 and its dates possible; so is what
 * a style prints of it.
 */
#ifndef FUZZ_WORKS_H
#define FUZZ_WORKS_H

#include <stdlib.h>

#include "cite/disamb.h"
#include "cite/entry.h"
#include "cite/sort.h"
#include "load/csl.h"
#include "load/read.h"

static inline void
works_utf8(struct text t)
{
	if (text_bad_utf8(t) != t.n)
		abort();
}

static inline void
works_point(struct date_point p)
{
	if (p.month < 0 || p.month > 12 || p.day < 0 || p.day > 31
	    || p.season < 0 || p.season > 4)
		abort();
}

static inline void
works_check(const struct reference *r)
{
	if (!r->id.n)
		abort();
	works_utf8(r->id);
	for (size_t i = 0; i < r->fields.n; i++)
		works_utf8(r->fields.at[i].text);
	for (size_t i = 0; i < r->names.n; i++)
		for (size_t k = 0; k < r->names.at[i].n; k++) {
			works_utf8(r->names.at[i].at[k].family);
			works_utf8(r->names.at[i].at[k].given);
			works_utf8(r->names.at[i].at[k].literal);
		}
	for (size_t i = 0; i < r->dates.n; i++) {
		works_point(r->dates.at[i].from);
		works_point(r->dates.at[i].to);
		works_utf8(r->dates.at[i].literal);
	}
}

static inline void
works_faults(const struct diag *d)
{
	for (size_t i = 0; i < d->found.n; i++) {
		const struct finding *f = d->found.at[i];
		if (!f->code || !f->text.n)
			abort();
		if (f->at.src
		    && (size_t)f->at.off + f->at.len > f->at.src->body.n)
			abort();
	}
}

/* Cites each work twice and lists it; a print is checked, and kept in *all if
 * that is not NULL. */
static inline void
works_print(struct process *p, const struct out *o, struct buf *all)
{
	if (!o)
		return;
	struct flat f = flat_of(p->pass, p->rules->terms, o);
	struct text t = flat_html(p->pass, &f);
	works_utf8(t);
	if (all)
		buf_add(all, t);
}

static inline void
works_cite(struct process *p, const struct references *refs, struct buf *all)
{
	for (size_t i = 0; i < refs->all.n; i++) {
		struct work *w = work_new(p->a, p->rules, refs->all.at[i]);
		array_push(p->a, &p->works, w);
	}
	sort_works(p);
	disamb(p);
	for (size_t i = 0; i < 2 * p->works.n; i++) {
		struct cite_words c = {.work = p->works.at[i / 2],
		    .locator = TEXT("4-7")};
		struct cluster k = {.cites = &c,
		    .n = 1,
		    .note = (unsigned)i + 1,
		    .note_label = TEXT("note.1")};
		works_print(p, process_cluster(p, &k), all);
		arena_reset(p->pass);
	}
	for (size_t i = 0; i < p->works.n; i++) {
		works_print(p, entry_render(p, p->works.at[i]), all);
		arena_reset(p->pass);
	}
	sort_end(p);
}

static const char lists_style[] =
    "<style xmlns='http://purl.org/net/xbiblio/csl' class='in-text' "
    "version='1.0'><citation><layout><names variable='author editor'/>"
    "<date variable='issued' form='text'/><text variable='title' "
    "text-case='title' quotes='true'/><number variable='volume' "
    "form='ordinal'/><text variable='page'/></layout></citation>"
    "<bibliography><sort><key variable='author'/><key variable='issued'/>"
    "</sort><layout><names variable='author'><name name-as-sort-order='all' "
    "initialize-with='.'/></names><date variable='issued' form='numeric'/>"
    "<text variable='title' text-case='sentence'/><text variable='note'/>"
    "</layout></bibliography></style>";

/* A list of references as JSON or as YAML: read, then cited. */
static inline void
works_list(const uint8_t *data, size_t size, bool json)
{
	struct arena *a = arena_new(), *pass = arena_new();
	struct diag d = {.a = a};
	struct text body = {(const char *)data, size};
	struct source own = {.name = TEXT("style"), .body = TEXT(lists_style)};
	struct source src = {.name = TEXT("fuzz"),
	    .body = text_dup(a, text_sub(body, 0, text_bad_utf8(body)))};
	struct references refs = {0};

	references_read(a, &src, json, &refs, &d);
	works_faults(&d);
	for (size_t i = 0; i < refs.all.n; i++)
		works_check(refs.all.at[i]);
	struct style style = {.root = csl_parse(a, &own, &d),
	    .lang = TEXT("en-GB")};
	struct process p = {.a = a,
	    .pass = pass,
	    .rules = rules_new(a, &style, &d)};
	works_cite(&p, &refs, NULL);
	arena_free(pass);
	arena_free(a);
}

#endif
