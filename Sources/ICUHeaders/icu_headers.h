// Empty: ICU's headers are included where they are used, in `Sources/ICU/icu.c`.
