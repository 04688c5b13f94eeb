/// Whether the UTF-16 unit is a character of no width or one that turns the direction of writing: soft hyphen,
/// zero-width spaces and joiners, marks, embeddings, overrides and isolates, byte order mark.
///
/// Two texts that differ in these only look the same, so they make two signatures of one.
func isInvisible(_ unit: UInt16) -> Bool {
  switch unit {
  case 0x00AD, 0x034F, 0x061C, 0x180E, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: true
  default: false
  }
}
