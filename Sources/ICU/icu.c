// Kept out of the header: ICU's own declarations clash with those that Foundation brings along of its own ICU.
#include "icu.h"

#include <unicode/ucnv.h>
#include <unicode/ucol.h>
#include <unicode/uidna.h>
#include <unicode/uloc.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

struct picket_collator *picket_collator_open(const char *language) {
  char locale[ULOC_FULLNAME_CAPACITY];
  int32_t parsed = 0;
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = uloc_forLanguageTag(language, locale, sizeof locale, &parsed, &status);
  // Truncated names are refused as well: they have no terminating zero.
  if (status != U_ZERO_ERROR || length <= 0) { locale[0] = 0; }
  status = U_ZERO_ERROR;
  UCollator *collator = ucol_open(locale, &status);
  if (U_FAILURE(status)) { return 0; }
  ucol_setAttribute(collator, UCOL_STRENGTH, UCOL_TERTIARY, &status);
  ucol_setAttribute(collator, UCOL_NORMALIZATION_MODE, UCOL_ON, &status);
  if (U_FAILURE(status)) {
    ucol_close(collator);
    return 0;
  }
  return (struct picket_collator *)collator;
}

void picket_collator_close(struct picket_collator *collator) { ucol_close((UCollator *)collator); }

int32_t picket_collator_key(
    const struct picket_collator *collator, const UChar *text, int32_t length, uint8_t *key, int32_t capacity) {
  return ucol_getSortKey((const UCollator *)collator, text, length, key, capacity);
}

int32_t picket_utf16(
    const char *text, int32_t byteCount, UChar *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t length = 0;
  u_strFromUTF8(result, capacity, &length, text, byteCount, &status);
  return U_SUCCESS(status) ? length : -1;
}

int32_t picket_utf8(const UChar *text, int32_t length, char *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = 0;
  u_strToUTF8WithSub(result, capacity, &written, text, length, 0xFFFD, 0, &status);
  return U_SUCCESS(status) ? written : -1;
}

int32_t picket_is_nfc(const UChar *text, int32_t length) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  return unorm2_quickCheck(nfc, text, length, &status) == UNORM_YES && U_SUCCESS(status);
}

int32_t picket_nfc(const UChar *text, int32_t length, UChar *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
  int32_t written = unorm2_normalize(nfc, text, length, result, capacity, &status);
  return U_SUCCESS(status) ? written : -1;
}

int32_t picket_nfd(const UChar *text, int32_t length, UChar *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
  int32_t written = unorm2_normalize(nfd, text, length, result, capacity, &status);
  return U_SUCCESS(status) ? written : -1;
}

int32_t picket_fold_case(const UChar *text, int32_t length, UChar *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t written = u_strFoldCase(result, capacity, text, length, U_FOLD_CASE_DEFAULT, &status);
  return U_SUCCESS(status) ? written : -1;
}

int32_t picket_decode(
    const char *encoding, const char *bytes, int32_t byteCount, char *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open(encoding, &status);
  if (U_FAILURE(status)) { return -1; }
  int32_t written = ucnv_toAlgorithmic(UCNV_UTF8, converter, result, capacity, bytes, byteCount, &status);
  ucnv_close(converter);
  return U_SUCCESS(status) ? written : -1;
}

struct picket_domains *picket_domains_open(void) {
  UErrorCode status = U_ZERO_ERROR;
  UIDNA *domains = uidna_openUTS46(
      UIDNA_USE_STD3_RULES | UIDNA_CHECK_BIDI | UIDNA_CHECK_CONTEXTJ | UIDNA_NONTRANSITIONAL_TO_ASCII
          | UIDNA_NONTRANSITIONAL_TO_UNICODE,
      &status);
  return U_SUCCESS(status) ? (struct picket_domains *)domains : 0;
}

int32_t picket_domain_ascii(
    const struct picket_domains *domains, const char *text, int32_t byteCount, char *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  UIDNAInfo info = UIDNA_INFO_INITIALIZER;
  int32_t written = uidna_nameToASCII_UTF8((const UIDNA *)domains, text, byteCount, result, capacity, &info, &status);
  return U_SUCCESS(status) && info.errors == 0 && written <= capacity ? written : -1;
}

struct picket_transliterator *picket_transliterator_open(const char *rules) {
  UChar id[128];
  UErrorCode status = U_ZERO_ERROR;
  u_uastrncpy(id, rules, 127);
  id[127] = 0;
  UTransliterator *transliterator = utrans_openU(id, -1, UTRANS_FORWARD, 0, 0, 0, &status);
  return U_SUCCESS(status) ? (struct picket_transliterator *)transliterator : 0;
}

void picket_transliterator_close(struct picket_transliterator *transliterator) {
  utrans_close((UTransliterator *)transliterator);
}

int32_t picket_transliterate(
    const struct picket_transliterator *transliterator, UChar *text, int32_t length, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  int32_t limit = length;
  int32_t written = length;
  utrans_transUChars((const UTransliterator *)transliterator, text, &written, capacity, 0, &limit, &status);
  return U_SUCCESS(status) && written <= capacity ? written : -1;
}
