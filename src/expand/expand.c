#include "expand/eval.h"
#include "expand/label.h"
#include "model/stage.h"

/*
 * The report template is run over the case, and what it includes with it; the
 * pieces go through Markdown (mark.c) and come back as one tree.
 */

const struct doc *
expand(struct arena *a, const struct library *lib, const struct kase *kase,
    const struct expand_options *o, struct diag *d)
{
	struct eval ev = {.a = a, .d = d, .lib = lib, .kase = kase};

	if (!lib || !kase || !kase->facts)
		return NULL;
	ev.profile = map_at(&lib->profiles, kase->profile);
	ev.draft = o && o->draft;
	ev.anonymised = o && o->anonymised;
	const struct template *report =
	    ev.profile ? map_at(&lib->templates, ev.profile->report) : NULL;
	if (!report) /* load has said so */
		return NULL;
	ev.tmp = arena_new();
	ev.globals = context_globals(&ev);
	ev.control = context_control(&ev);
	struct doc *doc = arena_make(a, struct doc);
	struct node *root = include_file(&ev, report, (struct pos){0}, true);
	include_prose_kinds(&ev, root);
	doc->root = root;
	doc->labels = label_map(a, root);
	arena_free(ev.tmp);
	return doc;
}
