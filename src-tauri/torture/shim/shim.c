/* What stands between a tortured process and its disk (Linux, LD_PRELOAD).
 *
 * Every call that changes or syncs something under TORTURE_ROOT is done and written down in one
 * order (TORTURE_TRACE), together with what the process says on its standard output, so that a
 * power cut can be played anywhere between two of them (see src/power/). TORTURE_FAULT makes the
 * disk say no instead:
 *
 *   enospc:N            N more bytes fit; then writes fall short, and nothing new can be made
 *   eio-write:N         the N-th write fails, once
 *   eio-read:N          the N-th read fails, once
 *   eio-sync:N:PART     the N-th sync of a file whose name has PART in it fails, once
 *   short:N             every write does at most N bytes
 *
 * A fault holds while it is armed: from a line "arm" on standard output to a line "disarm", or from
 * the start with TORTURE_ARMED=1.
 *
 * A record of the trace: kind u8, a u64, b u64, length u32, bytes, length u32, bytes; all in the
 * machine's own order, for the same machine reads it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum { OPEN = 1, WRITE, CUT, RENAME, UNLINK, MKDIR, RMDIR, SYNC, SYNC_DIR, SAID, LINK };
enum { NO_FAULT, ENOSPC_AFTER, EIO_WRITE, EIO_READ, EIO_SYNC, SHORT };
#define FDS 4096

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char root[PATH_MAX];
static size_t root_length;
static int trace = -1;
static uint64_t inodes[FDS]; /* 0: not one of ours */
static int fault = NO_FAULT;
static long long left;
static char part[64];
static int armed;
static int ready;

__attribute__((constructor)) static void begin(void) {
  const char *at = getenv("TORTURE_ROOT");
  if (!at) return;
  strncpy(root, at, sizeof root - 1);
  root_length = strlen(root);
  const char *to = getenv("TORTURE_TRACE");
  if (to) {
    int fd = (int)syscall(SYS_openat, AT_FDCWD, to, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    /* Out of the way of what the process opens. */
    trace = (int)syscall(SYS_fcntl, fd, F_DUPFD_CLOEXEC, 900);
    syscall(SYS_close, fd);
  }
  const char *what = getenv("TORTURE_FAULT");
  if (what) {
    if (!strncmp(what, "enospc:", 7)) fault = ENOSPC_AFTER;
    else if (!strncmp(what, "eio-write:", 10)) fault = EIO_WRITE;
    else if (!strncmp(what, "eio-read:", 9)) fault = EIO_READ;
    else if (!strncmp(what, "eio-sync:", 9)) fault = EIO_SYNC;
    else if (!strncmp(what, "short:", 6)) fault = SHORT;
    const char *number = strchr(what, ':');
    char *rest = NULL;
    left = number ? strtoll(number + 1, &rest, 10) : 0;
    if (rest && *rest == ':') strncpy(part, rest + 1, sizeof part - 1);
  }
  armed = getenv("TORTURE_ARMED") != NULL;
  ready = 1;
}

static int inside(const char *path) {
  return ready && root_length && !strncmp(path, root, root_length) &&
         (path[root_length] == '/' || path[root_length] == 0);
}

/* The whole path of a name relative to an open folder. */
static const char *whole(int dir, const char *path, char *room) {
  if (path[0] == '/') return path;
  char link[64];
  ssize_t got;
  if (dir == AT_FDCWD) {
    got = readlink("/proc/self/cwd", room, PATH_MAX - 1);
  } else {
    snprintf(link, sizeof link, "/proc/self/fd/%d", dir);
    got = readlink(link, room, PATH_MAX - 1);
  }
  if (got < 0) got = 0;
  snprintf(room + got, PATH_MAX - (size_t)got, "/%s", path);
  return room;
}

static void write_down(uint8_t kind, uint64_t a, uint64_t b, const void *one, size_t one_length,
                       const void *two, size_t two_length) {
  if (trace < 0) return;
  unsigned char head[21];
  head[0] = kind;
  uint32_t first = (uint32_t)one_length, second = (uint32_t)two_length;
  memcpy(head + 1, &a, 8);
  memcpy(head + 9, &b, 8);
  memcpy(head + 17, &first, 4);
  struct iovec parts[4] = {{head, sizeof head},
                           {(void *)one, one_length},
                           {&second, 4},
                           {(void *)two, two_length}};
  size_t wanted = sizeof head + one_length + 4 + two_length;
  ssize_t did = syscall(SYS_writev, trace, parts, 4);
  if (did < 0 || (size_t)did != wanted) {
    static const char words[] = "shim: the trace could not be written\n";
    syscall(SYS_write, 2, words, sizeof words - 1);
    _exit(97);
  }
}

static int ours(int fd) { return fd >= 0 && fd < FDS && inodes[fd]; }

/* The disk says no: told once, between two lines of the process's own. */
static void fired(void) {
  static int told;
  if (!told++) syscall(SYS_write, 1, "fired\n", 6);
}

/* How many of `length` bytes may be written now; -1 with errno when none. */
static long long allowed(size_t length) {
  if (!armed) return (long long)length;
  if (fault == SHORT) {
    fired();
    return left > 0 && (long long)length > left ? left : (long long)length;
  }
  if (fault == ENOSPC_AFTER) {
    if (length == 0) return 0;
    if (left <= 0) {
      fired();
      errno = ENOSPC;
      return -1;
    }
    long long now = (long long)length > left ? left : (long long)length;
    left -= now;
    return now;
  }
  if (fault == EIO_WRITE && left > 0 && --left == 0) {
    fired();
    errno = EIO;
    return -1;
  }
  return (long long)length;
}

static int no_room(void) {
  if (armed && fault == ENOSPC_AFTER && left <= 0) {
    fired();
    errno = ENOSPC;
    return 1;
  }
  return 0;
}

static int read_fails(int fd) {
  if (!armed || fault != EIO_READ || !ours(fd)) return 0;
  if (left > 0 && --left == 0) {
    fired();
    errno = EIO;
    return 1;
  }
  return 0;
}

static int sync_fails(int fd) {
  if (!armed || fault != EIO_SYNC || !ours(fd)) return 0;
  char link[64], at[PATH_MAX];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t got = readlink(link, at, sizeof at - 1);
  at[got < 0 ? 0 : got] = 0;
  if (part[0] && !strstr(at, part)) return 0;
  if (left > 0 && --left == 0) {
    fired();
    errno = EIO;
    return 1;
  }
  return 0;
}

static int open_at(int dir, const char *path, int flags, mode_t mode) {
  char room[PATH_MAX];
  const char *at = whole(dir, path, room);
  if (!inside(at)) {
    int other = (int)syscall(SYS_openat, dir, path, flags, mode);
    if (other >= 0 && other < FDS) inodes[other] = 0;
    return other;
  }
  pthread_mutex_lock(&lock);
  struct stat before;
  int there = !fstatat(dir, path, &before, 0);
  int fd;
  if (!there && (flags & O_CREAT) && no_room()) {
    fd = -1;
  } else {
    fd = (int)syscall(SYS_openat, dir, path, flags, mode);
  }
  int kept = errno;
  if (fd >= 0 && fd < FDS) {
    struct stat after;
    inodes[fd] = fstat(fd, &after) ? 0 : (uint64_t)after.st_ino;
    if (!S_ISDIR(after.st_mode)) {
      uint64_t how = (there ? 0 : 1) | ((flags & O_TRUNC) && there ? 2 : 0);
      write_down(OPEN, inodes[fd], how, at, strlen(at), "", 0);
    }
  }
  pthread_mutex_unlock(&lock);
  errno = kept;
  return fd;
}

#define MODE_OF(flags)                      \
  mode_t mode = 0;                          \
  if ((flags) & (O_CREAT | O_TMPFILE)) {    \
    va_list rest;                           \
    va_start(rest, flags);                  \
    mode = (mode_t)va_arg(rest, int);       \
    va_end(rest);                           \
  }

int open(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int open64(const char *path, int flags, ...) { MODE_OF(flags) return open_at(AT_FDCWD, path, flags, mode); }
int openat(int dir, const char *path, int flags, ...) { MODE_OF(flags) return open_at(dir, path, flags, mode); }
int openat64(int dir, const char *path, int flags, ...) { MODE_OF(flags) return open_at(dir, path, flags, mode); }
int creat(const char *path, mode_t mode) { return open_at(AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int creat64(const char *path, mode_t mode) { return creat(path, mode); }

int close(int fd) {
  if (ours(fd)) {
    pthread_mutex_lock(&lock);
    inodes[fd] = 0;
    pthread_mutex_unlock(&lock);
  }
  return (int)syscall(SYS_close, fd);
}

static int control(int fd, int command, long argument) {
  int did = (int)syscall(SYS_fcntl, fd, command, argument);
  if ((command == F_DUPFD || command == F_DUPFD_CLOEXEC) && did >= 0 && did < FDS && ours(fd))
    inodes[did] = inodes[fd];
  return did;
}
int fcntl(int fd, int command, ...) {
  va_list rest;
  va_start(rest, command);
  long argument = va_arg(rest, long);
  va_end(rest);
  return control(fd, command, argument);
}
int fcntl64(int fd, int command, ...) {
  va_list rest;
  va_start(rest, command);
  long argument = va_arg(rest, long);
  va_end(rest);
  return control(fd, command, argument);
}
int dup(int fd) { return control(fd, F_DUPFD, 0); }

static ssize_t put(int fd, const void *bytes, size_t length, off_t at, int placed) {
  pthread_mutex_lock(&lock);
  ssize_t did = -1;
  long long now = allowed(length);
  if (now >= 0) {
    int flags = (int)syscall(SYS_fcntl, fd, F_GETFL, 0);
    off_t from = placed ? at : (off_t)syscall(SYS_lseek, fd, 0, flags & O_APPEND ? SEEK_END : SEEK_CUR);
    did = placed ? (ssize_t)syscall(SYS_pwrite64, fd, bytes, (size_t)now, at)
                 : (ssize_t)syscall(SYS_write, fd, bytes, (size_t)now);
    if (did > 0) write_down(WRITE, inodes[fd], (uint64_t)from, bytes, (size_t)did, "", 0);
  }
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}

static ssize_t say(const void *bytes, size_t length) {
  pthread_mutex_lock(&lock);
  if (length >= 4 && !memcmp(bytes, "arm\n", 4)) armed = 1;
  if (length >= 7 && !memcmp(bytes, "disarm\n", 7)) armed = 0;
  ssize_t did = syscall(SYS_write, 1, bytes, length);
  if (did > 0) write_down(SAID, 0, 0, bytes, (size_t)did, "", 0);
  int kept = errno;
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}

ssize_t write(int fd, const void *bytes, size_t length) {
  if (ready && fd == 1) return say(bytes, length);
  if (!ours(fd)) return syscall(SYS_write, fd, bytes, length);
  return put(fd, bytes, length, 0, 0);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  if (!ours(fd) && !(ready && fd == 1)) return syscall(SYS_writev, fd, parts, count);
  ssize_t all = 0;
  for (int i = 0; i < count; i++) {
    if (!parts[i].iov_len) continue;
    ssize_t did = write(fd, parts[i].iov_base, parts[i].iov_len);
    if (did < 0) return all ? all : did;
    all += did;
    if ((size_t)did < parts[i].iov_len) break;
  }
  return all;
}
ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  if (!ours(fd)) return syscall(SYS_pwrite64, fd, bytes, length, at);
  return put(fd, bytes, length, at, 1);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t at) { return pwrite(fd, bytes, length, at); }

ssize_t read(int fd, void *bytes, size_t length) {
  return read_fails(fd) ? -1 : syscall(SYS_read, fd, bytes, length);
}
ssize_t pread(int fd, void *bytes, size_t length, off_t at) {
  return read_fails(fd) ? -1 : syscall(SYS_pread64, fd, bytes, length, at);
}
ssize_t pread64(int fd, void *bytes, size_t length, off_t at) { return pread(fd, bytes, length, at); }
/* Copies inside the kernel would not be seen: whoever asks for one copies by hand instead. */
ssize_t copy_file_range(int a, off_t *b, int c, off_t *d, size_t e, unsigned f) {
  (void)a; (void)b; (void)c; (void)d; (void)e; (void)f;
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile(int a, int b, off_t *c, size_t d) {
  (void)a; (void)b; (void)c; (void)d;
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile64(int a, int b, off_t *c, size_t d) { return sendfile(a, b, c, d); }
ssize_t splice(int a, off_t *b, int c, off_t *d, size_t e, unsigned f) {
  (void)a; (void)b; (void)c; (void)d; (void)e; (void)f;
  errno = EINVAL;
  return -1;
}

int ftruncate(int fd, off_t length) {
  if (!ours(fd)) return (int)syscall(SYS_ftruncate, fd, length);
  pthread_mutex_lock(&lock);
  int did = (int)syscall(SYS_ftruncate, fd, length);
  int kept = errno;
  if (!did) write_down(CUT, inodes[fd], (uint64_t)length, "", 0, "", 0);
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}
int ftruncate64(int fd, off_t length) { return ftruncate(fd, length); }

static int sync_one(int fd, long call) {
  if (!ours(fd)) return (int)syscall(call, fd);
  pthread_mutex_lock(&lock);
  int did = sync_fails(fd) ? -1 : (int)syscall(call, fd);
  int kept = errno;
  if (!did) {
    struct stat at;
    if (!fstat(fd, &at) && S_ISDIR(at.st_mode)) {
      char link[64], path[PATH_MAX];
      snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
      ssize_t got = readlink(link, path, sizeof path - 1);
      write_down(SYNC_DIR, 0, 0, path, got < 0 ? 0 : (size_t)got, "", 0);
    } else {
      write_down(SYNC, inodes[fd], 0, "", 0, "", 0);
    }
  }
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}
int fsync(int fd) { return sync_one(fd, SYS_fsync); }
int fdatasync(int fd) { return sync_one(fd, SYS_fdatasync); }
/* It says nothing of the drive's own cache, so it makes nothing durable here. */
int sync_file_range(int fd, off64_t at, off64_t length, unsigned how) {
  return (int)syscall(SYS_sync_file_range, fd, at, length, how);
}

static int move(int from_dir, const char *from, int to_dir, const char *to, unsigned how) {
  char one[PATH_MAX], two[PATH_MAX];
  const char *here = whole(from_dir, from, one), *there = whole(to_dir, to, two);
  if (!inside(here) && !inside(there)) return (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, how);
  pthread_mutex_lock(&lock);
  int did = (int)syscall(SYS_renameat2, from_dir, from, to_dir, to, how);
  int kept = errno;
  if (!did) write_down(RENAME, 0, 0, here, strlen(here), there, strlen(there));
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}
int rename(const char *from, const char *to) { return move(AT_FDCWD, from, AT_FDCWD, to, 0); }
int renameat(int a, const char *from, int b, const char *to) { return move(a, from, b, to, 0); }
int renameat2(int a, const char *from, int b, const char *to, unsigned how) { return move(a, from, b, to, how); }

static int take_away(int dir, const char *path, int flags) {
  char room[PATH_MAX];
  const char *at = whole(dir, path, room);
  if (!inside(at)) return (int)syscall(SYS_unlinkat, dir, path, flags);
  pthread_mutex_lock(&lock);
  int did = (int)syscall(SYS_unlinkat, dir, path, flags);
  int kept = errno;
  if (!did) write_down(flags & AT_REMOVEDIR ? RMDIR : UNLINK, 0, 0, at, strlen(at), "", 0);
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}
int unlink(const char *path) { return take_away(AT_FDCWD, path, 0); }
int unlinkat(int dir, const char *path, int flags) { return take_away(dir, path, flags); }
int rmdir(const char *path) { return take_away(AT_FDCWD, path, AT_REMOVEDIR); }

static int make(int dir, const char *path, mode_t mode) {
  char room[PATH_MAX];
  const char *at = whole(dir, path, room);
  if (!inside(at)) return (int)syscall(SYS_mkdirat, dir, path, mode);
  pthread_mutex_lock(&lock);
  int did = no_room() ? -1 : (int)syscall(SYS_mkdirat, dir, path, mode);
  int kept = errno;
  if (!did) write_down(MKDIR, 0, 0, at, strlen(at), "", 0);
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}
int mkdir(const char *path, mode_t mode) { return make(AT_FDCWD, path, mode); }
int mkdirat(int dir, const char *path, mode_t mode) { return make(dir, path, mode); }

/* A second name for a file. */
int linkat(int a, const char *from, int b, const char *to, int flags) {
  char one[PATH_MAX], two[PATH_MAX];
  const char *here = whole(a, from, one), *there = whole(b, to, two);
  if (!inside(there)) return (int)syscall(SYS_linkat, a, from, b, to, flags);
  pthread_mutex_lock(&lock);
  int did = no_room() ? -1 : (int)syscall(SYS_linkat, a, from, b, to, flags);
  int kept = errno;
  if (!did) write_down(LINK, 0, 0, here, strlen(here), there, strlen(there));
  pthread_mutex_unlock(&lock);
  errno = kept;
  return did;
}
int link(const char *from, const char *to) { return linkat(AT_FDCWD, from, AT_FDCWD, to, 0); }
