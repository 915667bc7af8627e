/*
 * shape.c - words to glyphs, by HarfBuzz, in font units
 *
 * A word is cut where the face or the script changes: each character is set in
 * the family of the text if it has it, else in the first family of the fallback
 * chain that does.  Language and script are told to HarfBuzz, never guessed:
 * its guess asks the locale.
 */
#include <hb-ot.h>
#include <string.h>

#include "base/uni.h"
#include "layout/set.h"

struct shaper {
	hb_buffer_t *buffer;
};

/* A stretch of a word in one face and script. */
struct stretch {
	struct face *face;
	bool missing; /* no face has what is in it */
	hb_script_t script;
	size_t from, to;
};

/* What is being shaped: `set` is the word as it is drawn (capitals), `was`
 * leads from its bytes back to the word's; NULL: they are the same. */
struct shaping {
	struct setter *s;
	const struct dress *dress;
	struct text set;
	const uint32_t *was;
	bool rtl;
	struct pos at;
	struct shaped *first, *last;
};

struct shaper *
shaper_new(struct arena *a)
{
	struct shaper *s = arena_make(a, struct shaper);

	s->buffer = hb_buffer_create();
	return s;
}

void
shaper_free(struct shaper *s)
{
	hb_buffer_destroy(s->buffer);
	s->buffer = NULL;
}

/* The style's face of a family, or the nearest one that is there. */
static struct face *
face_of(const struct family *f, unsigned style)
{
	struct face *face = f->face[style];

	if (!face || !face_open(face))
		face = f->face[style & FACE_BOLD];
	if (!face || !face_open(face))
		face = f->face[FACE_REGULAR];
	return face && face_open(face) ? face : NULL;
}

struct face *
dress_face(const struct dress *dress)
{
	return face_of(dress->family, dress->face);
}

bool
face_has_smallcaps(const struct face *face)
{
	const hb_tag_t want[] = {HB_TAG('s', 'm', 'c', 'p'), HB_TAG_NONE};
	hb_set_t *lookups = hb_set_create();

	hb_ot_layout_collect_lookups(face->hb, HB_OT_TAG_GSUB, NULL, NULL, want,
	    lookups);
	bool has = !hb_set_is_empty(lookups);
	hb_set_destroy(lookups);
	return has;
}

/* Blanks and the no-break hyphen are made of others by HarfBuzz. */
static bool
covers(struct face *face, uint32_t cp)
{
	if (face_covers(face, cp))
		return true;
	if (cp == 0x2011)
		return face_covers(face, 0x2010);
	return uni_class(cp) == UNI_SPACE && face_covers(face, ' ');
}

static struct face *
choose(const struct setter *s, const struct dress *dress, uint32_t cp)
{
	struct face *face = dress_face(dress);

	if (face && covers(face, cp))
		return face;
	const struct fonts *fonts = s->lib->fonts;
	for (size_t i = 0; i < fonts->fallback.n; i++) {
		face = face_of(fonts->fallback.at[i], dress->face);
		if (face && covers(face, cp))
			return face;
	}
	return NULL;
}

static void
no_glyph(struct setter *s, uint32_t cp, struct pos at)
{
	struct text key = text_fmt(s->a, "U+%04X", (unsigned)cp);
	char word[4];
	size_t n = text_encode(cp, word);

	if (map_put(s->a, &s->missing, key, s))
		return;
	struct finding *f = diag(s->d, LEVEL_ERROR, "FONT-02", at,
	    "no font has this character: %.*s (%.*s)", (int)n, word,
	    TEXT_ARG(key));
	finding_hint(s->d, f,
	    "add a family that has it to fonts.yaml, under fallback");
}

static unsigned
features(unsigned flags, hb_feature_t out[4])
{
	static const struct {
		unsigned flag, unless;
		char name[5];
	} rows[] = {{TYPE_SMALLCAPS, 0, "smcp"}, {TYPE_OLDSTYLE, 0, "onum"},
	    {TYPE_TABULAR, 0, "tnum"}, {TYPE_TABULAR, TYPE_OLDSTYLE, "lnum"}};
	unsigned n = 0;

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if ((flags & rows[i].flag) && !(flags & rows[i].unless))
			hb_feature_from_string(rows[i].name, 4, &out[n++]);
	return n;
}

/* The byte after the cluster that begins at c. */
static uint32_t
cluster_end(const hb_glyph_info_t *info, unsigned n, unsigned i, bool rtl,
    uint32_t to)
{
	uint32_t c = info[i].cluster;

	if (rtl) {
		while (i > 0 && info[i].cluster == c)
			i--;
	} else {
		while (i + 1 < n && info[i].cluster == c)
			i++;
	}
	return info[i].cluster > c ? info[i].cluster : to;
}

static void
collect(struct shaping *sh, const struct stretch *st)
{
	hb_buffer_t *b = sh->s->shaper->buffer;
	struct arena *a = sh->s->a;
	unsigned n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, &n);
	struct shaped *out = arena_make(a, struct shaped);
	struct shaped_glyph *g = arena_alloc(a, (n + 1) * sizeof(*g));
	int32_t pen = 0;

	for (unsigned i = 0; i < n; i++) {
		uint32_t c = info[i].cluster;
		uint32_t end =
		    cluster_end(info, n, i, sh->rtl, (uint32_t)st->to);
		bool first = i == 0 || info[i - 1].cluster != c;
		if (sh->was) {
			c = sh->was[c];
			end = sh->was[end];
		}
		g[i] = (struct shaped_glyph){(uint16_t)info[i].codepoint,
		    first ? (uint16_t)(end - c) : 0, c, pen, pos[i].x_offset,
		    pos[i].y_offset};
		pen += pos[i].x_advance;
	}
	g[n].pen = pen;
	*out = (struct shaped){st->face, sh->rtl, n, g, NULL};
	if (sh->last)
		sh->last->next = out;
	else
		sh->first = out;
	sh->last = out;
}

static void
shape_stretch(struct shaping *sh, const struct stretch *st)
{
	hb_buffer_t *b = sh->s->shaper->buffer;
	hb_feature_t feature[4];
	unsigned n = features(sh->dress->features, feature);
	struct text lang = sh->dress->lang;

	if (!st->face || st->to == st->from)
		return;
	hb_buffer_clear_contents(b);
	hb_buffer_add_utf8(b, sh->set.s, (int)sh->set.n, (unsigned)st->from,
	    (int)(st->to - st->from));
	hb_buffer_set_script(b, st->script);
	hb_buffer_set_language(b,
	    hb_language_from_string(lang.n ? lang.s : "en",
		lang.n ? (int)lang.n : 2));
	hb_buffer_set_direction(b,
	    sh->rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_cluster_level(b,
	    sh->rtl ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS
		    : HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_shape(st->face->font, b, feature, n);
	collect(sh, st);
}

/* The script of cp, or `before` where it takes its neighbour's. */
static hb_script_t
script_of(uint32_t cp, hb_script_t before)
{
	hb_script_t s = hb_unicode_script(hb_unicode_funcs_get_default(), cp);

	if (s == HB_SCRIPT_COMMON || s == HB_SCRIPT_INHERITED
	    || s == HB_SCRIPT_UNKNOWN)
		return before;
	return s;
}

/* Marks, joiners and what is never drawn stay with what they follow. */
static bool
stays(const struct stretch *st, uint32_t cp)
{
	if (uni_is_invisible(cp))
		return true;
	return st->face && uni_class(cp) == UNI_MARK
	    && face_covers(st->face, cp);
}

/* Leading punctuation takes the script of the first letter. */
static void
shape_all(struct shaping *sh)
{
	struct stretch st = {.script = HB_SCRIPT_COMMON};

	for (size_t i = 0; i < sh->set.n;) {
		size_t from = i;
		uint32_t cp = text_next(sh->set, &i);
		hb_script_t script = script_of(cp, st.script);
		struct face *face = st.face;
		bool lead = st.script == HB_SCRIPT_COMMON;
		bool fresh = !st.face && !st.missing;
		if (!stays(&st, cp)) {
			face = choose(sh->s, sh->dress, cp);
			st.missing = !face;
			if (!face)
				no_glyph(sh->s, cp, sh->at);
		}
		if (!fresh
		    && (face != st.face || (script != st.script && !lead))) {
			if (st.script == HB_SCRIPT_COMMON)
				st.script = HB_SCRIPT_LATIN;
			shape_stretch(sh, &st);
			st.from = from;
		}
		st.face = face;
		st.script = script;
		st.to = i;
	}
	if (st.script == HB_SCRIPT_COMMON)
		st.script = HB_SCRIPT_LATIN;
	shape_stretch(sh, &st);
}

/* Capitals, and for each of their bytes the byte of the word. */
static void
raise_case(struct shaping *sh, struct text word)
{
	struct buf out = {.a = sh->s->scratch};
	uint32_t *was =
	    arena_alloc(sh->s->scratch, (4 * word.n + 1) * sizeof(*was));

	for (size_t i = 0; i < word.n;) {
		size_t from = i, n = out.n;
		buf_cp(&out, uni_to_upper(text_next(word, &i)));
		for (; n < out.n; n++)
			was[n] = (uint32_t)from;
	}
	was[out.n] = (uint32_t)word.n;
	sh->set = buf_text(&out);
	sh->was = was;
}

const struct shaped *
shape(struct setter *s, const struct dress *dress, struct text word, bool rtl,
    struct pos at)
{
	struct shaping sh = {.s = s,
	    .dress = dress,
	    .set = word,
	    .rtl = rtl,
	    .at = at};

	if (dress->features & TYPE_UPPER)
		raise_case(&sh, word);
	shape_all(&sh);
	return sh.first;
}
