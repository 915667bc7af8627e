#include "paint/pdf.h"

static void
add_unit(struct buf *b, unsigned unit)
{
	static const char digit[] = "0123456789ABCDEF";

	for (int shift = 12; shift >= 0; shift -= 4)
		buf_addc(b, digit[unit >> shift & 15]);
}

void
pdf_utf16(struct buf *b, struct text t)
{
	for (size_t i = 0; i < t.n;) {
		uint32_t cp = text_next(t, &i);
		if (cp > 0xffff) {
			add_unit(b, 0xd800 | ((cp - 0x10000) >> 10));
			cp = 0xdc00 | ((cp - 0x10000) & 0x3ff);
		}
		add_unit(b, cp);
	}
}

static bool
is_ascii(struct text t)
{
	for (size_t i = 0; i < t.n; i++)
		if (t.s[i] < ' ' || t.s[i] > '~')
			return false;
	return true;
}

/* Printable ASCII is the same in PDFDocEncoding and shorter. */
void
pdf_string(struct buf *b, struct text t)
{
	if (!is_ascii(t)) {
		buf_add(b, TEXT("<FEFF"));
		pdf_utf16(b, t);
		buf_addc(b, '>');
		return;
	}
	buf_addc(b, '(');
	for (size_t i = 0; i < t.n; i++) {
		if (t.s[i] == '(' || t.s[i] == ')' || t.s[i] == '\\')
			buf_addc(b, '\\');
		buf_addc(b, t.s[i]);
	}
	buf_addc(b, ')');
}

void
pdf_text(struct pdf *p, HPDF_Dict d, const char *key, struct text t)
{
	struct buf b = {.a = p->a};

	if (!t.n)
		return;
	buf_fmt(&b, "/%s", key);
	pdf_string(&b, t);
	pdf_raw(p, d, buf_text(&b));
}
