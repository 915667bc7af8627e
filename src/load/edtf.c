#include "load/edtf.h"

static bool
point(struct text t, struct date_point *p, bool *circa)
{
	bool minus = t.n && t.s[0] == '-';
	struct text rest = text_sub(t, minus, t.n), part;
	int *const into[] = {&p->year, &p->month, &p->day};
	size_t i = 0;

	if (rest.n
	    && (rest.s[rest.n - 1] == '~' || rest.s[rest.n - 1] == '?'
		|| rest.s[rest.n - 1] == '%')) {
		*circa = true;
		rest.n--;
	}
	if (!rest.n)
		return false;
	for (; text_split(&rest, '-', &part); i++)
		if (i == 3 || part.n != (i ? 2u : 4u)
		    || !text_int(part, into[i]) || (i && *into[i] == 0))
			return false;
	if (minus)
		p->year = -p->year;
	if (p->month >= 21 && p->month <= 24) {
		p->season = p->month - 20;
		p->month = 0;
	}
	return p->month <= 12 && p->day <= 31;
}

bool
edtf_parse(struct text t, struct date *out)
{
	struct date d = *out;

	t = text_trim(t);
	size_t slash = text_findc(t, 0, '/');
	if (!point(text_sub(t, 0, slash), &d.from, &d.circa))
		return false;
	if (slash < t.n) {
		struct text end = text_sub(t, slash + 1, t.n);
		d.range = true;
		d.open = text_is(end, "open") || text_is(end, "..");
		if (!d.open && !point(end, &d.to, &d.circa))
			return false;
	}
	*out = d;
	return true;
}
