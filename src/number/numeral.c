#include "number/count.h"

struct text
numeral_letter(struct arena *a, int n, char first)
{
	char s[16];
	size_t at = sizeof(s);

	for (; n > 0 && at > 0; n = (n - 1) / 26)
		s[--at] = (char)(first + (n - 1) % 26);
	return text_dup(a, (struct text){s + at, sizeof(s) - at});
}

struct text
numeral_roman(struct arena *a, int n)
{
	static const struct {
		int value;
		const char *sign;
	} signs[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"},
	    {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"},
	    {5, "v"}, {4, "iv"}, {1, "i"}};
	struct buf b = {.a = a};

	if (n < 1 || n > 3999)
		return text_fmt(a, "%d", n);
	for (size_t i = 0; n > 0; i++)
		for (; n >= signs[i].value; n -= signs[i].value)
			buf_add(&b, text_of(signs[i].sign));
	return buf_text(&b);
}
