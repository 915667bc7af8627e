/*
 * read.h - within load/: one reader a kind of file
 *
 * Codes besides yaml.h's, schema.h's and base/file.h's: PATH-01 a path leads
 * out of the project; CASE-07 there is no templates folder; SECT-01 no
 * such section; SECT-02 front matter; PROF-01 no such profile, PROF-02 a wrong
 * field in it; SHEET-01 no such sheet, SHEET-02 a wrong field, SHEET-03 not a
 * length; FONT-01 a font that is not installed, FONT-03 a wrong field of
 * fonts.yaml; REF-01.. references; CSL-01.. styles.
 */
#ifndef LOAD_READ_H
#define LOAD_READ_H

#include "model/kase.h"
#include "model/stage.h"

/* Where a run reads from. */
struct where {
	const struct places *places;
	struct text root; /* has templates/ and maybe fonts/ */
	struct text show; /* what shown names are relative to */
};

/* The folder upwards of `path` that has templates/, or "". */
struct text root_find(struct arena *a, struct text path);

/* The folder whose templates/ are read: what was asked for or the project, else
 * the installed one; "": there is none. */
struct text library_root(struct arena *a, const struct places *where,
    struct text project);

/* A YAML file as a whole; NULL after saying why. */
struct value *yaml_file(struct arena *a, struct text path, struct text name,
    struct pos asked, struct diag *d);

/* A file of Markdown, its front matter read and split off. */
struct template *template_read(struct arena *a, struct text path,
    struct text name, struct pos asked, struct diag *d);

struct template *template_of(struct arena *a, const struct source *src,
    struct diag *d);

struct profile *profile_read(struct arena *a, const struct where *w,
    struct text name, struct pos asked, struct diag *d);

struct sheet *sheet_read(struct arena *a, const struct where *w,
    struct text name, struct pos asked, struct diag *d);

struct fonts *fonts_read(struct arena *a, const struct where *w,
    struct diag *d);

/* The works of a text, a file, or a value, added to `into`.  In JSON strings
 * have CSL's markup, elsewhere they are Markdown. */
void references_read(struct arena *a, const struct source *src, bool json,
    struct references *into, struct diag *d);
void references_file(struct arena *a, struct text path, struct text name,
    struct pos asked, struct references *into, struct diag *d);
void references_value(struct arena *a, const struct value *list,
    struct references *into, struct diag *d);

/* All works of `from` (NULL is allowed) behind those of `into`; an id that is
 * there already is said, as when both are read into one list. */
void references_merge(struct arena *a, struct references *into,
    const struct references *from, struct diag *d);

#endif
