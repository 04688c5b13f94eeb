// What Picket uses of ICU, under names that Swift can see: ICU's own are macros that carry its version.
//
// Lengths and capacities are in UTF-16 code units, of keys and UTF-8 in bytes. A negative result is a failure;
// too little room is one, except for keys, where the result is the room that would have been needed.
#ifndef PICKET_ICU_H
#define PICKET_ICU_H

#include <stdint.h>

struct picket_collator;
struct picket_domains;
struct picket_transliterator;

// The order of the language (a BCP 47 tag), or the root order where it is unknown; null where ICU has no data.
// To be closed with picket_collator_close.
struct picket_collator *picket_collator_open(const char *language);

void picket_collator_close(struct picket_collator *collator);

// The sort key of the text, its terminating zero included; 0 is a failure.
int32_t picket_collator_key(
    const struct picket_collator *collator, const uint16_t *text, int32_t length, uint8_t *key, int32_t capacity);

// Well-formed UTF-8 as UTF-16.
int32_t picket_utf16(
    const char *text, int32_t byteCount, uint16_t *result, int32_t capacity);

// The text as UTF-8; what is not well formed is replaced.
int32_t picket_utf8(const uint16_t *text, int32_t length, char *result, int32_t capacity);

// 1 where the text surely is in normalization form C, 0 where it may not be.
int32_t picket_is_nfc(const uint16_t *text, int32_t length);

// The text in normalization form C.
int32_t picket_nfc(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

// The text in normalization form D.
int32_t picket_nfd(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

// The text under full case folding, the same for every language.
int32_t picket_fold_case(const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

// Bytes in the encoding of this name as UTF-8; what is not well formed in it is replaced. -1 where ICU does not know
// the encoding, or there is too little room.
int32_t picket_decode(
    const char *encoding, const char *bytes, int32_t byteCount, char *result, int32_t capacity);

// UTS 46 as registries apply it: nontransitional, letters, digits and hyphens only, with the rules for
// right-to-left labels and joiners. Null where ICU has no data. Never closed: there is one for the process.
struct picket_domains *picket_domains_open(void);

// The domain (UTF-8) in ASCII; -1 where it is none.
int32_t picket_domain_ascii(
    const struct picket_domains *domains, const char *text, int32_t byteCount, char *result, int32_t capacity);

// What ICU's transforms of this name do, one after the other ("Any-Latin; Latin-ASCII"); null where ICU has no data.
// To be closed with picket_transliterator_close.
struct picket_transliterator *picket_transliterator_open(const char *rules);

void picket_transliterator_close(struct picket_transliterator *transliterator);

// Transliterates the text where it stands; tells its new length.
int32_t picket_transliterate(
    const struct picket_transliterator *transliterator, uint16_t *text, int32_t length, int32_t capacity);

#endif
