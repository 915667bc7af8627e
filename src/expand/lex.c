#include "expand/lex.h"

#include "base/uni.h"
#include "expand/num.h"
#include "expand/stray.h"

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool
is_blank(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static char
ahead(const struct lexer *l, size_t n)
{
	return l->at + n < l->body.n ? l->body.s[l->at + n] : '\0';
}

static struct token
token(struct lexer *l, enum token_kind kind, size_t len)
{
	struct token t = {.kind = kind,
	    .span = {(uint32_t)l->at, (uint32_t)len},
	    .text = text_sub(l->body, l->at, l->at + len)};

	l->at += len;
	return t;
}

static struct token
bad(struct lexer *l, size_t len, const char *why)
{
	struct token t = token(l, TOKEN_BAD, len);

	t.text = text_of(why);
	return t;
}

static int
hex(char c)
{
	if (is_digit(c))
		return c - '0';
	c = (char)(c | 0x20);
	return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The code point of \xXX, \uXXXX and \UXXXXXXXX; false if it is none. */
static bool
escaped_cp(struct text t, size_t *i, int digits, uint32_t *cp)
{
	for (*cp = 0; digits > 0; digits--, ++*i) {
		int v = *i < t.n ? hex(t.s[*i]) : -1;
		if (v < 0)
			return false;
		*cp = *cp << 4 | (uint32_t)v;
	}
	return *cp < 0x110000 && (*cp < 0xd800 || *cp >= 0xe000);
}

/* Python's escapes, without those for control characters.  A backslash before
 * any other letter stands for itself, as there. */
static bool
escape(struct buf *b, struct text t, size_t *i)
{
	char c = t.s[(*i)++];
	uint32_t cp;

	switch (c) {
	case 'n':
		buf_addc(b, '\n');
		return true;
	case 't':
		buf_addc(b, '\t');
		return true;
	case 'r':
		buf_addc(b, '\r');
		return true;
	case '\r': /* the line goes on */
		*i += *i < t.n && t.s[*i] == '\n';
		return true;
	case '\n':
		return true;
	case 'x':
	case 'u':
	case 'U':
		if (!escaped_cp(t, i, c == 'x' ? 2 : c == 'u' ? 4 : 8, &cp))
			return false;
		buf_cp(b, cp);
		return true;
	case '\\':
	case '\'':
	case '"':
		break;
	default:
		if (text_findc(TEXT("abfvN01234567"), 0, c) < 13)
			return false;
		buf_addc(b, '\\');
	}
	buf_addc(b, c);
	return true;
}

static bool
unescape(struct arena *a, struct text t, struct text *out)
{
	struct buf b = {.a = a};

	for (size_t i = 0; i < t.n;) {
		char c = t.s[i++];
		if (c == '\\' && i < t.n) {
			if (!escape(&b, t, &i))
				return false;
		} else if (c != '\r') {
			buf_addc(&b, c);
		} else if (!(i < t.n && t.s[i] == '\n')) {
			buf_addc(&b, '\n');
		}
	}
	*out = buf_text(&b);
	return true;
}

/* string <- ' (\ any | any but ')* ' , and the same with " */
static struct token
string(struct lexer *l)
{
	char quote = ahead(l, 0);
	bool escapes = false;
	size_t n = 1;

	while (ahead(l, n) != quote) {
		if (l->at + n >= l->body.n)
			return bad(l, 1, "a text that is never closed");
		char c = ahead(l, n);
		escapes = escapes || c == '\\' || c == '\r';
		n += c == '\\' ? 2 : 1;
	}
	struct token t = token(l, TOKEN_TEXT, n + 1);
	t.text = text_sub(t.text, 1, n);
	if (!escapes || unescape(l->a, t.text, &t.text))
		return t;
	t.kind = TOKEN_BAD;
	t.text = TEXT("not a letter that a backslash can stand for");
	return t;
}

static size_t
skip_digits(const struct lexer *l, size_t n)
{
	while (is_digit(ahead(l, n)) || ahead(l, n) == '_')
		n++;
	return n;
}

/* exponent <- ('e' | 'E') ('+' | '-')? digits ; where it ends, or n */
static size_t
skip_exponent(const struct lexer *l, size_t n)
{
	size_t at = n;

	if (ahead(l, at) != 'e' && ahead(l, at) != 'E')
		return n;
	at++;
	if (ahead(l, at) == '+' || ahead(l, at) == '-')
		at++;
	return is_digit(ahead(l, at)) ? skip_digits(l, at) : n;
}

/* number <- digits ('.' digits)? exponent? ; digits may be parted by _.  Behind
 * a dot it is an index: pairs.0.1 */
static struct token
number(struct lexer *l)
{
	bool index = l->at && l->body.s[l->at - 1] == '.';
	struct number v;
	size_t n = skip_digits(l, 1);

	if (!index && ahead(l, n) == '.' && is_digit(ahead(l, n + 1)))
		n = skip_digits(l, n + 1);
	size_t mantissa = n;
	if (!index)
		n = skip_exponent(l, n);
	if (is_letter(ahead(l, n)))
		return bad(l, n + 1, "not a number");
	bool zero = ahead(l, 0) == '0';
	struct token t = token(l, TOKEN_INT, n);
	if (!num_read(text_sub(t.text, 0, mantissa), &v)
	    || (mantissa < n
		&& !num_scale(&v, text_sub(t.text, mantissa + 1, n)))) {
		t.kind = TOKEN_BAD;
		t.text = TEXT("not a number");
		return t;
	}
	if (zero && v.num && !v.real && !index) {
		t.kind = TOKEN_BAD;
		t.text = TEXT("a number does not begin with 0");
		return t;
	}
	t.kind = v.real ? TOKEN_REAL : TOKEN_INT;
	t.num = v.num;
	t.real = v.value;
	return t;
}

static bool
closes(const struct lexer *l, size_t n)
{
	return l->open == 0 && ahead(l, n) == l->mark && ahead(l, n + 1) == '}';
}

static struct token
sign(struct lexer *l)
{
	static const char pairs[][3] = {"==", "!=", "<=", ">=", "//", "**"};
	char c = ahead(l, 0);

	if (closes(l, 0))
		return token(l, TOKEN_CLOSE, 2);
	/* There is no +}} in Jinja2: only blocks take line ends. */
	if ((c == '-' || (c == '+' && l->mark == '%')) && closes(l, 1)) {
		struct token t = token(l, TOKEN_CLOSE, 3);
		t.trim = c == '-';
		t.keep = c == '+';
		return t;
	}
	if (c == '(' || c == '[' || c == '{')
		l->open++;
	else if (l->open && (c == ')' || c == ']' || c == '}'))
		l->open--;
	for (size_t i = 0; i < sizeof(pairs) / sizeof(pairs[0]); i++)
		if (c == pairs[i][0] && ahead(l, 1) == pairs[i][1])
			return token(l, TOKEN_SIGN, 2);
	if (c && text_findc(TEXT("+-*/%~|.,:()[]{}=<>"), 0, c) < 19)
		return token(l, TOKEN_SIGN, 1);
	size_t end = l->at;
	text_next(l->body, &end);
	struct stray stray = stray_of(l->a, l->body, l->at);
	struct token t = bad(l, end - l->at, "");
	t.text = stray.words;
	t.hint = stray.hint;
	return t;
}

struct token
lex_next(struct lexer *l)
{
	size_t n = 1;

	while (l->at < l->body.n && is_blank(l->body.s[l->at]))
		l->at++;
	/* Blanks of Unicode too: a word processor makes them. */
	if (l->at < l->body.n && (unsigned char)l->body.s[l->at] >= 0x80)
		l->at = uni_blanks(l->body, l->at);
	if (l->at >= l->body.n)
		return token(l, TOKEN_EOF, 0);
	char c = ahead(l, 0);
	if (is_letter(c)) {
		while (is_letter(ahead(l, n)) || is_digit(ahead(l, n)))
			n++;
		return token(l, TOKEN_NAME, n);
	}
	if (is_digit(c))
		return number(l);
	if (c == '"' || c == '\'')
		return string(l);
	return sign(l);
}
