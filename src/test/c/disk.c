/* A disk that misbehaves: a library put before the C library of a process (LD_PRELOAD) that stands between SQLite and the
 * files whose names end in esquive.db and esquive.db-wal. It does two things, each only if it is asked to.
 *
 * LAB_DISK_CONTROL names a file of eight 32-bit numbers that may change at any time, see enum control: which error writes
 * and syncs are answered with, how slow a sync is, at which operation the process is killed.
 *
 * LAB_DISK_LOG names a file to which every write, truncation and sync of those files is appended. What a power cut would
 * have left of the files is worked out from it afterwards: everything before the last finished sync of a file is there,
 * and what came later may be there or not. A record is a struct record, then the bytes written.
 *
 * Built by the fault suite: cc -O2 -shared -fPIC -o libdisk.so disk.c
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

enum control { WRITE_ERROR, SYNC_ERROR, SYNC_DELAY_MS, KILL_AT, OPERATIONS, LOGGING, CONTROLS = 8 };

enum file { OTHER, DATABASE, WRITE_AHEAD_LOG };

#define MOST_FILES 65536

struct record {
    char kind; /* W write, T truncation, S finished sync */
    char file;
    uint16_t zero;
    uint32_t length;
    uint64_t at; /* where it was written; the new length; or how long this log was when the sync began */
};

static ssize_t (*real_pwrite)(int, const void *, size_t, off64_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off64_t);
static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);

static volatile int32_t *control;
static int log_file = -1;
static uint64_t log_length;
static char kinds[MOST_FILES];
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void prepare(void) {
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_write = dlsym(RTLD_NEXT, "write");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    const char *name = getenv("LAB_DISK_CONTROL");
    int file = name ? real_open(name, O_RDWR) : -1;
    if (file >= 0) {
        void *mapped = mmap(NULL, CONTROLS * sizeof(int32_t), PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        control = mapped == MAP_FAILED ? NULL : mapped;
        real_close(file);
    }
    name = getenv("LAB_DISK_LOG");
    if (name) {
        log_file = real_open(name, O_WRONLY | O_CREAT | O_APPEND, 0600);
        off64_t end = log_file < 0 ? 0 : lseek64(log_file, 0, SEEK_END);
        log_length = end < 0 ? 0 : (uint64_t)end;
    }
}

static int ends_with(const char *name, const char *end) {
    size_t length = strlen(name), tail = strlen(end);
    return length >= tail && strcmp(name + length - tail, end) == 0;
}

static int kind_of(int file) { return file >= 0 && file < MOST_FILES ? kinds[file] : OTHER; }

/* Counts an operation on one of our files; the process may not survive it. */
static void count(void) {
    if (control) {
        int32_t done = __sync_add_and_fetch(&control[OPERATIONS], 1);
        if (control[KILL_AT] > 0 && done >= control[KILL_AT]) {
            kill(getpid(), SIGKILL);
            pause();
        }
    }
}

static int refused(enum control which) {
    int error = control ? control[which] : 0;
    if (error) errno = error;
    return error;
}

/* For whoever holds the turn. */
static void note(char kind, int file, uint64_t at, const void *bytes, size_t length) {
    if (log_file < 0) return;
    struct record record = {kind, (char)file, 0, (uint32_t)length, at};
    struct iovec parts[2] = {{&record, sizeof record}, {(void *)bytes, length}};
    ssize_t written = writev(log_file, parts, length ? 2 : 1);
    if (written > 0) log_length += (uint64_t)written;
}

static ssize_t put(int file, const void *bytes, size_t length, off64_t at) {
    int kind = kind_of(file);
    count();
    if (refused(WRITE_ERROR)) return -1;
    pthread_mutex_lock(&turn);
    ssize_t written = real_pwrite(file, bytes, length, at);
    if (written > 0) note('W', kind, (uint64_t)at, bytes, (size_t)written);
    int error = errno;
    pthread_mutex_unlock(&turn);
    errno = error;
    return written;
}

ssize_t pwrite64(int file, const void *bytes, size_t length, off64_t at) {
    pthread_once(&once, prepare);
    return kind_of(file) == OTHER ? real_pwrite(file, bytes, length, at) : put(file, bytes, length, at);
}

ssize_t pwrite(int file, const void *bytes, size_t length, off_t at) { return pwrite64(file, bytes, length, at); }

ssize_t write(int file, const void *bytes, size_t length) {
    pthread_once(&once, prepare);
    if (kind_of(file) == OTHER) return real_write(file, bytes, length);
    off64_t at = lseek64(file, 0, SEEK_CUR);
    ssize_t written = put(file, bytes, length, at);
    if (written > 0) lseek64(file, at + written, SEEK_SET);
    return written;
}

int ftruncate64(int file, off64_t length) {
    pthread_once(&once, prepare);
    int kind = kind_of(file);
    if (kind == OTHER) return real_ftruncate(file, length);
    count();
    if (refused(WRITE_ERROR)) return -1;
    pthread_mutex_lock(&turn);
    int result = real_ftruncate(file, length);
    if (result == 0) note('T', kind, (uint64_t)length, NULL, 0);
    pthread_mutex_unlock(&turn);
    return result;
}

int ftruncate(int file, off_t length) { return ftruncate64(file, length); }

static int sync_with(int (*really)(int), int file) {
    int kind = kind_of(file);
    if (kind == OTHER) return really(file);
    count();
    if (control && control[SYNC_DELAY_MS] > 0) usleep((useconds_t)control[SYNC_DELAY_MS] * 1000);
    if (refused(SYNC_ERROR)) return -1;
    pthread_mutex_lock(&turn);
    uint64_t began = log_length;
    pthread_mutex_unlock(&turn);
    int result = really(file);
    if (result == 0) {
        pthread_mutex_lock(&turn);
        note('S', kind, began, NULL, 0);
        pthread_mutex_unlock(&turn);
    }
    return result;
}

int fsync(int file) {
    pthread_once(&once, prepare);
    return sync_with(real_fsync, file);
}

int fdatasync(int file) {
    pthread_once(&once, prepare);
    return sync_with(real_fdatasync, file);
}

int open64(const char *name, int flags, ...) {
    pthread_once(&once, prepare);
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = (mode_t)va_arg(more, int);
        va_end(more);
    }
    int file = real_open(name, flags, mode);
    if (file >= 0 && file < MOST_FILES) {
        kinds[file] = ends_with(name, "/esquive.db")       ? DATABASE
                      : ends_with(name, "/esquive.db-wal") ? WRITE_AHEAD_LOG
                                                           : OTHER;
    }
    return file;
}

int open(const char *name, int flags, ...) {
    mode_t mode = 0;
    if (flags & (O_CREAT | O_TMPFILE)) {
        va_list more;
        va_start(more, flags);
        mode = (mode_t)va_arg(more, int);
        va_end(more);
    }
    return open64(name, flags, mode);
}

int close(int file) {
    pthread_once(&once, prepare);
    if (file >= 0 && file < MOST_FILES) kinds[file] = OTHER;
    return real_close(file);
}
