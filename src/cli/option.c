#include "cli/option.h"

#include <stdio.h>
#include <string.h>

#include "base/near.h"

static int
find_name(const struct option *table, int n, struct text name)
{
	for (int i = 0; i < n; i++)
		if (text_is(name, table[i].name))
			return i;
	return -1;
}

static int
find_letter(const struct option *table, int n, char letter)
{
	for (int i = 0; i < n; i++)
		if (table[i].letter && table[i].letter == letter)
			return i;
	return -1;
}

static int
unknown(const struct option *table, int n, const char *word)
{
	struct text name = text_of(word);

	while (name.n && name.s[0] == '-')
		name = text_sub(name, 1, name.n);
	name = text_sub(name, 0, text_findc(name, 0, '='));
	struct near near = near_to(name);
	for (int i = 0; i < n; i++)
		near_offer(&near, text_of(table[i].name));
	fprintf(stderr, "peritus: no such option: %s", word);
	if (near.best.n)
		fprintf(stderr, " (did you mean --%.*s?)", TEXT_ARG(near.best));
	fputc('\n', stderr);
	return -1;
}

/* One argument beginning with '-', not "-" and not "--".  *attached is the
 * value glued to it, or NULL. */
static int
match(const struct option *table, int n, const char *arg, const char **attached)
{
	*attached = NULL;
	if (arg[1] != '-') {
		if (arg[2])
			*attached = arg + 2;
		return find_letter(table, n, arg[1]);
	}
	const char *eq = strchr(arg, '=');
	size_t len = eq ? (size_t)(eq - arg) - 2 : strlen(arg) - 2;
	if (eq)
		*attached = eq + 1;
	return find_name(table, n, (struct text){arg + 2, len});
}

/* The value of one option; *i moves past a value that stands apart. */
static const char *
value_of(const struct option *o, const char *attached, int argc, char **argv,
    int *i)
{
	if (o->kind == OPTION_FLAG) {
		if (!attached)
			return "";
		fprintf(stderr, "peritus: --%s takes no value\n", o->name);
		return NULL;
	}
	if (attached)
		return attached;
	if (*i + 1 < argc)
		return argv[++*i];
	fprintf(stderr, "peritus: --%s needs a value: %s\n", o->name, o->value);
	return NULL;
}

int
options_read(const struct option *table, int n, struct given *g, int argc,
    char **argv)
{
	int left = 0;

	for (int i = 0; i < argc; i++) {
		const char *arg = argv[i], *attached;
		if (arg[0] != '-' || arg[1] == '\0') {
			argv[left++] = argv[i];
			continue;
		}
		if (strcmp(arg, "--") == 0) {
			while (++i < argc)
				argv[left++] = argv[i];
			break;
		}
		int k = match(table, n, arg, &attached);
		if (k < 0)
			return unknown(table, n, arg);
		g->at[k] = value_of(&table[k], attached, argc, argv, &i);
		if (!g->at[k])
			return -1;
	}
	return left;
}

int
option_choice(const char *word, const char *const *names, int n)
{
	for (int i = 0; i < n; i++)
		if (!word || strcmp(word, names[i]) == 0)
			return i;
	return -1;
}

void
options_help(const struct option *table, int n)
{
	for (int i = 0; i < n; i++) {
		char left[40];
		char letter[5] = "    ";
		if (table[i].letter)
			snprintf(letter, sizeof(letter), "-%c, ",
			    table[i].letter);
		snprintf(left, sizeof(left), "%s--%s%s%s", letter,
		    table[i].name, table[i].value ? " " : "",
		    table[i].value ? table[i].value : "");
		printf("  %-28s %s\n", left, table[i].help);
	}
}
