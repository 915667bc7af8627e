#include "expand/num.h"

#include <math.h>

enum { PLACES = 12 };

static double
pow10_of(int n)
{
	double p = 1;

	for (; n > 0; n--)
		p *= 10;
	return p;
}

/* digits <- digit (digit | '_' digit)* ; at most 18 digits count */
static bool
digits(struct text t, size_t *at, int64_t *out, int *count)
{
	size_t start = *at;

	for (; *at < t.n; (*at)++) {
		char c = t.s[*at];
		if (c == '_' && *at > start && *at + 1 < t.n
		    && t.s[*at + 1] >= '0' && t.s[*at + 1] <= '9')
			continue;
		if (c < '0' || c > '9')
			break;
		if (++*count > 18)
			return false;
		*out = *out * 10 + (c - '0');
	}
	return *at > start;
}

bool
num_read(struct text t, struct number *out)
{
	size_t at = 0;
	int64_t whole = 0;
	int count = 0, places = 0;
	bool minus = t.n && t.s[0] == '-';

	if (minus)
		at++;
	if (!digits(t, &at, &whole, &count))
		return false;
	*out = (struct number){.num = minus ? -whole : whole};
	out->value = (double)out->num;
	if (at == t.n)
		return true;
	if (t.s[at++] != '.')
		return false;
	places = count;
	if (!digits(t, &at, &whole, &count) || at != t.n)
		return false;
	out->real = true;
	out->value = (double)whole / pow10_of(count - places);
	if (minus)
		out->value = -out->value;
	return true;
}

double
num_round(double v, int places)
{
	if (places > 15 || places < -15)
		return places > 0 ? v : 0;
	double p = pow10_of(places < 0 ? -places : places);
	double scaled = places < 0 ? v / p : v * p;
	double low = floor(scaled), rest = scaled - low;

	if (rest > 0.5 || (rest >= 0.5 && fmod(low, 2) > 0)
	    || (rest >= 0.5 && fmod(low, 2) < 0))
		low += 1;
	return places < 0 ? low * p : low / p;
}

struct text
num_fixed(struct arena *a, double v, int places)
{
	double p = pow10_of(places);
	const char *sign = v < 0 ? "-" : "";
	double all = num_round(fabs(v), places) * p;

	if (!(all < 9e15)) /* beyond what a double tells apart */
		return text_fmt(a, "%s%lld", sign,
		    fabs(v) < 9e18 ? (long long)fabs(v) : 9000000000000000000);
	long long n = (long long)(all + 0.5), unit = (long long)p;
	if (places == 0)
		return text_fmt(a, "%s%lld", sign, n);
	return text_fmt(a, "%s%lld.%0*lld", sign, n / unit, places, n % unit);
}

struct text
num_show(struct arena *a, double v)
{
	int places = PLACES;

	while (places > 1 && fabs(v) * pow10_of(places) > 9e15)
		places--;
	struct text t = num_fixed(a, v, places);
	while (t.n > 2 && t.s[t.n - 1] == '0' && t.s[t.n - 2] != '.')
		t.n--;
	return t;
}
