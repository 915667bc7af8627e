#include "expand/eval.h"
#include "model/stage.h"

/*
 * The template is run as for a report, but nothing is read as Markdown: an
 * included file adds its pieces to those of the file that includes it.
 */

static enum passage_kind
kind_of(enum piece_kind kind)
{
	switch (kind) {
	case PIECE_VALUE:
		return PASSAGE_VALUE;
	case PIECE_PROSE:
		return PASSAGE_PROSE;
	case PIECE_MISSING:
		return PASSAGE_MISSING;
	case PIECE_SOURCE:
	case PIECE_BLOCKS: /* there are none when only text is wanted */
		break;
	}
	return PASSAGE_WORDS;
}

const struct script *
render(struct arena *a, const struct library *lib, const struct kase *kase,
    const struct expand_options *o, struct diag *d)
{
	struct eval ev = {.a = a, .d = d, .lib = lib, .kase = kase};
	struct pieces pieces = {{0}};

	if (!lib || !kase || !kase->facts)
		return NULL;
	ev.profile = map_at(&lib->profiles, kase->profile);
	ev.draft = o && o->draft;
	ev.anonymised = o && o->anonymised;
	ev.text_only = true;
	const struct template *t =
	    ev.profile ? map_at(&lib->templates, ev.profile->report) : NULL;
	if (!t) /* load has said so */
		return NULL;
	ev.globals = context_globals(&ev);
	ev.control = context_control(&ev);
	include_pieces(&ev, t, (struct pos){0}, true, &pieces);

	struct script *s = arena_make(a, struct script);
	for (size_t i = 0; i < ev.files.n; i++)
		array_push(a, &s->files, ev.files.at[i]);
	for (size_t i = 0; i < pieces.p.n; i++) {
		const struct piece *p = &pieces.p.at[i];
		struct passage out = {kind_of(p->kind), p->text, p->pos,
		    p->fact, p->reads, p->control};
		array_push(a, &s->passages, out);
	}
	return s;
}
