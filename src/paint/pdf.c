#include <string.h>

#include "paint/device.h"
#include "paint/pdf_tree.h"

static bool
version_fits(struct diag *d)
{
	if (strcmp(HPDF_GetVersion(), "2.3.0") == 0)
		return true;
	diag(d, LEVEL_ERROR, "OUT-06", (struct pos){0},
	    "libharu 2.3.0 is needed, but this is %s", HPDF_GetVersion());
	return false;
}

static void
build(struct pdf *p)
{
	pdf_scan(p);
	for (size_t i = 0; i < p->faces.n; i++)
		pdf_face_embed(p, p->faces.at[i]);
	pdf_contents(p);
	pdf_links(p);
	pdf_outlines(p);
	if (p->tree)
		pdf_tree_write(p->tree);
	pdf_meta(p);
}

/* A dictionary that could not be made has left its error in the document;
 * one look is enough. */
static struct text
finish(struct pdf *p)
{
	unsigned faults = diag_count(p->d, LEVEL_ERROR);
	struct text bytes = {0};

	build(p);
	HPDF_STATUS status = HPDF_GetError(p->doc);
	if (!status)
		bytes = pdf_file(p);
	if (!status)
		status = HPDF_GetError(p->doc);
	if (status)
		diag(p->d, LEVEL_ERROR, "OUT-06", (struct pos){0},
		    "libharu reports error 0x%04lx", (unsigned long)status);
	return diag_count(p->d, LEVEL_ERROR) > faults ? (struct text){0}
						      : bytes;
}

struct text
device_pdf(struct arena *a, const struct pages *pages, const struct doc *doc,
    const struct verdict *v, struct diag *d)
{
	(void)doc;
	struct pdf p = {.a = a, .d = d, .pages = pages, .verdict = v};

	if (!pages || !version_fits(d))
		return (struct text){0};
	p.doc = HPDF_New(NULL, NULL);
	if (!p.doc) {
		diag(d, LEVEL_ERROR, "OUT-06", (struct pos){0},
		    "libharu could not begin a document");
		return (struct text){0};
	}
	p.z = deflate_open(a);
	struct text bytes = finish(&p);
	deflate_close(p.z);
	HPDF_Free(p.doc);
	return bytes;
}
