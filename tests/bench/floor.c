/*
 * floor.c - the physical floor under one report: what no program that makes
 * the same file can leave out
 *
 *   floor WORDS STREAMS OUT
 *
 * WORDS holds lines "PATH<tab>WORD": each distinct word of the report with the
 * file of its face.  STREAMS holds the report's page contents, uncompressed,
 * each after its length in decimal and a line end.  It shapes the words,
 * deflates the streams, subsets the fonts to the glyphs of the words, deflates
 * those and writes all of it to OUT.  Prints nothing: it is timed from outside,
 * as a fresh process.
 */
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <libdeflate.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FACES = 32, LEVEL = 6 };

struct face {
	char path[512];
	hb_face_t *face;
	hb_font_t *font;
	hb_set_t *glyphs;
};

struct floor {
	struct face faces[FACES];
	int nfaces;
	struct libdeflate_compressor *z;
	FILE *out;
};

static struct face *
face_for(struct floor *f, const char *path)
{
	for (int i = 0; i < f->nfaces; i++)
		if (strcmp(f->faces[i].path, path) == 0)
			return &f->faces[i];
	if (f->nfaces == FACES)
		exit(2);
	struct face *x = &f->faces[f->nfaces++];
	snprintf(x->path, sizeof(x->path), "%s", path);
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	if (!blob)
		exit(2);
	x->face = hb_face_create(blob, 0);
	x->font = hb_font_create(x->face);
	x->glyphs = hb_set_create();
	hb_blob_destroy(blob);
	return x;
}

static void
shape(struct face *x, hb_buffer_t *b, const char *word)
{
	unsigned n;

	hb_buffer_clear_contents(b);
	hb_buffer_add_utf8(b, word, -1, 0, -1);
	hb_buffer_guess_segment_properties(b);
	hb_shape(x->font, b, NULL, 0);
	hb_glyph_info_t *info = hb_buffer_get_glyph_infos(b, &n);
	for (unsigned i = 0; i < n; i++)
		hb_set_add(x->glyphs, info[i].codepoint);
}

static void
shape_all(struct floor *f, FILE *words)
{
	char line[512];
	hb_buffer_t *b = hb_buffer_create();

	while (fgets(line, sizeof(line), words)) {
		char *tab = strchr(line, '\t');
		if (!tab)
			continue;
		*tab = '\0';
		tab[1 + strcspn(tab + 1, "\n")] = '\0';
		shape(face_for(f, line), b, tab + 1);
	}
	hb_buffer_destroy(b);
}

static void
deflate_out(struct floor *f, const void *data, size_t n)
{
	size_t room = libdeflate_zlib_compress_bound(f->z, n);
	char *z = malloc(room);

	if (!z)
		exit(2);
	n = libdeflate_zlib_compress(f->z, data, n, z, room);
	fwrite(z, 1, n, f->out);
	free(z);
}

static void
streams(struct floor *f, FILE *in)
{
	size_t n;

	while (fscanf(in, "%zu", &n) == 1 && fgetc(in) == '\n') {
		char *data = malloc(n + 1);
		if (!data || fread(data, 1, n, in) != n)
			exit(2);
		deflate_out(f, data, n);
		free(data);
	}
}

static void
subset(struct floor *f, struct face *x)
{
	hb_subset_input_t *in = hb_subset_input_create_or_fail();

	hb_set_union(hb_subset_input_glyph_set(in), x->glyphs);
	hb_subset_input_set_flags(in, HB_SUBSET_FLAGS_NO_HINTING);
	hb_set_t *drop = hb_subset_input_set(in, HB_SUBSET_SETS_DROP_TABLE_TAG);
	static const char tags[][5] = {"GSUB", "GPOS", "GDEF", "cmap", "name",
	    "post", "OS/2", "kern"};
	for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++)
		hb_set_add(drop, hb_tag_from_string(tags[i], 4));
	hb_face_t *small = hb_subset_or_fail(x->face, in);
	if (!small)
		exit(2);
	hb_blob_t *blob = hb_face_reference_blob(small);
	unsigned n;
	const char *data = hb_blob_get_data(blob, &n);
	deflate_out(f, data, n);
	hb_blob_destroy(blob);
	hb_face_destroy(small);
	hb_subset_input_destroy(in);
}

int
main(int argc, char **argv)
{
	static struct floor f;
	char temporary[600];

	if (argc != 4)
		return 2;
	FILE *words = fopen(argv[1], "r"), *in = fopen(argv[2], "rb");
	snprintf(temporary, sizeof(temporary), "%s.tmp", argv[3]);
	f.out = fopen(temporary, "wb");
	f.z = libdeflate_alloc_compressor(LEVEL);
	if (!words || !in || !f.out || !f.z)
		return 2;
	shape_all(&f, words);
	streams(&f, in);
	for (int i = 0; i < f.nfaces; i++)
		subset(&f, &f.faces[i]);
	return fclose(f.out) != 0 || rename(temporary, argv[3]) != 0;
}
