#include "paint/pdf.h"

void
pdf_meta(struct pdf *p)
{
	const struct properties *s = &p->verdict->properties;
	pdf_text(p, p->doc->info, "Title", s->title);
}
