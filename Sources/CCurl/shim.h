#include <curl/curl.h>

// Swift calls no function of variable arguments; each kind of value has one of its own.
static inline CURLcode termwise_curl_number(CURL *call, CURLoption option, long value) {
    return curl_easy_setopt(call, option, value);
}

// curl copies the text.
static inline CURLcode termwise_curl_text(CURL *call, CURLoption option, const char *value) {
    return curl_easy_setopt(call, option, value);
}

// curl keeps the pointer: what it points to has to outlive the call.
static inline CURLcode termwise_curl_pointer(CURL *call, CURLoption option, void *value) {
    return curl_easy_setopt(call, option, value);
}

static inline CURLcode termwise_curl_function(CURL *call, CURLoption option, curl_write_callback value) {
    return curl_easy_setopt(call, option, value);
}

static inline CURLcode termwise_curl_progress(CURL *call, curl_xferinfo_callback value) {
    return curl_easy_setopt(call, CURLOPT_XFERINFOFUNCTION, value);
}

static inline CURLcode termwise_curl_reply_code(CURL *call, long *code) {
    return curl_easy_getinfo(call, CURLINFO_RESPONSE_CODE, code);
}
