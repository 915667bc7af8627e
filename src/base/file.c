#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/near.h"

static struct finding *
cannot(struct diag *d, struct pos asked, struct text name, const char *why)
{
	return diag(d, LEVEL_ERROR, "FILE-01", asked, "cannot read %.*s: %s",
	    TEXT_ARG(name), why);
}

static const char *
words(int err)
{
	switch (err) {
	case ENOENT:
		return "there is no such file";
	case EACCES:
	case EPERM:
		return "you have no permission to read it";
	case EISDIR:
		return "it is a folder";
	case ENOTDIR:
		return "a part of its path is not a folder";
	case ELOOP:
		return "its links lead in a circle";
	default:
		return strerror(err);
	}
}

/* The bytes of an open file, or false with errno set (EFBIG: too large). */
static bool
slurp(struct arena *a, int fd, struct text *out)
{
	struct stat st;
	struct buf b = {.a = a};

	if (fstat(fd, &st) != 0)
		return false;
	if (S_ISDIR(st.st_mode)) {
		errno = EISDIR;
		return false;
	}
	size_t room = S_ISREG(st.st_mode) ? (size_t)st.st_size + 1 : 65536;
	if (room > FILE_LIMIT) {
		errno = EFBIG;
		return false;
	}
	char *chunk = arena_alloc(a, room);
	for (;;) {
		ssize_t n = read(fd, chunk, room);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		if (n == 0)
			break;
		buf_add(&b, (struct text){chunk, (size_t)n});
		if (b.n > FILE_LIMIT) {
			errno = EFBIG;
			return false;
		}
	}
	*out = buf_text(&b);
	return true;
}

/* UTF-16 cannot be shown: what some editors call "Unicode". */
static bool
is_utf16(const struct source *s, struct pos asked, struct diag *d)
{
	if (!text_starts(s->body, TEXT("\xff\xfe"))
	    && !text_starts(s->body, TEXT("\xfe\xff")))
		return false;
	struct finding *f = diag(d, LEVEL_ERROR, "FILE-03", asked,
	    "the file is UTF-16, not UTF-8: %.*s", TEXT_ARG(s->name));
	finding_hint(d, f, "open it in an editor and save it as UTF-8");
	return true;
}

static bool
check_text(struct source *s, struct pos asked, struct diag *d)
{
	if (is_utf16(s, asked, d))
		return false;
	size_t bad = text_bad_utf8(s->body), nul = text_findc(s->body, 0, '\0');
	bool is_nul = nul < bad;

	if (is_nul)
		bad = nul;
	if (bad == s->body.n)
		return true;
	struct pos at = {s, (uint32_t)bad, 1};
	struct finding *f = diag(d, LEVEL_ERROR, "FILE-03", at,
	    is_nul ? "a zero byte stands here: the file is not text"
		   : "this is not UTF-8: the file has another encoding");
	finding_hint(d, f, "open it in an editor and save it as UTF-8");
	return false;
}

/* All that fd has to give, as a text; fd is closed unless it is our input. */
static struct source *
read_all(struct arena *a, int fd, struct text name, struct pos asked,
    struct diag *d)
{
	struct source *s = arena_make(a, struct source);

	s->name = name;
	bool ok = slurp(a, fd, &s->body);
	int err = errno;
	if (fd != STDIN_FILENO)
		close(fd);
	if (!ok && err == EFBIG) {
		diag(d, LEVEL_ERROR, "FILE-02", asked,
		    "the file is larger than %d MB: %.*s",
		    FILE_LIMIT / 1024 / 1024, TEXT_ARG(name));
		return NULL;
	}
	if (!ok) {
		cannot(d, asked, name, words(err));
		return NULL;
	}
	if (text_starts(s->body, TEXT("\xef\xbb\xbf")))
		s->body = text_sub(s->body, 3, s->body.n);
	return check_text(s, asked, d) ? s : NULL;
}

/* Where the last component begins. */
static size_t
last(struct text path)
{
	size_t i = path.n;

	while (i && path.s[i - 1] != '/')
		i--;
	return i;
}

static int
name_cmp(const void *a, const void *b)
{
	return text_cmp(*(const struct text *)a, *(const struct text *)b);
}

/* The file of this folder that may be meant, or ""; the same whatever order the
 * system keeps them in. */
static struct text
near_file(struct arena *a, struct text folder, struct text name)
{
	ARRAY(struct text) all = {0};
	struct near near = near_to(name);
	DIR *dir = opendir(text_cstr(a, folder));
	struct dirent *e;

	while (dir && (e = readdir(dir)))
		if (e->d_name[0] != '.')
			array_push(a, &all, text_dup(a, text_of(e->d_name)));
	if (dir)
		closedir(dir);
	if (all.n)
		qsort(all.at, all.n, sizeof(*all.at), name_cmp);
	for (size_t i = 0; i < all.n; i++)
		near_offer(&near, all.at[i]);
	return near.best;
}

/* What is wrong with the path of a file that is not there. */
static void
say_path(struct arena *a, struct finding *f, struct text path, struct text name,
    struct diag *d)
{
	struct text folder = path_folder(path);
	struct text asked = path_folder(name), near;

	if (text_findc(name, 0, '\\') < name.n) {
		finding_hint(d, f,
		    name.n > 1 && name.s[1] == ':'
			? "name it from this file's folder, with / between "
			  "folders"
			: "write / between folders, not \\");
	} else if (!file_exists(a, folder)) {
		finding_hint(d, f, "there is no such folder either: %.*s",
		    TEXT_ARG(asked));
	} else if ((near = near_file(a, folder,
			text_sub(path, last(path), path.n)))
		       .n) {
		finding_hint(d, f, "did you mean %.*s%.*s?",
		    TEXT_ARG(text_sub(name, 0, last(name))), TEXT_ARG(near));
	}
}

struct source *
file_read(struct arena *a, struct text path, struct text name, struct pos asked,
    struct diag *d)
{
	int fd = open(text_cstr(a, path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);

	if (fd >= 0)
		return read_all(a, fd, name, asked, d);
	int err = errno;
	struct finding *f = cannot(d, asked, name, words(err));
	if (err == ENOENT)
		say_path(a, f, path, name, d);
	return NULL;
}

struct source *
file_stdin(struct arena *a, struct diag *d)
{
	return read_all(a, STDIN_FILENO, TEXT("standard input"),
	    (struct pos){0}, d);
}

bool
file_exists(struct arena *a, struct text path)
{
	return access(text_cstr(a, path), F_OK) == 0;
}

struct text
path_join(struct arena *a, struct text folder, struct text name)
{
	if ((name.n && name.s[0] == '/') || !folder.n)
		return name;
	return text_fmt(a, "%.*s/%.*s", TEXT_ARG(folder), TEXT_ARG(name));
}

struct text
path_folder(struct text path)
{
	size_t i = last(path);

	if (i == 0)
		return TEXT(".");
	return i == 1 ? TEXT("/") : text_sub(path, 0, i - 1);
}

struct text
path_stem(struct text path)
{
	size_t from = last(path), to = path.n;

	for (size_t i = from + 1; i < path.n; i++)
		if (path.s[i] == '.')
			to = i;
	return text_sub(path, from, to);
}

struct text
path_real(struct arena *a, struct text path)
{
	char *real = realpath(text_cstr(a, path), NULL);
	struct text t = real ? text_dup(a, text_of(real)) : TEXT("");

	free(real);
	return t;
}

bool
path_inside(struct arena *a, struct text path, struct text folder)
{
	struct text p = path_real(a, path), f = path_real(a, folder);

	if (!p.n || !f.n || !text_starts(p, f))
		return false;
	return p.n == f.n || p.s[f.n] == '/' || text_is(f, "/");
}

bool
path_climbs(struct text path)
{
	struct text rest = path, part;

	if (text_starts(path, TEXT("/")))
		return true;
	while (text_split(&rest, '/', &part))
		if (text_is(part, ".."))
			return true;
	return false;
}

struct text
path_show(struct text path, struct text root)
{
	if (root.n && text_starts(path, root) && path.n > root.n
	    && path.s[root.n] == '/')
		return text_sub(path, root.n + 1, path.n);
	return path;
}
