// What Picket uses of libcurl, under names that Swift can see: setting options takes any type, and Swift calls no
// function that does.
//
// Only its headers are needed to build. The library itself is loaded by the first fetch: whoever never fetches a page
// needs none.
#ifndef PICKET_CURL_H
#define PICKET_CURL_H

#include <curl/curl.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <pthread.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <time.h>

// The functions of a loaded libcurl.
struct picket_curl {
  CURLcode (*global_init)(long);
  CURL *(*easy_init)(void);
  void (*easy_cleanup)(CURL *);
  CURLcode (*easy_setopt)(CURL *, CURLoption, ...);
  CURLcode (*easy_perform)(CURL *);
  CURLcode (*easy_getinfo)(CURL *, CURLINFO, ...);
  const char *(*easy_strerror)(CURLcode);
  CURLU *(*url)(void);
  void (*url_cleanup)(CURLU *);
  CURLUcode (*url_get)(const CURLU *, CURLUPart, char **, unsigned int);
  CURLUcode (*url_set)(CURLU *, CURLUPart, const char *, unsigned int);
  void (*free)(void *);
};

// Loads libcurl and begins to use it; null where it is not there, or is not the one that this was built for. To be
// called once: what it gives stays until the process ends.
static inline const struct picket_curl *picket_curl_load(void) {
  void *library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!library) { return 0; }
  struct picket_curl *curl = calloc(1, sizeof *curl);
  if (!curl) { return 0; }
  const struct {
    const char *name;
    void *place;
  } functions[] = {
      {"curl_global_init", &curl->global_init},   {"curl_easy_init", &curl->easy_init},
      {"curl_easy_cleanup", &curl->easy_cleanup}, {"curl_easy_setopt", &curl->easy_setopt},
      {"curl_easy_perform", &curl->easy_perform}, {"curl_easy_getinfo", &curl->easy_getinfo},
      {"curl_easy_strerror", &curl->easy_strerror}, {"curl_url", &curl->url},
      {"curl_url_cleanup", &curl->url_cleanup},   {"curl_url_get", &curl->url_get},
      {"curl_url_set", &curl->url_set},           {"curl_free", &curl->free},
  };
  for (unsigned place = 0; place < sizeof functions / sizeof *functions; place++) {
    void *function = dlsym(library, functions[place].name);
    if (!function) {
      free(curl);
      return 0;
    }
    memcpy(functions[place].place, &function, sizeof function);
  }
  if (curl->global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK) {
    free(curl);
    return 0;
  }
  return curl;
}

static inline CURL *picket_curl_open(const struct picket_curl *curl) { return curl->easy_init(); }

static inline void picket_curl_close(const struct picket_curl *curl, CURL *handle) { curl->easy_cleanup(handle); }

static inline const char *picket_curl_words(const struct picket_curl *curl, CURLcode code) {
  return curl->easy_strerror(code);
}

static inline CURLU *picket_curl_url(const struct picket_curl *curl) { return curl->url(); }

static inline void picket_curl_url_free(const struct picket_curl *curl, CURLU *url) { curl->url_cleanup(url); }

static inline CURLUcode picket_curl_url_set(
    const struct picket_curl *curl, CURLU *url, CURLUPart part, const char *text) {
  return curl->url_set(url, part, text, 0);
}

// A part of a URL, to be freed; null where it has none.
static inline char *picket_curl_url_part(const struct picket_curl *curl, const CURLU *url, CURLUPart part) {
  char *text = 0;
  return curl->url_get(url, part, &text, 0) == CURLUE_OK ? text : 0;
}

static inline void picket_curl_free(const struct picket_curl *curl, char *text) { curl->free(text); }

static inline CURLcode picket_curl_set_number(
    const struct picket_curl *curl, CURL *handle, CURLoption option, long value) {
  return curl->easy_setopt(handle, option, value);
}

static inline CURLcode picket_curl_set_size(
    const struct picket_curl *curl, CURL *handle, CURLoption option, curl_off_t value) {
  return curl->easy_setopt(handle, option, value);
}

static inline CURLcode picket_curl_set_text(
    const struct picket_curl *curl, CURL *handle, CURLoption option, const char *value) {
  return curl->easy_setopt(handle, option, value);
}

// The functions that hear the lines of the header and the pieces of the body, and open the sockets.
static inline CURLcode picket_curl_set_functions(
    const struct picket_curl *curl, CURL *handle, void *context, curl_write_callback header, curl_write_callback body,
    curl_opensocket_callback open) {
  CURLcode codes[] = {
      curl->easy_setopt(handle, CURLOPT_HEADERFUNCTION, header),
      curl->easy_setopt(handle, CURLOPT_HEADERDATA, context),
      curl->easy_setopt(handle, CURLOPT_WRITEFUNCTION, body),
      curl->easy_setopt(handle, CURLOPT_WRITEDATA, context),
      curl->easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, open),
      curl->easy_setopt(handle, CURLOPT_OPENSOCKETDATA, context),
  };
  for (unsigned place = 0; place < sizeof codes / sizeof *codes; place++) {
    if (codes[place] != CURLE_OK) { return codes[place]; }
  }
  return CURLE_OK;
}

static inline long picket_curl_status(const struct picket_curl *curl, CURL *handle) {
  long status = 0;
  curl->easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
  return status;
}

// Where the answer redirects to, as a full URL; null where it does not. Valid until the handle is used again.
static inline const char *picket_curl_redirect(const struct picket_curl *curl, CURL *handle) {
  char *url = 0;
  curl->easy_getinfo(handle, CURLINFO_REDIRECT_URL, &url);
  return url;
}

// The bytes of an address that is about to be connected to: 4 or 16, 0 of a family that is neither.
static inline int picket_curl_address(const struct curl_sockaddr *address, uint8_t bytes[16]) {
  if (address->family == AF_INET && address->addrlen >= sizeof(struct sockaddr_in)) {
    struct sockaddr_in four;
    memcpy(&four, &address->addr, sizeof four);
    memcpy(bytes, &four.sin_addr, 4);
    return 4;
  }
  if (address->family == AF_INET6 && address->addrlen >= sizeof(struct sockaddr_in6)) {
    struct sockaddr_in6 six;
    // libcurl gives more room than the type of `addr` says.
    memcpy(&six, (const char *)address + offsetof(struct curl_sockaddr, addr), sizeof six);
    memcpy(bytes, &six.sin6_addr, 16);
    return 16;
  }
  return 0;
}

static inline curl_socket_t picket_curl_socket(const struct curl_sockaddr *address) {
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// Makes one request. A server that hangs up must not end the process: OpenSSL writes without asking to be spared
// SIGPIPE, and libcurl's own remedy is changing the handler for all threads. So it is held back in this thread.
static inline CURLcode picket_curl_perform(const struct picket_curl *curl, CURL *handle) {
  sigset_t pipe, before, pending;
  sigemptyset(&pipe);
  sigaddset(&pipe, SIGPIPE);
  sigemptyset(&pending);
  sigpending(&pending);
  int wasPending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe, &before);
  CURLcode code = curl->easy_perform(handle);
  if (!wasPending) {
    const struct timespec none = {0, 0};
    while (sigtimedwait(&pipe, 0, &none) > 0) {}
  }
  pthread_sigmask(SIG_SETMASK, &before, 0);
  return code;
}

#endif
