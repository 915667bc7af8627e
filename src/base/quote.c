#include "base/quote.h"

void
quote_json(struct buf *b, struct text t)
{
	buf_addc(b, '"');
	for (size_t i = 0; i < t.n;) {
		size_t at = i;
		uint32_t c = text_next(t, &i);
		if (c == '"' || c == '\\')
			buf_fmt(b, "\\%c", (int)c);
		else if (c < 0x20 || c == 0xfffd)
			buf_fmt(b, "\\u%04x", (unsigned)c);
		else
			buf_add(b, text_sub(t, at, i));
	}
	buf_addc(b, '"');
}

void
quote_html(struct buf *b, struct text t)
{
	for (size_t i = 0; i < t.n; i++) {
		char c = t.s[i];
		if (c == '&')
			buf_add(b, TEXT("&amp;"));
		else if (c == '<')
			buf_add(b, TEXT("&lt;"));
		else if (c == '>')
			buf_add(b, TEXT("&gt;"));
		else if (c == '"')
			buf_add(b, TEXT("&quot;"));
		else
			buf_addc(b, c);
	}
}
