/*
 * shape.c - words to glyphs, each distinct word once
 *
 * HarfBuzz shapes a word in font units, so that one entry of the cache serves
 * every size.  The cache belongs to one report.  A word is cut where the face
 * changes: each character is set in the family of the text if it has it, else
 * in the first family of the fallback chain that does.
 */
#include <hb-ot.h>
#include <string.h>

#include "base/uni.h"
#include "layout/set.h"

struct shaper {
	hb_buffer_t *buffer;
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

/* Characters that are instructions, not ink: they ask for no glyph. */
static bool
invisible(uint32_t cp)
{
	return cp == 0xad || cp == 0x200b || cp == 0x200c || cp == 0x200d
	    || cp == 0x200e || cp == 0x200f || cp == 0x2060 || cp == 0xfeff
	    || (cp >= 0x202a && cp <= 0x202e) || (cp >= 0x2066 && cp <= 0x2069)
	    || (cp >= 0xfe00 && cp <= 0xfe0f);
}

static struct face *
choose(struct setter *s, const struct look *st, uint32_t cp)
{
	struct face *face = face_of(st->family, st->face);

	if (face && face_covers(face, cp))
		return face;
	const struct fonts *fonts = s->lib->fonts;
	for (size_t i = 0; i < fonts->fallback.n; i++) {
		face = face_of(fonts->fallback.at[i], st->face);
		if (face && face_covers(face, cp))
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
features(const struct look *st, struct face *face, hb_feature_t out[4])
{
	unsigned n = 0;

	(void)face;
	if (st->features & TYPE_SMALLCAPS)
		hb_feature_from_string("smcp", 4, &out[n++]);
	if (st->features & TYPE_OLDSTYLE)
		hb_feature_from_string("onum", 4, &out[n++]);
	if (st->features & TYPE_TABULAR) {
		hb_feature_from_string("tnum", 4, &out[n++]);
		hb_feature_from_string("lnum", 4, &out[n++]);
	}
	return n;
}

static struct shaped *
collect(struct setter *s, struct face *face, struct text word, uint32_t from,
    uint32_t to)
{
	struct shaped *out = arena_make(s->a, struct shaped);
	hb_buffer_t *b = s->shaper->buffer;
	unsigned n;
	const hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
	const hb_glyph_position_t *pos = hb_buffer_get_glyph_positions(b, &n);
	struct shaped_glyph *g =
	    arena_alloc(s->a, (n + 1) * sizeof(struct shaped_glyph));
	int32_t x = 0;
	bool rtl = HB_DIRECTION_IS_BACKWARD(hb_buffer_get_direction(b));

	for (unsigned i = 0; i < n; i++) {
		uint32_t c = info[i].cluster, end = to;
		for (unsigned k = 0; k < n; k++)
			if (info[k].cluster > c && info[k].cluster < end)
				end = info[k].cluster;
		bool first = rtl ? i + 1 == n || info[i + 1].cluster != c
				 : i == 0 || info[i - 1].cluster != c;
		g[i].gid = (uint16_t)info[i].codepoint;
		g[i].text = c;
		g[i].len = first ? (uint16_t)(end - c) : 0;
		g[i].x = x + pos[i].x_offset;
		g[i].y = pos[i].y_offset;
		g[i].advance = pos[i].x_advance;
		x += pos[i].x_advance;
	}
	out->face = face;
	out->rtl = rtl;
	out->from = from;
	out->len = to - from;
	out->glyphs = g;
	out->n = n;
	out->width = x;
	(void)word;
	return out;
}

/* The bytes [from, to) of the word, in one face. */
static struct shaped *
shape_piece(struct setter *s, const struct look *st, struct face *face,
    struct text word, uint32_t from, uint32_t to, bool rtl)
{
	hb_buffer_t *b = s->shaper->buffer;
	hb_feature_t feature[4];
	unsigned n = features(st, face, feature);

	hb_buffer_clear_contents(b);
	hb_buffer_add_utf8(b, word.s, (int)word.n, from, (int)(to - from));
	hb_buffer_guess_segment_properties(b);
	hb_buffer_set_direction(b, rtl ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
	hb_buffer_set_cluster_level(b,
	    rtl ? HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS
		: HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES);
	hb_shape(face->font, b, feature, n);
	return collect(s, face, word, from, to);
}

/* Ends the piece at each change of face; marks stay with their base. */
static const struct shaped *
shape_word(struct setter *s, const struct look *st, struct text word, bool rtl,
    struct pos at)
{
	struct shaped *first = NULL, *last = NULL;
	struct face *face = NULL;
	size_t from = 0, i = 0, end = 0;

	for (;;) {
		size_t was = i;
		uint32_t cp = i < word.n ? text_next(word, &i) : 0;
		struct face *now = face;
		bool stop = was == word.n;
		if (!stop && !invisible(cp)
		    && !(face && uni_class(cp) == UNI_MARK
			&& face_covers(face, cp)))
			now = choose(s, st, cp);
		if (!stop && !now && !invisible(cp))
			no_glyph(s, cp, at);
		if (stop || now != face) {
			if (face && end > from) {
				struct shaped *p = shape_piece(s, st, face,
				    word, (uint32_t)from, (uint32_t)end, rtl);
				if (last)
					last->next = p;
				else
					first = p;
				last = p;
			}
			from = was;
			face = now;
		}
		if (stop)
			return first;
		end = i;
	}
}

const struct shaped *
word_shape(struct setter *s, const struct look *st, struct text word, bool rtl,
    struct text lang, struct pos at)
{
	struct buf key = {.a = s->a};
	char head[4] = {(char)('0' + st->face),
	    (char)('0' + (st->features >> 2 & 0x3f)), rtl ? 'r' : 'l', ' '};
	static const struct shaped nothing;
	union {
		const struct shaped *in;
		void *out; /* a map keeps what it is given */
	} u;

	(void)lang;
	buf_add(&key, st->family->name);
	buf_add(&key, (struct text){head, 4});
	buf_add(&key, word);
	const struct shaped *old = map_at(&s->words, buf_text(&key));
	if (old)
		return old == &nothing ? NULL : old;
	struct text set =
	    st->features & TYPE_UPPER ? uni_upper(s->a, word) : word;
	const struct shaped *p =
	    shape_word(s, st, text_dup(s->a, set), rtl, at);
	u.in = p ? p : &nothing;
	map_put(s->a, &s->words, buf_text(&key), u.out);
	return p;
}
