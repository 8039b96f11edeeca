/*
 * Stands between a process and the system (LD_PRELOAD) and counts the calls that change files below one folder. By what is written in
 * the file that ANJUAN_CALLS names it stops or kills the process before a call, or refuses the call.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OFF, COUNT, STOP, KILL, FAIL_ONCE, FAIL_ON };

/* As tests/torture/calls.ts writes and reads it. */
static struct control {
  int64_t mode, at, error, count;
  /* The name of the call that was killed or refused first. */
  char call[32];
  char folder[448];
} *control;

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("ANJUAN_CALLS");
  int fd = path ? open(path, O_RDWR | O_CLOEXEC) : -1;
  if (fd < 0) return;
  void *found = mmap(NULL, sizeof *control, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  if (found != MAP_FAILED) control = found;
}

/* Chromium's own files, which lie there too and are written at any time, count for nothing. */
static int is_below(const char *path) {
  size_t length = strlen(control->folder);
  return strncmp(path, control->folder, length) == 0 && strncmp(path + length, "/profile/", 9) != 0;
}

static int is_file_below(int fd) {
  char link[32], path[1024];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_below(path);
}

/* One call more; whether it is refused. */
static int meet(const char *call) {
  int64_t n = __atomic_add_fetch(&control->count, 1, __ATOMIC_SEQ_CST);
  int64_t mode = control->mode;
  if (mode == STOP) kill(getpid(), SIGSTOP);
  if (mode < KILL || n < control->at || (mode != FAIL_ON && n > control->at)) return 0;
  if (n == control->at) strncpy(control->call, call, sizeof control->call - 1);
  if (mode == KILL) kill(getpid(), SIGKILL);
  errno = (int)control->error;
  return 1;
}

static int is_on(void) { return control && control->mode != OFF; }

#define NEXT(name) static __typeof__(&name) next; if (!next) next = (__typeof__(&name))dlsym(RTLD_NEXT, #name)
#define ON_FILE(type, name, parameters, ...)                                    \
  type name parameters {                                                        \
    NEXT(name);                                                                 \
    if (is_on() && is_file_below(fd) && meet(#name)) return -1;                 \
    return next(__VA_ARGS__);                                                   \
  }

ON_FILE(ssize_t, write, (int fd, const void *bytes, size_t count), fd, bytes, count)
ON_FILE(ssize_t, writev, (int fd, const struct iovec *pieces, int count), fd, pieces, count)
ON_FILE(ssize_t, pwrite, (int fd, const void *bytes, size_t count, off_t at), fd, bytes, count, at)
ON_FILE(ssize_t, pwrite64, (int fd, const void *bytes, size_t count, off64_t at), fd, bytes, count, at)
ON_FILE(ssize_t, pwritev, (int fd, const struct iovec *pieces, int count, off_t at), fd, pieces, count, at)
ON_FILE(ssize_t, pwritev64, (int fd, const struct iovec *pieces, int count, off64_t at), fd, pieces, count, at)
ON_FILE(int, fsync, (int fd), fd)
ON_FILE(int, fdatasync, (int fd), fd)
ON_FILE(int, ftruncate, (int fd, off_t length), fd, length)
ON_FILE(int, ftruncate64, (int fd, off64_t length), fd, length)

int unlink(const char *path) {
  NEXT(unlink);
  if (is_on() && is_below(path) && meet("unlink")) return -1;
  return next(path);
}

int rename(const char *from, const char *to) {
  NEXT(rename);
  if (is_on() && is_below(from) && meet("rename")) return -1;
  return next(from, to);
}
