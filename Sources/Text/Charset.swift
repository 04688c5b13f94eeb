import ICU

/// An encoding that a page may be written in, as browsers know them: by labels, some of which mean another encoding
/// than they say.
public struct Charset: Hashable, Sendable {
  /// The name that ICU has for it.
  let name: String

  /// UTF-8.
  public static let utf8 = Charset(name: "UTF-8")
  /// UTF-16, the low byte first.
  public static let utf16LittleEndian = Charset(name: "UTF-16LE")
  /// UTF-16, the high byte first.
  public static let utf16BigEndian = Charset(name: "UTF-16BE")
  /// Western European Windows: what a page is in that declares nothing, and in truth where it says `ISO-8859-1`.
  public static let windows1252 = Charset(name: "windows-1252")

  private init(name: String) { self.name = name }

  /// The encoding that a label stands for in the Encoding Standard, whatever its case and the white space around it;
  /// nil where browsers know no such label, or decode nothing that bears it.
  public init?(label: some StringProtocol) {
    let label = label.lowercased().filter { !$0.isWhitespace }
    guard let name = names[label] else { return nil }
    self.init(name: name)
  }

  /// Whether every character takes at least two bytes.
  public var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }

  /// The text of the bytes in UTF-8, without looking for a byte order mark. There is always one: what is not well
  /// formed becomes U+FFFD.
  public func utf8(of bytes: some Collection<UInt8>) -> [UInt8] {
    let bytes = Array(bytes)
    // ICU counts in 32 bits, and no encoding makes more than three bytes of one.
    guard self != .utf8, bytes.count < Int(Int32.max) / 4 else {
      return Array(String(decoding: bytes, as: UTF8.self).utf8)
    }
    var written: Int32 = -1
    let text = [UInt8](unsafeUninitializedCapacity: 3 * bytes.count + 16) { room, count in
      written = bytes.withUnsafeBytes { source in
        room.withMemoryRebound(to: CChar.self) { result in
          picket_decode(
            name, source.bindMemory(to: CChar.self).baseAddress, Int32(source.count), result.baseAddress,
            Int32(result.count))
        }
      }
      count = max(0, Int(written))
    }
    // Without ICU's data for it.
    return written < 0 ? Array(String(decoding: bytes, as: UTF8.self).utf8) : text
  }

  /// All encodings that a label can stand for.
  static var all: Set<Charset> { Set(names.values.map(Charset.init(name:))) }
}

/// ICU's names by the labels of the Encoding Standard, without those labels that nobody writes.
private let names: [String: String] = {
  var names: [String: String] = [:]
  for (name, labels) in labels {
    for label in labels.split(separator: " ") { names[String(label)] = name }
  }
  return names
}()

private let labels = [
  "UTF-8": "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8",
  "UTF-16LE": "utf-16 utf-16le unicode ucs-2 csunicode iso-10646-ucs-2 unicodefeff",
  "UTF-16BE": "utf-16be unicodefffe",
  "windows-1252": """
  windows-1252 cp1252 x-cp1252 iso-8859-1 iso8859-1 iso88591 iso_8859-1 latin1 l1 ascii us-ascii ansi_x3.4-1968 cp819
  ibm819 csisolatin1 iso-ir-100
  """,
  "windows-1250": "windows-1250 cp1250 x-cp1250",
  "windows-1251": "windows-1251 cp1251 x-cp1251",
  "windows-1253": "windows-1253 cp1253 x-cp1253",
  "windows-1254": "windows-1254 cp1254 x-cp1254 iso-8859-9 iso8859-9 iso88599 iso_8859-9 latin5 l5 csisolatin5",
  "windows-1255": "windows-1255 cp1255 x-cp1255",
  "windows-1256": "windows-1256 cp1256 x-cp1256",
  "windows-1257": "windows-1257 cp1257 x-cp1257",
  "windows-1258": "windows-1258 cp1258 x-cp1258",
  "windows-874": "windows-874 dos-874 tis-620 iso-8859-11 iso8859-11 iso885911",
  "ISO-8859-2": "iso-8859-2 iso8859-2 iso88592 iso_8859-2 latin2 l2 csisolatin2",
  "ISO-8859-3": "iso-8859-3 iso8859-3 iso88593 iso_8859-3 latin3 l3 csisolatin3",
  "ISO-8859-4": "iso-8859-4 iso8859-4 iso88594 iso_8859-4 latin4 l4 csisolatin4",
  "ISO-8859-5": "iso-8859-5 iso8859-5 iso88595 iso_8859-5 cyrillic csisolatincyrillic",
  "ISO-8859-6": "iso-8859-6 iso8859-6 iso88596 iso_8859-6 arabic asmo-708 csisolatinarabic",
  "ISO-8859-7": "iso-8859-7 iso8859-7 iso88597 iso_8859-7 greek greek8 elot_928 csisolatingreek",
  "ISO-8859-8": "iso-8859-8 iso8859-8 iso88598 iso_8859-8 iso-8859-8-i hebrew visual logical csisolatinhebrew",
  "ISO-8859-10": "iso-8859-10 iso8859-10 iso885910 latin6 l6 csisolatin6",
  "ISO-8859-13": "iso-8859-13 iso8859-13 iso885913",
  "ISO-8859-14": "iso-8859-14 iso8859-14 iso885914",
  "ISO-8859-15": "iso-8859-15 iso8859-15 iso885915 iso_8859-15 latin9 latin-9 l9 csisolatin9",
  "KOI8-R": "koi8-r koi koi8 koi8_r cskoi8r",
  "KOI8-U": "koi8-u koi8-ru",
  "IBM866": "ibm866 866 cp866 csibm866",
  "macintosh": "macintosh mac x-mac-roman csmacintosh",
  "x-mac-cyrillic": "x-mac-cyrillic x-mac-ukrainian",
  "gb18030": "gb18030 gbk gb2312 gb_2312 gb_2312-80 chinese x-gbk csgb2312 iso-ir-58",
  "Big5-HKSCS": "big5 big5-hkscs cn-big5 x-x-big5 csbig5",
  "EUC-JP": "euc-jp x-euc-jp cseucpkdfmtjapanese",
  "windows-31j": "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis",
  "ISO-2022-JP": "iso-2022-jp csiso2022jp",
  "windows-949": "euc-kr ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 korean windows-949 cseuckr csksc56011987",
]
