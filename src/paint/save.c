/* realpath() belongs to the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700

#include "paint/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What errno says, in words that do not depend on the locale. */
static const char *
why(int err)
{
	switch (err) {
	case ENOENT:
		return "there is no such folder";
	case ENOTDIR:
		return "part of the path is not a folder";
	case EISDIR:
		return "that is a folder, not a file";
	case EACCES:
	case EPERM:
		return "no permission to write there";
	case EROFS:
		return "the file system is read-only";
	case ENOSPC:
		return "the disk is full";
	case EDQUOT:
		return "the disk quota is used up";
	case EFBIG:
		return "the file would be too big";
	case ENAMETOOLONG:
		return "the name is too long";
	case ELOOP:
		return "the symbolic links go round in a circle";
	case EMFILE:
	case ENFILE:
		return "too many files are open";
	case EPIPE:
		return "nobody reads the other end of the pipe";
	case EIO:
		return "the disk reports an error";
	default:
		return "the system refuses to write it";
	}
}

static bool
fail(struct diag *d, const char *code, int err, const char *to)
{
	diag(d, LEVEL_ERROR, code, (struct pos){0}, "%s: %s", why(err), to);
	return false;
}

/* 0, or errno. */
static int
write_all(int fd, struct text bytes)
{
	while (bytes.n) {
		ssize_t n = write(fd, bytes.s, bytes.n);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return errno;
		bytes.s += n;
		bytes.n -= (size_t)n;
	}
	return 0;
}

/* Some file systems report what write could not do only here.  0, or errno. */
static int
finish(int fd, int err, bool sync)
{
	if (!err && sync && fsync(fd) != 0)
		err = errno;
	if (close(fd) != 0 && !err)
		err = errno;
	return err;
}

static bool
write_direct(const char *to, struct text bytes, struct diag *d)
{
	int fd = open(to, O_WRONLY | O_NOCTTY | O_CLOEXEC);

	if (fd < 0)
		return fail(d, "OUT-01", errno, to);
	int err = finish(fd, write_all(fd, bytes), false);
	return err ? fail(d, "OUT-02", err, to) : true;
}

/* After a rename, the folder itself has to reach the disk.  A folder that
 * cannot be synchronised (some network file systems) still holds the file. */
static void
sync_folder(const char *folder)
{
	int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return;
	fsync(fd);
	close(fd);
}

static bool
write_beside(struct arena *a, const char *to, struct text bytes, struct diag *d)
{
	const char *slash = strrchr(to, '/');
	struct text folder =
	    slash ? (struct text){to, (size_t)(slash - to) + 1} : TEXT("./");
	struct text path = text_join(a, folder, TEXT(".peritus-XXXXXX"));
	char *temporary = arena_alloc(a, path.n + 1);

	memcpy(temporary, path.s, path.n);
	int fd = mkstemp(temporary);
	if (fd < 0)
		return fail(d, "OUT-01", errno, to);
	int err = finish(fd, write_all(fd, bytes), true);
	if (!err && rename(temporary, to) != 0)
		err = errno;
	if (err) {
		unlink(temporary);
		return fail(d, "OUT-02", err, to);
	}
	sync_folder(text_cstr(a, folder));
	return true;
}

/* A symbolic link to a file stays one: what it leads to is replaced. */
static const char *
resolve(struct arena *a, const char *to)
{
	struct stat st;

	if (lstat(to, &st) != 0 || !S_ISLNK(st.st_mode))
		return to;
	char *real = realpath(to, NULL);
	const char *kept = real ? text_cstr(a, text_of(real)) : to;
	free(real);
	return kept;
}

bool
save_file(const char *to, struct text bytes, struct diag *d)
{
	struct arena *a = arena_new();
	struct stat st;
	bool ok;

	if (stat(to, &st) != 0)
		ok = write_beside(a, to, bytes, d);
	else if (S_ISDIR(st.st_mode))
		ok = fail(d, "OUT-01", EISDIR, to);
	else if (!S_ISREG(st.st_mode))
		ok = write_direct(to, bytes, d);
	else if (access(to, W_OK) != 0)
		ok = fail(d, "OUT-01", errno, to);
	else
		ok = write_beside(a, resolve(a, to), bytes, d);
	arena_free(a);
	return ok;
}
