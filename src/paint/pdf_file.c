/*
 * pdf_file.c - objects become a file (ISO 32000-1, 7.5)
 *
 * All that is not a stream goes into object streams, and the cross-reference
 * table is a stream too: a tagged report is two fifths smaller for it.
 * libharu writes neither, so this file asks it for each object's syntax and
 * writes what stands around it.
 */
#include "base/sha256.h"
#include "paint/pdf.h"

/* Objects in one object stream.  A reader unpacks a whole one to see one of
 * its objects. */
enum { GROUP = 256 };

/* 7.5.8.3: 0 a free object; 1 an offset; 2 the number of an object stream,
 * and the place in it. */
struct place {
	uint8_t kind;
	uint32_t at;
	uint16_t index;
};

struct file {
	struct pdf *p;
	struct buf out;
	ARRAY(struct place) places; /* by object number */
};

static HPDF_STATUS
collect(HPDF_Stream s, const HPDF_BYTE *bytes, HPDF_UINT n)
{
	buf_add(s->attr, (struct text){(const char *)bytes, n});
	return HPDF_OK;
}

/* The object's value at the end of b. */
static void
add_value(struct pdf *p, struct buf *b, void *object)
{
	HPDF_Stream s = HPDF_CallbackWriter_New(p->doc->mmgr, collect, b);

	if (!s)
		return;
	HPDF_Obj_WriteValue(object, s, NULL);
	HPDF_Stream_Free(s);
}

static void
add_stream(struct file *f, struct text bytes)
{
	buf_add(&f->out, TEXT("stream\r\n"));
	buf_add(&f->out, bytes);
	buf_add(&f->out, TEXT("\nendstream\nendobj\n"));
}

static bool
is_stream(void *object, struct text *bytes)
{
	const HPDF_Obj_Header *o = object;

	return (o->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT
	    && pdf_stream_bytes(object, bytes);
}

static void
begin_object(struct file *f, size_t id)
{
	f->places.at[id] = (struct place){.kind = 1, .at = (uint32_t)f->out.n};
	buf_fmt(&f->out, "%zu 0 obj\n", id);
}

/* 7.5.7: pairs of number and offset, then the objects.  Returns the first
 * object that found no room. */
static size_t
add_group(struct file *f, size_t from, size_t n)
{
	struct buf pairs = {.a = f->p->a}, body = {.a = f->p->a};
	size_t id = f->places.n, count = 0, i = from;

	for (; i < n && count < GROUP; i++) {
		if (f->places.at[i].kind)
			continue;
		f->places.at[i] =
		    (struct place){2, (uint32_t)id, (uint16_t)count++};
		buf_fmt(&pairs, "%zu %zu ", i, body.n);
		add_value(f->p, &body,
		    HPDF_Xref_GetEntry(f->p->doc->xref, (HPDF_UINT)i)->obj);
		buf_addc(&body, '\n');
	}
	if (!count)
		return n;
	size_t first = pairs.n;
	buf_add(&pairs, buf_text(&body));
	struct text packed = deflate_text(f->p->z, buf_text(&pairs));
	array_push(f->p->a, &f->places, (struct place){0});
	begin_object(f, id);
	buf_fmt(&f->out,
	    "<</Type/ObjStm/N %zu/First %zu/Length %zu"
	    "/Filter/FlateDecode>>\n",
	    count, first, packed.n);
	add_stream(f, packed);
	return i;
}

static void
add_objects(struct file *f)
{
	HPDF_Xref xref = f->p->doc->xref;
	size_t n = xref->entries->count;

	for (size_t i = 0; i < n; i++)
		array_push(f->p->a, &f->places, (struct place){0});
	for (size_t i = 1; i < n; i++) {
		void *o = HPDF_Xref_GetEntry(xref, (HPDF_UINT)i)->obj;
		struct text bytes;
		if (!is_stream(o, &bytes))
			continue;
		begin_object(f, i);
		add_value(f->p, &f->out, o);
		buf_addc(&f->out, '\n');
		add_stream(f, bytes);
	}
	for (size_t i = 1; i < n;)
		i = add_group(f, i, n);
}

/* The rows of the table, each as its difference from the one above: PNG's
 * filter 2 (7.4.4.4).  Neighbours are alike, and deflate sees it then. */
static struct text
table(struct file *f)
{
	enum { WIDTH = 7 };
	struct buf b = {.a = f->p->a};
	uint8_t above[WIDTH] = {0};

	for (size_t i = 0; i < f->places.n; i++) {
		struct place e = f->places.at[i];
		uint8_t row[WIDTH] = {e.kind, (uint8_t)(e.at >> 24),
		    (uint8_t)(e.at >> 16), (uint8_t)(e.at >> 8), (uint8_t)e.at,
		    (uint8_t)(e.index >> 8), (uint8_t)e.index};
		buf_addc(&b, 2);
		for (size_t k = 0; k < WIDTH; k++) {
			buf_addc(&b, (char)(row[k] - above[k]));
			above[k] = row[k];
		}
	}
	return buf_text(&b);
}

/* 14.4: the identifier says what the file holds, not when it was made. */
static struct text
identifier(struct file *f)
{
	struct text hex = sha256_hex(f->p->a, buf_text(&f->out));

	return text_sub(hex, 0, 32);
}

static void
add_table(struct file *f)
{
	struct text id = identifier(f);
	size_t at = f->out.n, self = f->places.n;

	array_push(f->p->a, &f->places, (struct place){0});
	begin_object(f, self);
	f->places.at[0].index = 0xffff;
	struct text rows = deflate_text(f->p->z, table(f));
	buf_fmt(&f->out,
	    "<</Type/XRef/Size %zu/W[1 4 2]/Root %u 0 R/Info %u 0 R"
	    "/ID[<%.*s><%.*s>]/Length %zu/Filter/FlateDecode"
	    "/DecodeParms<</Predictor 12/Columns 7>>>>\n",
	    f->places.n, pdf_ref(f->p->doc->catalog), pdf_ref(f->p->doc->info),
	    TEXT_ARG(id), TEXT_ARG(id), rows.n);
	add_stream(f, rows);
	buf_fmt(&f->out, "startxref\n%zu\n%%%%EOF\n", at);
}

struct text
pdf_file(struct pdf *p)
{
	struct file f = {.p = p, .out = {.a = p->a}};

	buf_add(&f.out, TEXT("%PDF-1.7\n%\342\343\317\323\n"));
	add_objects(&f);
	add_table(&f);
	return buf_text(&f.out);
}
