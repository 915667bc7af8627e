#include <dirent.h>
#include <stdlib.h>

#include "base/file.h"
#include "load/folder.h"

static int
by_bytes(const void *x, const void *y)
{
	return text_cmp(*(const struct text *)x, *(const struct text *)y);
}

struct names
folder_list(struct arena *a, struct text path)
{
	struct names names = {0};
	DIR *dir = opendir(text_cstr(a, path));
	const struct dirent *e;

	while (dir && (e = readdir(dir)))
		if (e->d_name[0] != '.')
			array_push(a, &names.at,
			    text_dup(a, text_of(e->d_name)));
	if (dir)
		closedir(dir);
	if (names.at.n)
		qsort(names.at.at, names.at.n, sizeof(struct text), by_bytes);
	return names;
}

void
folder_offer(struct arena *a, struct text path, struct text prefix,
    struct near *near)
{
	struct names names = folder_list(a, path);

	for (size_t i = 0; i < names.at.n; i++)
		near_offer(near,
		    text_join(a, prefix, path_stem(names.at.at[i])));
}

struct text
folder_below(struct arena *a, struct text root, struct text shown,
    struct pos asked, struct diag *d)
{
	struct text path = path_join(a, root, shown);

	if (!file_exists(a, path) || path_inside(a, path, root))
		return path;
	diag(d, LEVEL_ERROR, "PATH-01", asked,
	    "the path leads out of the project: %.*s", TEXT_ARG(shown));
	return TEXT("");
}

void
folder_lacks(struct arena *a, struct text folder, const char *kind,
    const char *code, struct text name, struct pos asked, struct diag *d)
{
	struct near near = near_to(name);
	struct finding *f = diag(d, LEVEL_ERROR, code, asked,
	    "there is no such %s: %.*s", kind, TEXT_ARG(name));

	folder_offer(a, folder, TEXT(""), &near);
	if (near.best.n)
		finding_hint(d, f, "did you mean %.*s?", TEXT_ARG(near.best));
}
