/*
 * pdf_font.c - a face becomes a Type 0 font (ISO 32000-1, 9.7)
 *
 * Only the glyphs shown are embedded, renumbered from 0: keeping the font's
 * own numbers would let content be written in one pass, but makes a file five
 * times as large.  So the pages are read twice: once to see what is used, and
 * once, when the codes are known, to write.
 */
#include <string.h>

#include <hb-ot.h>
#include <hb-subset.h>

#include "base/uni.h"
#include "paint/cff.h"
#include "paint/pdf.h"

static int32_t
per_mille(const struct pdf_face *f, int64_t units)
{
	int64_t v = units * 2000 + (units < 0 ? -f->face->upem : f->face->upem);

	return (int32_t)(v / (2 * f->face->upem));
}

static bool
same_file(const struct face *a, const struct face *b)
{
	return a == b || (text_eq(a->path, b->path) && a->index == b->index);
}

static struct pdf_glyph *
add_glyph(struct pdf *p, struct pdf_face *f, uint16_t gid)
{
	struct pdf_glyph g = {.gid = gid};

	g.width = per_mille(f, hb_font_get_glyph_h_advance(f->face->font, gid));
	array_push(p->a, &f->glyphs, g);
	return &f->glyphs.at[f->glyphs.n - 1];
}

struct pdf_face *
pdf_face_at(struct pdf *p, struct face *face)
{
	for (size_t i = 0; i < p->faces.n; i++)
		if (same_file(p->faces.at[i]->face, face))
			return p->faces.at[i];
	if (!face_open(face))
		return NULL;
	struct pdf_face *f = arena_make(p->a, struct pdf_face);
	f->face = face;
	f->name = (unsigned)p->faces.n + 1;
	f->slot = arena_alloc(p->a, 0x10000 * sizeof(*f->slot));
	f->object = pdf_dict(p);
	add_glyph(p, f, 0);
	array_push(p->a, &p->faces, f);
	return f;
}

static uint32_t
pack(struct text t)
{
	uint32_t v = 0;

	if (t.n > 4)
		return 0;
	for (size_t i = 0; i < t.n; i++)
		v = v << 8 | (unsigned char)t.s[i];
	return v;
}

/* A reader who searches or copies wants a blank, whatever its kind. */
static struct text
spelling(struct text t)
{
	return text_is(t, "\302\240") ? TEXT(" ") : t;
}

/* The glyph's record, made if need be. */
static struct pdf_glyph *
glyph_at(struct pdf *p, struct pdf_face *f, uint16_t gid)
{
	if (gid == 0 || gid >= hb_face_get_glyph_count(f->face->hb))
		return &f->glyphs.at[0];
	if (f->slot[gid])
		return &f->glyphs.at[f->slot[gid]];
	f->slot[gid] = (uint16_t)f->glyphs.n;
	return add_glyph(p, f, gid);
}

/* A cluster of one glyph: the glyph says the cluster's text, unless it has
 * said something else before. */
static bool
use_single(struct pdf_glyph *g, struct text t)
{
	uint32_t packed = pack(t);

	if (g->packed && g->packed == packed)
		return true;
	t = spelling(t);
	if (!g->text.n) {
		g->text = t;
		g->packed = pack(t);
		return g->gid != 0;
	}
	return text_eq(g->text, t);
}

bool
pdf_face_use(struct pdf *p, struct pdf_face *f, const struct run *run)
{
	bool spelt = true;

	for (size_t i = 0; i < run->n; i++) {
		const struct glyph *g = &run->glyphs[i];
		struct pdf_glyph *to = glyph_at(p, f, g->gid);
		bool more = i + 1 < run->n && run->glyphs[i + 1].len == 0;
		if (g->len == 0 || more)
			spelt = false;
		else if (!use_single(to,
			     text_sub(run->text, g->text, g->text + g->len)))
			spelt = false;
	}
	return spelt;
}

/* A mark is moved to its letter, and readers put a blank where the pen jumps. */
static bool
is_mark(struct text t)
{
	size_t i = 0;

	return t.n && uni_class(text_next(t, &i)) == UNI_MARK;
}

/* The clusters from..to, once all glyphs have their texts: what a reader who
 * knows only the glyphs' texts will read. */
bool
pdf_face_spells(const struct pdf_face *f, const struct run *run, size_t from,
    size_t to)
{
	struct text rest = {0};

	for (size_t i = from; i < to; i++) {
		const struct glyph *g = &run->glyphs[i];
		struct text t = f->glyphs.at[f->slot[g->gid]].text;
		if (g->len) {
			if (rest.n)
				return false;
			rest = spelling(
			    text_sub(run->text, g->text, g->text + g->len));
		}
		if (!t.n || !text_starts(rest, t) || (!g->len && is_mark(t)))
			return false;
		rest = text_sub(rest, t.n, rest.n);
	}
	return !rest.n;
}

/* Glyphs that never stood for a cluster of their own (marks, parts of
 * decompositions): what the font's own map says of them, else ZERO WIDTH
 * SPACE, so that no glyph is without a meaning. */
static void
fill_texts(struct pdf *p, struct pdf_face *f)
{
	size_t missing = 0;
	hb_codepoint_t gid, cp = HB_SET_VALUE_INVALID;

	for (size_t i = 1; i < f->glyphs.n; i++)
		missing += !f->glyphs.at[i].text.n;
	if (!missing)
		return;
	hb_set_t *all = hb_set_create();
	hb_face_collect_unicodes(f->face->hb, all);
	while (missing && hb_set_next(all, &cp)) {
		if (!hb_font_get_nominal_glyph(f->face->font, cp, &gid)
		    || gid > 0xffff || !f->slot[gid])
			continue;
		struct pdf_glyph *g = &f->glyphs.at[f->slot[gid]];
		if (g->text.n)
			continue;
		char *s = arena_alloc(p->a, 4);
		g->text = (struct text){s, text_encode(cp, s)};
		missing--;
	}
	hb_set_destroy(all);
	for (size_t i = 1; i < f->glyphs.n; i++)
		if (!f->glyphs.at[i].text.n)
			f->glyphs.at[i].text = TEXT("\342\200\213");
}

/* What a PDF reader needs of a font are its outlines and their widths. */
static void
drop_tables(hb_subset_input_t *in)
{
	static const char drop[][5] = {"GSUB", "GPOS", "GDEF", "BASE", "JSTF",
	    "MATH", "cmap", "name", "post", "OS/2", "kern", "DSIG", "VORG",
	    "gasp", "FFTM", "PfEd", "TeX ", "meta", "STAT", "vhea", "vmtx"};
	hb_set_t *set = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);

	for (size_t i = 0; i < sizeof(drop) / sizeof(drop[0]); i++)
		hb_set_add(set, hb_tag_from_string(drop[i], 4));
}

/* NULL: HarfBuzz would not. */
static hb_subset_plan_t *
plan(struct pdf_face *f)
{
	hb_subset_input_t *in = hb_subset_input_create_or_fail();

	if (!in)
		return NULL;
	hb_set_t *set = hb_subset_input_glyph_set(in);
	for (size_t i = 0; i < f->glyphs.n; i++)
		hb_set_add(set, f->glyphs.at[i].gid);
	drop_tables(in);
	hb_subset_input_set_flags(in,
	    HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
	hb_subset_plan_t *made = hb_subset_plan_create_or_fail(f->face->hb, in);
	hb_subset_input_destroy(in);
	return made;
}

/* A code is the glyph's number in the subset; in a CFF font that is keyed by
 * CID it is the font's own CID, which a subset keeps. */
static void
set_codes(struct pdf_face *f, hb_subset_plan_t *made)
{
	const hb_map_t *map = hb_subset_plan_old_to_new_glyph_mapping(made);
	struct cids *cids = f->face->cff ? cids_open(f->face) : NULL;

	for (size_t i = 0; i < f->glyphs.n; i++) {
		struct pdf_glyph *g = &f->glyphs.at[i];
		g->code = cids ? cids_at(cids, g->gid)
			       : (uint16_t)hb_map_get(map, g->gid);
	}
	cids_close(cids);
}

/* "ABCDEF+Name" (9.6.4): the letters are a hash of the glyphs, so that the
 * same subset has the same name everywhere. */
static struct text
subset_name(struct pdf *p, const struct pdf_face *f)
{
	char tag[7] = "ABCDEF";
	struct buf b = {.a = p->a};

	for (size_t i = 0; i < f->glyphs.n; i++)
		buf_fmt(&b, "%u ", f->glyphs.at[i].gid);
	buf_add(&b, f->face->path);
	uint64_t hash = text_hash(buf_text(&b));
	for (size_t i = 0; i < 6; i++, hash /= 26)
		tag[i] = (char)('A' + hash % 26);
	b.n = 0;
	buf_fmt(&b, "%s+", tag);
	for (const char *s = f->face->ps; *s; s++)
		if (*s > ' ' && *s <= '~' && !strchr("()<>[]{}/%#", *s))
			buf_addc(&b, *s);
	return buf_text(&b);
}

static int
by_code(const void *a, const void *b)
{
	const struct pdf_glyph *x = a, *y = b;

	return (x->code > y->code) - (x->code < y->code);
}

/* 9.7.4.3: c [w1 w2 ...], one such group for each stretch of codes. */
static struct text
widths(struct pdf *p, const struct pdf_face *f)
{
	struct buf b = {.a = p->a};
	unsigned next = 0x10000;

	buf_add(&b, TEXT("/W["));
	for (size_t i = 0; i < f->glyphs.n; i++) {
		const struct pdf_glyph *g = &f->glyphs.at[i];
		if (g->code == next)
			buf_fmt(&b, " %d", g->width);
		else
			buf_fmt(&b, "%s%u[%d", i ? "]" : "", g->code, g->width);
		next = g->code + 1u;
	}
	buf_add(&b, TEXT("]]"));
	return buf_text(&b);
}

/* 9.10.3; at most 100 entries a block, as Adobe's CMap format asks. */
static struct text
to_unicode(struct pdf *p, const struct pdf_face *f)
{
	struct buf b = {.a = p->a};
	size_t n = f->glyphs.n;

	buf_add(&b,
	    TEXT("/CIDInit/ProcSet findresource begin\n12 dict begin\n"
		 "begincmap\n/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)"
		 "/Supplement 0>>def\n/CMapName/Adobe-Identity-UCS def\n"
		 "/CMapType 2 def\n1 begincodespacerange\n<0000><FFFF>\n"
		 "endcodespacerange\n"));
	for (size_t i = 1; i < n; i++) {
		if (i % 100 == 1)
			buf_fmt(&b, "%zu beginbfchar\n",
			    n - i < 100 ? n - i : 100);
		buf_fmt(&b, "<%04X><", f->glyphs.at[i].code);
		pdf_utf16(&b, f->glyphs.at[i].text);
		buf_add(&b, TEXT(">\n"));
		if (i % 100 == 0 || i + 1 == n)
			buf_add(&b, TEXT("endbfchar\n"));
	}
	buf_add(&b,
	    TEXT("endcmap\nCMapName currentdict/CMap defineresource pop\n"
		 "end\nend\n"));
	return buf_text(&b);
}

static HPDF_Dict
font_file(struct pdf *p, const struct pdf_face *f, hb_face_t *subset)
{
	hb_blob_t *blob = f->face->cff
	    ? hb_face_reference_table(subset, HB_TAG('C', 'F', 'F', ' '))
	    : hb_face_reference_blob(subset);
	unsigned n;
	const char *bytes = hb_blob_get_data(blob, &n);
	HPDF_Dict file = pdf_stream(p, (struct text){bytes, n}, true);

	if (f->face->cff)
		pdf_raw(p, file, TEXT("/Subtype/CIDFontType0C"));
	else
		pdf_rawf(p, file, "/Length1 %u", n);
	hb_blob_destroy(blob);
	return file;
}

/* 9.8.1.  The box is that of the `head` table. */
static HPDF_Dict
descriptor(struct pdf *p, const struct pdf_face *f, struct text name,
    hb_face_t *subset)
{
	HPDF_Dict d = pdf_dict(p);
	hb_blob_t *head =
	    hb_face_reference_table(f->face->hb, HB_TAG('h', 'e', 'a', 'd'));
	unsigned n;
	const uint8_t *at = (const uint8_t *)hb_blob_get_data(head, &n);
	int box[4] = {0};
	int slant =
	    (int)hb_style_get_value(f->face->font, HB_STYLE_TAG_SLANT_ANGLE);

	for (unsigned i = 0; i < 4 && n >= 54; i++)
		box[i] = per_mille(f,
		    (int16_t)(at[36 + 2 * i] << 8 | at[37 + 2 * i]));
	hb_blob_destroy(head);
	pdf_rawf(p, d,
	    "/Type/FontDescriptor/FontName/%.*s/Flags %d"
	    "/FontBBox[%d %d %d %d]/ItalicAngle %d/Ascent %d/Descent %d"
	    "/CapHeight %d/StemV 80",
	    TEXT_ARG(name), slant ? 68 : 4, box[0], box[1], box[2], box[3],
	    slant, per_mille(f, f->face->ascent),
	    per_mille(f, f->face->descent), per_mille(f, f->face->cap_height));
	HPDF_Dict_Add(d, f->face->cff ? "FontFile3" : "FontFile2",
	    font_file(p, f, subset));
	return d;
}

static void
write_font(struct pdf *p, struct pdf_face *f, hb_face_t *subset)
{
	struct text name = subset_name(p, f);
	HPDF_Dict cid = pdf_dict(p);

	pdf_rawf(p, cid,
	    "/Type/Font/Subtype/%s/BaseFont/%.*s/CIDSystemInfo<<"
	    "/Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 0%s",
	    f->face->cff ? "CIDFontType0" : "CIDFontType2", TEXT_ARG(name),
	    f->face->cff ? "" : "/CIDToGIDMap/Identity");
	pdf_raw(p, cid, widths(p, f));
	HPDF_Dict_Add(cid, "FontDescriptor", descriptor(p, f, name, subset));
	pdf_rawf(p, f->object,
	    "/Type/Font/Subtype/Type0/BaseFont/%.*s/Encoding/Identity-H"
	    "/DescendantFonts[%u 0 R]",
	    TEXT_ARG(name), pdf_ref(cid));
	HPDF_Dict_Add(f->object, "ToUnicode",
	    pdf_stream(p, to_unicode(p, f), true));
}

/* Sorting by code moves the glyphs: slots follow. */
static void
sort_glyphs(struct pdf_face *f)
{
	qsort(f->glyphs.at, f->glyphs.n, sizeof(f->glyphs.at[0]), by_code);
	for (size_t i = 0; i < f->glyphs.n; i++)
		f->slot[f->glyphs.at[i].gid] = (uint16_t)i;
}

/* OS/2.fsType (OpenType 1.9): bits 0..3 equal to 2 forbid embedding, bit 8
 * forbids subsets, bit 9 asks for bitmaps. */
static bool
may_embed(const struct face *face)
{
	hb_blob_t *os2 =
	    hb_face_reference_table(face->hb, HB_TAG('O', 'S', '/', '2'));
	unsigned n;
	const uint8_t *at = (const uint8_t *)hb_blob_get_data(os2, &n);
	unsigned type = n >= 10 ? (unsigned)(at[8] << 8 | at[9]) : 0;

	hb_blob_destroy(os2);
	return (type & 0xf) != 2 && !(type & 0x300);
}

void
pdf_face_embed(struct pdf *p, struct pdf_face *f)
{
	hb_subset_plan_t *made = plan(f);
	hb_face_t *subset = made ? hb_subset_plan_execute_or_fail(made) : NULL;

	if (!may_embed(f->face))
		diag(p->d, LEVEL_ERROR, "OUT-04", (struct pos){0},
		    "the font's licence forbids to embed it: %.*s",
		    TEXT_ARG(f->face->name));
	if (subset) {
		set_codes(f, made);
		fill_texts(p, f);
		sort_glyphs(f);
		write_font(p, f, subset);
	} else {
		diag(p->d, LEVEL_ERROR, "OUT-04", (struct pos){0},
		    "the font cannot be embedded: %.*s",
		    TEXT_ARG(f->face->path));
	}
	hb_face_destroy(subset);
	hb_subset_plan_destroy(made);
}
